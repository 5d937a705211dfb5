import assert from 'node:assert/strict';
import { findingsOf, snapshotOf } from '../../support/plan.ts';

const register = (...entries: string[]) =>
  `---\nmilestones:\n${entries.map((entry) => `  - { owner: x, ${entry} }\n`).join('')}---\n`;

/** The cycles of a plan: the ids in order, and where the link that closes each stands. */
function cyclesOf(files: Record<string, string>): string[] {
  return snapshotOf(files).plan.cycles.map(({ links, closing }) => {
    const { from, written } = closing.reference;
    const { line } = from.document.lines.positionAt(written.range.start);
    return `${links.map((link) => link.from.id).join(' ')} | ${from.document.path}:${line + 1} ${written.text}`;
  });
}

/** Each order of a few things. */
function* permutations<T>(things: readonly T[]): Generator<T[]> {
  if (things.length < 2) yield [...things];
  for (const [i, thing] of things.entries()) {
    for (const rest of permutations(things.filter((_, j) => j !== i))) yield [thing, ...rest];
  }
}

describe('a cycle', () => {
  it('is found on the link that closes it, from the smallest id', () => {
    const files = { 'a.md': register('id: b, depends_on: [a]', 'id: a, depends_on: [c]', 'id: c, depends_on: [b]') };
    assert.deepEqual(cyclesOf(files), ['a b c | a.md:4 c']);
    assert.deepEqual(findingsOf(files), ['dependency-cycle a.md:4:37 "c"']);
    const [finding] = snapshotOf(files).findings;
    assert.match(finding?.message ?? '', /a → b → c → a/);
    assert.equal(finding?.related.length, 2);
  });

  it('may be an item that waits for itself', () => {
    const files = { 'a.md': register('id: a, depends_on: [a]') };
    assert.deepEqual(findingsOf(files), ['dependency-cycle a.md:3:37 "a"']);
    assert.match(snapshotOf(files).findings[0]?.message ?? '', /a waits for itself/);
  });

  it('may go through every type of link', () => {
    for (const link of ['FS', 'SS', 'FF', 'SF']) {
      for (const other of ['FS', 'SS', 'FF', 'SF']) {
        const files = { 'a.md': register(`id: a, depends_on: b ${link}`, `id: b, depends_on: a ${other}+3d`) };
        assert.deepEqual(cyclesOf(files), ['a b | a.md:3 b'], `${link} ${other}`);
      }
    }
  });

  it('may go through what blocks, and what is provided', () => {
    const files = {
      'a.md': register('id: a, depends_on: [D-1, hsm]', 'id: b, depends_on: [a]'),
      'd.md':
        '---\ndecisions:\n  - { id: D-1, owner: x, blocks: [b] }\ndependencies:\n  - { id: hsm, owner: x, from: y, provided_by: b }\n---\n',
    };
    assert.deepEqual(cyclesOf(files), ['a b hsm | a.md:3 hsm']);
    const blocked = {
      'a.md': register('id: a, depends_on: [D-1]'),
      'd.md': '---\ndecisions:\n  - { id: D-1, owner: x, blocks: [a] }\n---\n',
    };
    assert.deepEqual(cyclesOf(blocked), []);
  });

  it('is none through items that are no longer in the plan', () => {
    const files = { 'a.md': register('id: a, depends_on: b', 'id: b, depends_on: a, status: cancelled') };
    assert.deepEqual(cyclesOf(files), []);
  });

  it('is none through what only relates, or is mitigated', () => {
    const files = {
      'a.md': register('id: a, relates_to: b', 'id: b, relates_to: a'),
      'p.md':
        '---\ntype: program\nid: p\nowner: x\ngoal: a\nrisks: [{ id: R-1, owner: x, probability: 1%, impact: low, affects: a, mitigated_by: a }]\n---\n',
    };
    assert.deepEqual(cyclesOf(files), []);
  });

  it('may be one of several in one component, each with a link of its own', () => {
    const files = {
      'a.md': register('id: a, depends_on: [b, c]', 'id: b, depends_on: [a, c]', 'id: c, depends_on: [a]'),
    };
    assert.deepEqual(cyclesOf(files), ['a b | a.md:3 b', 'a c | a.md:3 c']);
  });

  it('may be one of several components', () => {
    const files = {
      'a.md': register('id: y, depends_on: z', 'id: z, depends_on: y', 'id: b, depends_on: a', 'id: a, depends_on: b'),
    };
    assert.deepEqual(cyclesOf(files), ['a b | a.md:6 b', 'y z | a.md:3 z']);
  });

  it('may be as long as the plan', () => {
    const ids = Array.from({ length: 3000 }, (_, i) => `m${String(i).padStart(4, '0')}`);
    const entries = ids.map((id, i) => `id: ${id}, depends_on: ${ids[(i + 1) % ids.length]}`);
    const [cycle, ...others] = snapshotOf({ 'a.md': register(...entries) }).plan.cycles;
    assert.equal(cycle?.links.length, 3000);
    assert.equal(others.length, 0);
    assert.equal(cycle?.closing.to.id, 'm0000');
  });

  it('is one of the first that are shown, and counted, where everything waits for everything', () => {
    const ids = Array.from({ length: 60 }, (_, i) => `m${i}`);
    const dense = ids.map((id) => `id: ${id}, depends_on: [${ids.filter((other) => other !== id).join(', ')}]`);
    const { plan, findings } = snapshotOf({ 'a.md': register(...dense), 'b.md': register('id: z, depends_on: z') });
    const cycles = findings.filter(({ code }) => code === 'dependency-cycle');
    assert.equal(cycles.length, 21);
    const closing = (60 * 59) / 2;
    assert.equal(plan.cycles.filter(({ closing: link }) => plan.closesCycle(link)).length, closing + 1);
    const counts = cycles.map(({ message }) => /\(and (\d+) more circles of these items\)$/.exec(message)?.[1]);
    assert.deepEqual(
      counts.filter((count) => count !== undefined),
      [String(closing - 20)],
    );
  });

  it('may go through programs', () => {
    const files = {
      'a/README.md':
        '---\ntype: program\nid: atlas\nowner: x\nmilestones: [{ id: m, owner: x, depends_on: beta/m }]\n---\n',
      'b/README.md':
        '---\ntype: program\nid: beta\nowner: x\nmilestones: [{ id: m, owner: x, depends_on: atlas/m }]\n---\n',
    };
    assert.deepEqual(findingsOf(files), ['dependency-cycle a/README.md:5:45 "beta/m"']);
  });

  it('is the same whatever the order of files and entries', () => {
    const entries = [
      'id: a, depends_on: [b]',
      'id: b, depends_on: [c, d]',
      'id: c, depends_on: [a]',
      'id: d, depends_on: [b, a]',
    ];
    const expected = new Set<string>();
    for (const order of permutations(entries)) {
      const { plan } = snapshotOf({ 'a.md': register(...order) });
      expected.add(plan.cycles.map(({ links }) => links.map((link) => link.from.id).join(' ')).join(' | '));
    }
    assert.equal(expected.size, 1, [...expected].join('\n'));
  });
});
