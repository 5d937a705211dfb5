import assert from 'node:assert/strict';
import { itemsOf, problemsOf, readPlan } from '../../support/reading.ts';

const read = (content: string) => readPlan(`---\n${content}\n---\n`, { path: 'plans/from-file.md' });

describe('broken front matter', () => {
  it('keeps the lines that can be read', () => {
    const document = read(
      'type: milestone\nid: a\ntitle: "never closed\nowner: maria\ndue: 2026-12-11\ndepends_on: [b, c]',
    );
    assert.deepEqual(problemsOf(document), ['invalid-front-matter 4:8 "\\"never closed"']);
    const [item] = document.items;
    assert.equal(item?.values.owner?.name, 'maria');
    assert.ok(item?.values.due);
    assert.equal(item?.values.depends_on?.length, 2);
    assert.equal(item?.title, undefined);
    assert.equal(item?.broken, true);
    assert.equal(document.broken, true);
  });

  it('keeps type and id, wherever the break is', () => {
    for (const content of [
      'type: milestone\nid: a\ntitle: "x',
      'title: "x\ntype: milestone\nid: a',
      'title: [x\ntype: milestone # so\nid: a # and so',
      'type: \'milestone\'\nid: "a"\ntitle: {x',
      'type: milestone\nid: a\n\ttitle: x',
      'type: milestone\nid: a\n  title: x',
      '- a\n- b\ntype: milestone\nid: a',
      'type: milestone\nid: a\ntitle: &x',
      'type: milestone\nid: a\n--- x',
      'type: milestone\nid: a\n...',
      'type: milestone\nid: a\nnonsense',
      '%YAML 1.2\ntype: milestone\nid: a',
      `type: milestone\nid: a\ntitle: ${'['.repeat(100)}`,
      `type: milestone\nid: a\ntitle: ${'x'.repeat(300_000)}`,
    ]) {
      const document = read(content);
      assert.deepEqual(itemsOf(document), ['milestone a'], content.slice(0, 80));
      assert.ok(document.problems.length > 0);
      assert.ok(document.problems.every((problem) => problem.code === 'invalid-front-matter'));
    }
  });

  it('keeps every entry that parses by itself', () => {
    const document = read(`type: program
id: atlas
milestones:
  - id: a
    title: "never closed
    due: 2026-12-11
  - id: b
    owner: chen
  - { id: c, title: [x }
  - { id: d }
risks:
  - id: R-1
    impact: high
  - id: R-2
   impact: low
  - id: R-3
actions: [{ id: A-1 }]`);
    assert.deepEqual(itemsOf(document), [
      'program atlas',
      'milestone a',
      'milestone b',
      'milestone d',
      'risk R-1',
      'risk R-2',
      'risk R-3',
      'action A-1',
    ]);
    const [, a, b] = document.items;
    assert.ok(a?.values.due, 'the lines of a broken entry that can be read');
    assert.equal(a?.broken, true);
    assert.equal(b?.broken, false);
    assert.deepEqual(
      problemsOf(document).map((problem) => problem.split(' ')[1]),
      ['6:12', '10:21', '16:4'],
    );
  });

  it('keeps entries whose dashes do not line up', () => {
    const register = (...lines: string[]) => read(`type: register\nrisks:\n${lines.join('\n')}`);
    const ids = ['risk R-1', 'risk R-2', 'risk R-3', 'risk R-4'];
    const lists: readonly (readonly [mark: string, lines: string[]])[] = [
      [
        '8:5 "- id: R-3"',
        ['    - id: R-1', '      impact: low', '  - id: R-2', '    impact: low', '    - id: R-3', '  - id: R-4'],
      ],
      ['6:3 "- id: R-3"', ['  - id: R-1', '- id: R-2', '  - id: R-3', '  - id: R-4']],
      ['5:4 "- { id: R-2 }"', ['  - { id: R-1 }', '   - { id: R-2 }', '  - { id: R-3 }', '  - { id: R-4 }']],
      [
        '8:5 "- id: R-2"',
        ['  - id: R-1', '    affects:', '    - a', '    title: x', '    - id: R-2', '  - id: R-3', '  - id: R-4'],
      ],
    ];
    for (const [mark, lines] of lists) {
      const document = register(...lines);
      assert.deepEqual(itemsOf(document), ids, lines.join('\n'));
      const [problem, ...others] = problemsOf(document);
      assert.deepEqual(others, []);
      assert.ok(problem?.endsWith(mark), `${problem} is ${mark}`);
    }
    // What stands below a key is its own.
    const nested = register('  - id: R-1', '    links:', '      - doc: "x', '      - id: y', '  - id: R-2');
    assert.deepEqual(itemsOf(nested), ['risk R-1', 'risk R-2']);
  });

  it('that lost its type but has entries is a register', () => {
    const document = read('layout: [x\nrisks:\n  - { id: R-1, title: "x }\n  - { id: R-2 }');
    assert.equal(document.type, 'register');
    assert.deepEqual(itemsOf(document), ['risk R-2']);
    assert.equal(read('risks:\n  - { id: R-1, title: "x }').problems.length, 1);
  });

  it('says nothing of what may stand in the lost part', () => {
    const document = read('type: register\nrisks:\n  - title: x\n    id: "R-1');
    assert.deepEqual(problemsOf(document), ['invalid-front-matter 5:9 "\\"R-1"']);
  });

  it('is told once for each cause', () => {
    for (const content of [
      '- a\n- b\ntype: milestone',
      'type: milestone\nid: a\ntitle: "x" y "z" w',
      'type: milestone\n: x: y: z',
    ]) {
      assert.equal(read(content).problems.length, 1, content);
    }
  });

  it('keeps surprises that can be read as they were meant', () => {
    const document = read(
      'type: milestone\nid: a\nowner: @maria\ntitle: Atlas: the move\nnote: [x\ndescription: "y\nphase: @two',
    );
    assert.equal(document.items[0]?.values.owner?.name, 'maria');
    assert.equal(document.items[0]?.title, 'Atlas: the move');
    assert.equal(document.items[0]?.values.phase, '@two');
    assert.deepEqual(
      document.problems.map((problem) => problem.code),
      ['invalid-front-matter', 'invalid-front-matter', 'yaml-surprise', 'yaml-surprise', 'yaml-surprise'],
    );
  });
});

/** What stands behind `title: `, what is marked, and what is said. */
const MESSAGES: readonly (readonly [string, string, RegExp])[] = [
  ['"Public" API', '"Public" API', /closes after "Public", and text follows: put the whole value in single quotes/],
  ["'Bob's plan'", "'Bob's plan'", /closes after 'Bob', and text follows: put the whole value in double quotes/],
  ['[WIP] API', '[WIP] API', /reads \[WIP\] as a list, and text follows: put the whole value in quotes/],
  ['{x} API', '{x} API', /reads \{x\} as a mapping, and text follows/],
  ['[a]]', '[a]]', /one \] too many/],
  ['*important* API', '*important* API', /alias: put the value in quotes/],
  ['*important', '*important', /alias/],
  ['&co API', '&co API', /anchor/],
  ['!important API', '!important API', /tag/],
  ['> 3 days', '> 3 days', /block of text: put the value in quotes/],
  ['| API', '| API', /block of text: put the value in quotes/],
  ['- API', '- API', /entry of a list/],
  ['? API', '? API', /key: put the value in quotes/],
  [', API', ', API', /begins with ,: put it in quotes/],
  ['] API', '] API', /begins with \]: put it in quotes/],
  ['"API', '"API', /double quote that opens here is never closed: add "/],
  ["'API", "'API", /single quote that opens here is never closed: add '/],
  ['[a, b', '[a, b', /list that opens here is never closed: add \]/],
  ['{ a: b', '{ a: b', /mapping that opens here is never closed: add \}/],
  ['"a \\d b"', '\\d', /backslash/],
  ['{ a: "b" c }', '"b" c', /closes after "b"/],
  ['[, b]', ',', /nothing stands before this comma/],
  ['[a,, b]', ',', /nothing stands before this comma/],
];

describe('messages on broken front matter', () => {
  for (const [value, mark, message] of MESSAGES) {
    it(`name what is wrong with ${value}`, () => {
      const document = read(`type: milestone\nid: a\ntitle: ${value}\nowner: maria`);
      const found = document.problems.filter((problem) => problem.code === 'invalid-front-matter');
      assert.deepEqual(
        found.map(({ range }) => document.text.slice(range.start, range.end)),
        [mark],
      );
      assert.match(found[0]?.message ?? '', message);
      assert.equal(document.lines.positionAt(found[0]?.range.start ?? 0).line, 3);
    });
  }

  const lines: readonly (readonly [string, string, RegExp])[] = [
    ['title:API', 'title:API', /a space is missing after the colon/],
    ['title:\u00a0API', '\u00a0', /\(U\+00A0\): write a plain one/],
    ['title API', 'title API', /not "key: value"/],
    ['owner: maria\n  title: API', 'title: API', /indented deeper than the one it follows: line the two up/],
    [' title: API', 'title: API', /indented deeper/],
    ['\ttitle: API', '\t', /a tab indents this line: YAML takes spaces only/],
    ['---x', '---x', /YAML document: remove this line|not "key: value"/],
    ['...', '...', /remove this line/],
    ['%TAG', '%TAG', /not "key: value"|instruction/],
  ];
  for (const [line, mark, message] of lines) {
    it(`name what is wrong with the line ${JSON.stringify(line)}`, () => {
      const document = read(`type: milestone\nid: a\n${line}\ndue: 2026-12-11`);
      const found = document.problems.filter((problem) => problem.code === 'invalid-front-matter');
      assert.deepEqual(
        found.map(({ range }) => document.text.slice(range.start, range.end)),
        [mark],
      );
      assert.match(found[0]?.message ?? '', message);
    });
  }

  it('show what cannot be seen', () => {
    const document = read('type: milestone\nid: a\ntitle: "x\u202e" y');
    assert.match(document.problems[0]?.message ?? '', /"x\\u\{202e\}"/);
  });

  it('show what stands there, also where it had to be read as something else', () => {
    const document = read('type: milestone\nid: a\ntitle: [@a: b] y');
    assert.match(document.problems[0]?.message ?? '', /reads \[@a: b\] as a list/);
  });
});
