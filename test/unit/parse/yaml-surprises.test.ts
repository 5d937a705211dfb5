import assert from 'node:assert/strict';
import { field, problemsOf, readPlan } from '../../support/reading.ts';

describe('YAML surprises', () => {
  /** Written behind `title: `, read, marked. */
  const surprises: readonly (readonly [string, string, string])[] = [
    ['@maria', '@maria', '@maria'],
    ['`code` first', '`code` first', '`code` first'],
    ['%done', '%done', '%done'],
    ['Atlas: the migration', 'Atlas: the migration', 'Atlas: the migration'],
    ['see: this: that', 'see: this: that', 'see: this: that'],
    ['Atlas:', 'Atlas:', 'Atlas:'],
    ['@maria: lead', '@maria: lead', '@maria: lead'],
    ['Atlas: the move   # note', 'Atlas: the move', 'Atlas: the move'],
    ['waiting for #42', 'waiting for', 'waiting for #42'],
    ['a #b #c', 'a', 'a #b #c'],
    ['no', 'no', 'no'],
    ['Yes', 'Yes', 'Yes'],
    ['OFF', 'OFF', 'OFF'],
  ];
  for (const [written, read, mark] of surprises) {
    it(`${written} is read as it is meant, with a warning`, () => {
      const { value, problems } = field('title', written);
      assert.equal(value, read);
      assert.deepEqual(problems, [`yaml-surprise ${JSON.stringify(mark)}`]);
    });
  }

  for (const written of [
    '"@maria"',
    "'Atlas: the migration'",
    '"waiting for #42"',
    'text   # a comment',
    'text # since Monday',
    'a:b',
    'https://x.org/a#b',
    '10:30',
    'a@b',
    "Bob's",
    '100 %',
    'C#',
    'issue#42',
    '"no"',
    'not',
    'a - b',
    'a, b',
    '(draft)',
    '<none>',
    '|\n  @a: b #c\n  no',
    '>-\n  a: b\n  #c',
    'a\n  b',
    'waiting for\u00a0#42',
    'Atlas:\u00a0the migration',
    'Atlas:\u3000',
    '"a\n  @b: c #d"',
  ]) {
    it(`${JSON.stringify(written)} is none`, () => assert.deepEqual(field('title', written).problems, []));
  }

  it('stand in lists and mappings of one line', () => {
    const document = readPlan('---\ntype: milestone\nid: a\ntags: [@a, "b", c: d]\nlinks: { doc: x: y, b: @z }\n---\n');
    assert.deepEqual(
      problemsOf(document).filter((problem) => problem.startsWith('yaml-surprise')),
      ['yaml-surprise 4:8 "@a"', 'yaml-surprise 5:15 "x: y"', 'yaml-surprise 5:24 "@z"'],
    );
    assert.deepEqual(document.items[0]?.values.links, [
      { name: 'doc', url: 'x: y' },
      { name: 'b', url: '@z' },
    ]);
  });

  it('stand behind every key', () => {
    const document = readPlan(
      '---\ntype: milestone\n"id": a\n"title": a: b\n\'owner\': @maria\nx-🚀: c: d\nlinks: { "doc": e: f }\n---\n',
    );
    assert.deepEqual(problemsOf(document), [
      'yaml-surprise 4:10 "a: b"',
      'yaml-surprise 5:10 "@maria"',
      'yaml-surprise 6:7 "c: d"',
      'yaml-surprise 7:17 "e: f"',
    ]);
    assert.equal(document.items[0]?.title, 'a: b');
    assert.deepEqual(document.items[0]?.values.links, [{ name: 'doc', url: 'e: f' }]);
  });

  it('stand in lists and mappings of several lines', () => {
    const document = readPlan(`---
type: register
actions: [
  { id: A-1, owner: @maria,   # the lead: for now
    title: Call: the vendor },
  {
    id: A-2, owner: @chen
  }
]
risks:
  - { id: R-1, owner: @dana }
---
`);
    assert.deepEqual(problemsOf(document), [
      'yaml-surprise 4:21 "@maria"',
      'yaml-surprise 5:12 "Call: the vendor"',
      'yaml-surprise 7:21 "@chen"',
      'yaml-surprise 11:23 "@dana"',
    ]);
    assert.deepEqual(
      document.items.map((item) => [item.id, item.values.owner?.name, item.title]),
      [
        ['A-1', 'maria', 'Call: the vendor'],
        ['A-2', 'chen', undefined],
        ['R-1', 'dana', undefined],
      ],
    );
  });

  it('stand beside blocks of text', () => {
    const document = readPlan(`---
type: register
risks:
  - note: |
      @not: this #one
    id: R-1
    owner: @maria
  - id: R-2
    description: >
      a: b

      c: d
    title: x: y
---
`);
    assert.deepEqual(problemsOf(document), ['yaml-surprise 7:12 "@maria"', 'yaml-surprise 13:12 "x: y"']);
    assert.equal(document.items[0]?.values.note, '@not: this #one');
    assert.equal(document.items[1]?.title, 'x: y');
  });

  it('are a comma inside an entry of one line', () => {
    const document = readPlan(
      '---\ntype: register\nactions:\n  - { id: A-1, title: Call, write, wait, owner: maria }\n---\n',
    );
    assert.deepEqual(problemsOf(document), ['yaml-surprise 4:23 "Call, write, wait"']);
    assert.equal(document.items[0]?.values.owner?.name, 'maria');
  });

  it('count only where text belongs', () => {
    const document = readPlan('---\ntype: milestone\nid: a\nkey: yes\ndue: 2026-12-11 #tentative\nx-own: no\n---\n');
    assert.deepEqual(document.problems, []);
  });

  it('are told with every line ending', () => {
    for (const newline of ['\r\n', '\r']) {
      const document = readPlan(['---', 'type: milestone', 'owner: @maria', 'title: a: b', '---', ''].join(newline));
      assert.deepEqual(problemsOf(document), ['yaml-surprise 3:8 "@maria"', 'yaml-surprise 4:8 "a: b"']);
    }
  });

  it('are left to YAML where a text holds the characters that would stand in', () => {
    const document = readPlan('---\ntype: milestone\nid: a\ntitle: \ue000 x\n---\n');
    assert.equal(document.items[0]?.title, '\ue000 x');
  });
});
