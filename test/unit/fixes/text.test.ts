import assert from 'node:assert/strict';
import { applyEdits } from '../../../src/core/fixes/edit/apply.ts';
import { snapshotOf } from '../../support/plan.ts';
import { changes, fixesOf, milestone, offered, program } from './fixed.ts';

describe('fixes of what YAML misreads', () => {
  const cases: readonly [string, string, string][] = [
    ['owner: @maria', 'owner: "@maria"', '* Put the value in quotes !'],
    ['title: Atlas: the move', 'title: "Atlas: the move"', '* Put the value in quotes !'],
    ['note: a \\ b: "c"', `note: 'a \\ b: "c"'`, '* Put the value in quotes !'],
    ['title: no', 'title: "no"', '* Put the value in quotes !'],
    ['note: waiting for #42', 'note: "waiting for #42"', '* Put the value in quotes'],
  ];
  for (const [before, after, title] of cases) {
    it(`${before} → ${after}`, () => {
      const plan = milestone(before.startsWith('owner') ? before : `owner: m\n${before}`);
      assert.deepEqual(offered(plan, 'yaml-surprise'), [title]);
      assert.deepEqual(changes(plan, 'yaml-surprise', 'Put'), [`-${before}`, `+${after}`]);
    });
  }

  it('put in brackets what is a list between braces', () => {
    assert.deepEqual(
      changes(program('owner: m\nmilestones:\n  - { id: e, owner: m, tags: x, y }'), 'yaml-surprise', 'Put the list'),
      ['-  - { id: e, owner: m, tags: x, y }', '+  - { id: e, owner: m, tags: [x, y] }'],
    );
  });
});

describe('fixes of front matter that cannot be read', () => {
  const mended = (lines: string, title: string) =>
    changes({ 'a.md': `---\ntype: milestone\nid: a\nowner: m\n${lines}` }, 'invalid-front-matter', title);

  it('close what is open', () => {
    assert.deepEqual(mended('title: "open\nstatus: planned\n---\n', 'Add the missing "'), [
      '-title: "open',
      '+title: "open"',
    ]);
    assert.deepEqual(mended('depends_on: [b, c\nstatus: planned\n---\n', 'Add the missing ]'), [
      '-depends_on: [b, c',
      '+depends_on: [b, c]',
    ]);
    assert.deepEqual(mended('\n# A\n', 'Close the front matter'), ['+---']);
  });

  it('write the colon that is missing behind the name of a field, and behind no other word', () => {
    assert.deepEqual(mended('due 2027-02-12\n---\n', 'Put a colon after due'), ['-due 2027-02-12', '+due: 2027-02-12']);
    const inEntry = { 'a.md': '---\ntype: register\nactions:\n  - id: A-1\n    owner m\n  - id: A-2\n---\n' };
    assert.deepEqual(changes(inEntry, 'invalid-front-matter', 'Put a colon'), ['-    owner m', '+    owner: m']);
    const prose = { 'a.md': '---\ntype: milestone\nid: a\nowner: m\nwe are late\n---\n' };
    assert.deepEqual(offered(prose, 'invalid-front-matter'), []);
  });

  it('write a line that was to close it as it has to be', () => {
    assert.deepEqual(mended('—\n\n# A\n\n---\n', 'Close the front matter'), ['-—', '+---']);
    assert.deepEqual(mended('due: soon\n----\n# A\n', 'Close the front matter'), ['-----', '+---']);
  });

  it('do without asking only what leaves no field below the front matter', () => {
    const isSafe = (text: string, rule: string): boolean => offered({ 'a.md': text }, rule)[0]?.endsWith(' !') === true;
    const fields = 'type: milestone\nid: a\nowner: m\n';
    for (const [end, safe] of [
      ['# A\n', true],
      ['\nText.\n', true],
      ['due: 2027-02-12\n', false],
      ['\ndue: 2027-02-12\n', false],
    ] as const) {
      assert.equal(isSafe(`---\n${fields}—\n${end}`, 'invalid-front-matter'), safe, end);
      assert.equal(isSafe(`${fields}\n${end}`, 'unfenced-front-matter'), safe, end);
    }
  });

  const indented: readonly (readonly [string, string, readonly string[]])[] = [
    ['of a field as far in as those above it', '\tdue: 2027-02-12\n', ['due: 2027-02-12']],
    ['of entries deeper than their key', 'depends_on:\n\t- b\n\t- c\n', ['  - b', '  - c']],
    ['that are several', 'escalations:\n\t- to: b\n\t\ton: 2026-11-20\n', ['  - to: b', '    on: 2026-11-20']],
    ['behind spaces', 'calendar:\n \tworkdays: [mon]\n \tholidays: []\n', ['   workdays: [mon]', '   holidays: []']],
  ];
  for (const [what, lines, after] of indented) {
    it(`make spaces of tabs ${what}`, () => {
      const text = `---\ntype: milestone\nid: a\nowner: m\n${lines}---\n\n\tcode\n`;
      const files = { 'a.md': text.replace('milestone', lines.startsWith('esc') ? 'issue' : 'milestone') };
      assert.equal(offered(files, 'invalid-front-matter')[0], '* Indent with spaces');
      const changed = changes(files, 'invalid-front-matter', 'Indent').filter((line) => line.startsWith('+'));
      assert.deepEqual(
        changed,
        after.map((line) => `+${line}`),
      );
    });
  }

  it('make spaces of tabs only where they indent, and where all of it can be read then', () => {
    const text = '---\ntype: register\nactions:\n  - id: A-1\n\towner:\tm\t# why\n---\n';
    assert.deepEqual(changes({ 'a.md': text }, 'invalid-front-matter', 'Indent'), [
      '-\towner:\tm\t# why',
      '+    owner:\tm\t# why',
    ]);
    const nowhere = '---\ntype: milestone\nid: a\nowner: m\nnote: "x"\n\t- b\n---\n';
    assert.deepEqual(offered({ 'a.md': nowhere }, 'invalid-front-matter'), []);
  });

  it('take no entry of a list for a value', () => {
    const plan = { 'a.md': '---\n{ type: program, id: a, owner: m }\nmilestones:\n  - id: x\n---\n' };
    for (const title of offered(plan, 'invalid-front-matter')) assert.doesNotMatch(title, /quotes/);
  });

  it('remove what is written twice; without asking only where nothing is lost', () => {
    const plan = {
      'a.md': '---\ntype: milestone\nid: a\nowner: m\ntitle: A\ntitle: A\nowner: n\n---\n',
    };
    assert.deepEqual(offered(plan, 'invalid-front-matter'), [
      '* Remove this title: the first one counts !',
      '* Remove this owner: the first one counts',
    ]);
  });
});

describe('row 28: a merge conflict', () => {
  const plan = {
    'a.md': [
      '---',
      'type: milestone',
      'id: a',
      '<<<<<<< HEAD',
      'stauts: planned',
      'due: 2026-12-01',
      '=======',
      'due: 2026-12-24',
      '>>>>>>> feature/dates',
      '---',
      '',
    ].join('\n'),
  };

  it('both sides are offered, neither without asking', () => {
    assert.deepEqual(offered(plan, 'merge-conflict'), [
      'Accept the first side, of HEAD',
      'Accept the second side, of feature/dates',
    ]);
    assert.deepEqual(changes(plan, 'merge-conflict', 'Accept the first side'), [
      '-<<<<<<< HEAD',
      '-=======',
      '-due: 2026-12-24',
      '->>>>>>> feature/dates',
    ]);
    assert.deepEqual(changes(plan, 'merge-conflict', 'Accept the second side'), [
      '-<<<<<<< HEAD',
      '-stauts: planned',
      '-due: 2026-12-01',
      '-=======',
      '->>>>>>> feature/dates',
    ]);
  });

  it('refuses every other fix until it is solved', () => {
    const { findings } = snapshotOf(plan);
    assert.ok(findings.some(({ code }) => code !== 'merge-conflict'));
    for (const { code } of findings) if (code !== 'merge-conflict') assert.deepEqual(fixesOf(plan, code), []);
  });

  it('a marker that was left over can be removed', () => {
    const left = { 'a.md': '---\ntype: milestone\nid: a\nowner: m\n=======\n---\n' };
    assert.deepEqual(changes(left, 'merge-conflict', 'Remove this line'), ['-=======']);
  });
});

describe('row 31: whatever the text is written like', () => {
  for (const [name, text, want] of [
    [
      'CR LF, a byte order mark and no last line break',
      '\ufeff---\r\ntype: milestone\r\nid: a\r\nowner: m\r\ndue: 2026-11-13\r\n---',
      '\ufeff---\r\ntype: milestone\r\nid: a\r\nowner: m\r\ndue: 2026-11-13\r\ncompleted: 2026-11-21\r\n---',
    ],
    [
      'lone CR',
      '---\rtype: milestone\rid: a\rowner: m\rdue: 2026-11-13\r---\r',
      '---\rtype: milestone\rid: a\rowner: m\rdue: 2026-11-13\rcompleted: 2026-11-21\r---\r',
    ],
    [
      'quotes, comments and odd spaces',
      `---\n"type" : 'milestone'   # one\nid: a\nowner:   m # two\n\ndue:  "2026-11-13" # three\n# four\n---\n`,
      `---\n"type" : 'milestone'   # one\nid: a\nowner:   m # two\n\ndue:  "2026-11-13" # three\ncompleted: 2026-11-21\n# four\n---\n`,
    ],
    [
      'one pair of braces',
      '---\n{ type: milestone, id: a, owner: m, due: 2026-11-13 }\n---\n',
      '---\n{ type: milestone, id: a, owner: m, due: 2026-11-13, completed: 2026-11-21 }\n---\n',
    ],
  ] as const) {
    it(name, () => {
      const [done] = fixesOf({ 'a.md': text }, 'overdue');
      assert.equal(applyEdits(text, done?.edits ?? []), want);
    });
  }
});

describe('a fix of fields that are no front matter', () => {
  const FIELDS = 'type: milestone\nid: a\nowner: m\n';
  const cases: Readonly<Record<string, readonly string[]>> = {
    [`${FIELDS}---\n`]: ['+---'],
    [`${FIELDS}\nText.\n`]: ['+---', '+---'],
    [`—\n${FIELDS}—\n\nText —\n`]: ['-—', '+---', '-—', '+---'],
    [`----\n${FIELDS}---\n\n----\n`]: ['-----', '+---'],
    [`\n\n---\n${FIELDS}---\n`]: ['-', '-'],
    'risks:\n- { id: R-1, owner: m }\n---\n': ['+---'],
  };
  for (const [text, expected] of Object.entries(cases)) {
    it(`changes the lines around them, and nothing else: ${JSON.stringify(text)}`, () => {
      const files = { 'a.md': text };
      assert.deepEqual(offered(files, 'unfenced-front-matter'), ['* Make it front matter !']);
      assert.deepEqual(changes(files, 'unfenced-front-matter', 'Make'), expected);
    });
  }

  it('keeps the byte order mark and the ends of lines', () => {
    const text = `\ufeff—\r\n${FIELDS.replaceAll('\n', '\r\n')}\r\n# A\r\n`;
    const [fix] = fixesOf({ 'a.md': text }, 'unfenced-front-matter');
    assert.equal(
      applyEdits(text, fix?.edits ?? []),
      `\ufeff---\r\n${FIELDS.replaceAll('\n', '\r\n')}---\r\n\r\n# A\r\n`,
    );
    assert.equal(
      applyEdits(FIELDS.trimEnd(), fixesOf({ 'a.md': FIELDS.trimEnd() }, 'unfenced-front-matter')[0]?.edits ?? []),
      `---\n${FIELDS}---\n`,
    );
  });

  it('asks where not all of it can be read then', () => {
    assert.deepEqual(offered({ 'a.md': `—\n${FIELDS}due 2027-02-12\n—\n` }, 'unfenced-front-matter'), [
      '* Make it front matter',
    ]);
  });
});
