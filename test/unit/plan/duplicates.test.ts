import assert from 'node:assert/strict';
import { findingsOf, snapshotOf } from '../../support/plan.ts';

const action = (id: string, title = '') => `---\ntype: action\nid: ${id}\nowner: x\ntitle: ${title}\n---\n`;

describe('duplicates', () => {
  it('row 30: are both shown, and both kept', () => {
    const files = { 'b.md': action('A-1', 'second'), 'a.md': action('A-1', 'first'), 'c.md': action('A-2') };
    assert.deepEqual(findingsOf(files), ['duplicate-id a.md:3:5 "A-1"', 'duplicate-id b.md:3:5 "A-1"']);
    assert.equal(snapshotOf(files).plan.items.length, 3);
    const [first] = snapshotOf(files).findings;
    assert.match(first?.message ?? '', /at b\.md:3/);
    assert.deepEqual(
      first?.related.map(({ source }) => source.path),
      ['b.md'],
    );
  });

  it('may be of different types, in a file and in a collection', () => {
    const files = {
      'p.md':
        '---\ntype: program\nid: atlas\nowner: x\nmilestones: [{ id: one, owner: x }]\nactions: [{ id: one, owner: x }]\n---\n',
      'one.md': '---\ntype: decision\nowner: x\n---\n',
    };
    assert.deepEqual(findingsOf(files), [
      'duplicate-id one.md:2:7 "decision"',
      'duplicate-id p.md:5:20 "one"',
      'duplicate-id p.md:6:17 "one"',
    ]);
  });

  it('are found where the same id is written in two normal forms', () => {
    assert.equal(findingsOf({ 'a.md': action('e\u0301'), 'b.md': action('\u00e9') }).length, 2);
  });

  it('are none in two programs, nor of a program and its item', () => {
    const program = (id: string) => `---\ntype: program\nid: ${id}\nowner: x\nactions: [{ id: A-1, owner: x }]\n---\n`;
    assert.deepEqual(findingsOf({ 'a/README.md': program('a'), 'b/README.md': program('b') }), []);
    assert.deepEqual(
      findingsOf({ 'a/README.md': program('a'), 'a/x.md': '---\ntype: action\nid: a\nowner: x\n---\n' }),
      [],
    );
  });

  it('are none that differ in case', () => {
    assert.deepEqual(findingsOf({ 'a.md': action('A-1'), 'b.md': action('a-1') }), []);
  });

  it('of programs are found in the whole workspace', () => {
    const program = '---\ntype: program\nid: atlas\nowner: x\n---\n';
    assert.deepEqual(findingsOf({ 'a/p.md': program, 'b/p.md': program }), [
      'duplicate-id a/p.md:3:5 "atlas"',
      'duplicate-id b/p.md:3:5 "atlas"',
    ]);
  });

  it('of names that every object has are duplicates too, and alone are none', () => {
    assert.deepEqual(findingsOf({ 'a.md': action('constructor'), 'b.md': action('toString') }), []);
    assert.equal(findingsOf({ 'a.md': action('constructor'), 'b.md': action('constructor') }).length, 2);
  });
});
