import assert from 'node:assert/strict';
import { DEFAULT_CONFIG } from '../../../src/core/config/config.ts';
import { DocumentStore } from '../../../src/workspace/document-store.ts';

describe('DocumentStore', () => {
  it('knows the names of its files, whatever their folders, extensions and case', () => {
    const store = new DocumentStore(DEFAULT_CONFIG, 'plan');
    const has = (): boolean => store.present.hasNamed('NOTES');
    assert.equal(has(), false);
    store.setFile('Notes.md', { text: '' });
    store.setFile('Notes.md', { text: 'again' });
    store.setFile('deep/notes.mdx', { text: '' });
    assert.equal(has(), true);
    store.setFile('Notes.md', undefined);
    store.setFile('Notes.md', undefined);
    assert.equal(has(), true);
    store.setFile('deep/notes.mdx', undefined);
    assert.equal(has(), false);
  });

  it('knows the names of open documents, which need not be files yet, or any more', () => {
    const store = new DocumentStore(DEFAULT_CONFIG, 'plan');
    const { present: none } = store;
    store.setOpen('notes.md', 'text');
    const { present: open } = store;
    assert.notEqual(open, none, 'what was made of the names before is made anew');
    assert.equal(open.hasNamed('notes'), true);
    store.setFile('notes.md', { text: 'text' });
    store.setOpen('notes.md', undefined);
    assert.equal(store.present.hasNamed('notes'), true);
    store.setOpen('notes.md', 'text');
    store.setFile('notes.md', undefined);
    assert.equal(store.present.hasNamed('notes'), true);
    store.setOpen('notes.md', undefined);
    assert.equal(store.present.hasNamed('notes'), false);
  });
});
