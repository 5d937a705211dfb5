import assert from 'node:assert/strict';
import { changes, milestone, offered, program } from './fixed.ts';

describe('fixes of what a word processor or a hurried hand wrote', () => {
  /** What a value of a risk is changed to; nothing where there is no fix. */
  const risk = (line: string): readonly string[] =>
    offered({ 'a.md': `---\ntype: risk\nid: R-1\nowner: m\n${line}\n---\n` }, 'invalid-value');

  for (const [line, after] of [
    ['due: 2027–02–12', '2027-02-12'],
    ['due: 2027‑02‑12', '2027-02-12'],
    ['due: “2027-02-12”', '2027-02-12'],
    ['due: „2027—02—12“', '2027-02-12'],
    ['due: «\u00a02027-W05\u00a0»', '2027-W05'],
    ['duration: ‘2w’', '2w'],
    ['progress: 50 percent', '50%'],
    ['progress: 12.5 per cent', '12.5%'],
    ['progress: “50 Percent”', '50%'],
    ['progress: 50％', '50%'],
    ['depends_on: “ledger”', 'ledger'],
    ['commitment: “firm”', 'firm'],
  ] as const) {
    it(`${line} → ${after}, without asking`, () => {
      assert.deepEqual(offered(milestone(`owner: m\n${line}`), 'invalid-value'), [`* Change to ${after} !`]);
    });
  }

  it('write entries of lists, in lines and in braces, and leave everything else alone', () => {
    const plan = program(
      'owner: m\nmilestones:\n  - { id: a, owner: “Ma–ria”, due: “2027–01–08”, depends_on: [“b”, b] } # “why”',
    );
    const before = '  - { id: a, owner: “Ma–ria”, due: “2027–01–08”, depends_on: [“b”, b] } # “why”';
    assert.deepEqual(changes(plan, 'invalid-value', 'Change to 2027'), [
      `-${before}`,
      `+${before.replace('“2027–01–08”', '2027-01-08')}`,
    ]);
    assert.deepEqual(changes(plan, 'invalid-value', 'Change to b'), [`-${before}`, `+${before.replace('“b”', 'b')}`]);
  });

  it('propose the one word of a few that is meant, and ask', () => {
    for (const [word, meant] of Object.entries({
      'High-ish': 'high',
      highish: 'high',
      'quite high': 'high',
      'very high-ish': 'very-high',
      'med.': 'medium',
      'fairly low, I think': 'low',
      medum: 'medium',
    })) {
      assert.deepEqual(risk(`impact: ${word}\nprobability: low`), [`* Change to ${meant}`], word);
      assert.deepEqual(risk(`probability: ${word}\nimpact: low`), [`* Change to ${meant}`], word);
    }
  });

  it('propose the level that a word of another scale comes to, and ask', () => {
    for (const [word, meant] of Object.entries({
      huge: 'very-high',
      Critical: 'very-high',
      major: 'high',
      moderate: 'medium',
    })) {
      assert.deepEqual(risk(`impact: ${word}\nprobability: low`), [`* Change to ${meant}`], word);
    }
    assert.deepEqual(risk('probability: very likely\nimpact: low'), ['* Change to very-high']);
    assert.deepEqual(risk('probability: unlikely\nimpact: low'), ['* Change to low']);
  });

  it('propose the duration that is meant, and ask', () => {
    for (const [written, meant] of Object.entries({
      '10 working days': '10d',
      '2 business-weeks': '2w',
      '3wd': '3d',
      '80h': '10d',
      '4 hours': '0.5d',
      '2 months': '44d',
      '.5 month': '11d',
    })) {
      assert.deepEqual(
        offered(milestone(`owner: m\nduration: ${written}`), 'invalid-value'),
        [`* Change to ${meant}`],
        written,
      );
    }
    for (const other of ['10 calendar days', 'long', '3 moons', '80h a week'])
      assert.deepEqual(offered(milestone(`owner: m\nduration: ${other}`), 'invalid-value'), [], other);
  });

  it('propose none where several could be meant, or the opposite', () => {
    for (const word of ['med-high', 'low to medium', 'not high', 'very', 'unknown', '“”', 'h', 'high or low'])
      assert.deepEqual(risk(`impact: ${word}\nprobability: low`), [], word);
    assert.deepEqual(offered(milestone('owner: m\nprogress: 150 percent'), 'invalid-value'), []);
    assert.deepEqual(offered(milestone('owner: m\ndue: 2027–02–30'), 'invalid-value'), []);
  });

  it('silence nothing without being asked', () => {
    assert.deepEqual(offered(milestone('owner: m\nmute: { stale: “2026-12-01” }'), 'invalid-value'), []);
  });
});

describe('fixes of a status that is none', () => {
  const proposed = (status: string, type = 'milestone'): readonly string[] =>
    offered({ 'a.md': `---\ntype: ${type}\nid: a\nowner: m\nstatus: ${status}\n---\n` }, 'unknown-status');

  for (const [status, likely, type] of [
    ['finished', 'done'],
    ['“done”', 'done'],
    ['under way', 'in-progress'],
    ['in review', 'in-progress'],
    ['nearly done', 'in-progress'],
    ['on hold', 'blocked'],
    ['delayed', 'at-risk'],
    ["won't do", 'cancelled'],
    ['finished', 'resolved', 'issue'],
    ['declined', 'rejected', 'decision'],
  ] as const) {
    it(`${status} is first of all ${likely}`, () => {
      const [first, ...others] = proposed(status, type);
      assert.equal(first, `* Change to ${likely}`);
      assert.ok(others.length > 1 && others.every((title) => !title.startsWith('*')));
    });
  }

  it('say none first where its words say several, or what it is not', () => {
    for (const status of ['not done', 'done or blocked', 'whatever', 'unstarted work'])
      assert.equal(proposed(status)[0], 'Change to planned', status);
  });
});

describe('fixes of names that people have for what a decision blocks', () => {
  for (const name of ['decides', 'unblocks', 'affects', 'blocking', 'needed_for']) {
    it(name, () => {
      const files = { 'a.md': `---\ntype: decision\nid: D-1\nowner: m\n${name}: [b]\n---\n` };
      assert.equal(offered(files, 'unknown-field')[0], '* Change to blocks');
    });
  }

  it('do not touch the fields of these names that others have', () => {
    const files = { 'a.md': '---\ntype: risk\nid: R-1\nowner: m\nprobability: low\nimpact: low\naffects: [b]\n---\n' };
    assert.throws(() => offered(files, 'unknown-field'), /no unknown-field/);
  });
});
