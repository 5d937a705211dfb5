import assert from 'node:assert/strict';
import { definitionAt } from '../../../src/language/definition.ts';
import { placeIn } from '../../support/place.ts';

const PROGRAM = '---\ntype: program\nid: atlas\nmilestones:\n  - { id: ga, title: GA }\n---\n';

describe('the definition', () => {
  it('is the item that is named, with its id', () => {
    const asked = placeIn({ 'README.md': PROGRAM, 'x.md': '---\ntype: milestone\ndepends_on: [g⌖a]\n---\n' });
    const found = definitionAt(asked);
    assert.equal(found?.target.document.path, 'README.md');
    const { text } = found.target.document;
    assert.equal(text.slice(found.target.range.start, found.target.range.end), '{ id: ga, title: GA }');
    assert.equal(text.slice(found.id.start, found.id.end), 'ga');
    assert.equal(asked.document.text.slice(found.origin.start, found.origin.end), 'ga');
  });

  it('is found from links with headings, options of live blocks, workstreams and programs', () => {
    const to = (text: string): string | undefined => {
      const found = definitionAt(placeIn({ 'README.md': `${PROGRAM}\n## ga: GA\n\n## Other\n`, 'x.md': text }));
      return found && `${found.target.document.path} ${found.target.document.text.slice(found.id.start, found.id.end)}`;
    };
    const risk = '---\ntype: risk\nid: R-1\nprogram: atlas\n---\n';
    assert.equal(to(`${risk}See [it](README.md#ga-g⌖a).\n`), 'README.md ga');
    assert.equal(to(`${risk}See [it](READ⌖ME.md).\n`), 'README.md atlas');
    assert.equal(to(`${risk}<!-- milepost graph focus=atlas/g⌖a -->\n<!-- /milepost -->\n`), 'README.md ga');
    assert.equal(to(risk.replace('atlas', 'at⌖las')), 'README.md atlas');
  });

  it('is none of a field, of what nothing has the name of, and of words', () => {
    for (const text of [
      '---\ntype: milestone\now⌖ner: x\n---\n',
      '---\ntype: milestone\nowner: mar⌖ia\n---\n',
      '---\ntype: milestone\ndepends_on: [nowh⌖ere]\n---\n',
    ])
      assert.equal(definitionAt(placeIn({ 'x.md': text })), undefined);
  });
});
