import assert from 'node:assert/strict';
import { findingsOf } from '../../support/plan.ts';
import { itemsOf, marked, problemsOf, readPlan } from '../../support/reading.ts';

const PROGRAM = `---
type: program
id: atlas
title: Atlas migration
workstreams:
  - { id: platform, title: Platform, owner: chen }
milestones:
  - id: auth-cutover
    title: Auth cut over
    due: 2026-11-27
    duration: 3w
risks:
  - id: R-1
    probability: 40%
    impact: high
    affects: [api-freeze]
decisions:
- id: D-1
  blocks: [auth-cutover]
issues: [{ id: I-1 }, { id: I-2 }]
dependencies:
  - { id: hsm, from: security }
actions:
  -
    id: A-1
---
`;

describe('collections', () => {
  it('hold items of every type, in the order in which they are written', () => {
    const document = readPlan(PROGRAM);
    assert.deepEqual(document.problems, []);
    assert.deepEqual(itemsOf(document), [
      'program atlas',
      'workstream platform',
      'milestone auth-cutover',
      'risk R-1',
      'decision D-1',
      'issue I-1',
      'issue I-2',
      'dependency hsm',
      'action A-1',
    ]);
    assert.deepEqual(
      document.items.map((item) => item.form),
      ['file', ...Array.from({ length: 8 }, () => 'entry')],
    );
  });

  it('know where each entry stands, and where its id', () => {
    const document = readPlan(PROGRAM);
    const at = (id: string) => document.items.find((item) => item.id === id) as (typeof document.items)[0];
    assert.equal(marked(document, at('platform')), '{ id: platform, title: Platform, owner: chen }');
    assert.equal(
      marked(document, at('auth-cutover')),
      'id: auth-cutover\n    title: Auth cut over\n    due: 2026-11-27\n    duration: 3w',
    );
    assert.equal(marked(document, at('A-1')), 'id: A-1');
    for (const item of document.items) assert.equal(marked(document, { range: item.idRange }), item.id);
  });

  it('stand in program, workstream and register documents', () => {
    for (const type of ['program', 'workstream', 'register']) {
      const document = readPlan(`---\ntype: ${type}\nid: x\nrisks: [{ id: R-1 }]\n---\n`);
      assert.ok(itemsOf(document).includes('risk R-1'));
    }
  });

  it('are no fields of other types', () => {
    const document = readPlan('---\ntype: milestone\nid: x\nrisks: [{ id: R-1 }]\n---\n');
    assert.deepEqual(itemsOf(document), ['milestone x']);
    assert.deepEqual(problemsOf(document), ['unknown-field 4:1 "risks"']);
  });

  it('never hold programs', () => {
    const document = readPlan('---\ntype: register\nprograms: [{ id: atlas }]\n---\n');
    assert.deepEqual(itemsOf(document), []);
    assert.deepEqual(problemsOf(document), ['unknown-field 3:1 "programs"']);
  });

  it('may have keys in other spellings', () => {
    assert.deepEqual(itemsOf(readPlan('---\nRisks: [{ id: R-1 }]\n---\n')), ['risk R-1']);
  });

  it('have entries without a type, and one that says its own is pointed at nothing', () => {
    const document = readPlan('---\ntype: register\nrisks: [{ id: R-1, type: risk }]\n---\n');
    assert.deepEqual(document.problems, []);
  });

  it('pass over empty entries, and refuse what has no fields', () => {
    const document = readPlan(
      '---\ntype: register\nactions:\n  -\n  - ~\n  - call the vendor\n  - [a]\n  - { id: A-1 }\n---\n',
    );
    assert.deepEqual(itemsOf(document), ['action A-1']);
    assert.deepEqual(problemsOf(document), ['invalid-value 6:5 "call the vendor"', 'invalid-value 7:5 "[a]"']);
    assert.match(document.problems[0]?.message ?? '', /an action has fields: write \{ id: /);
  });

  it('are lists', () => {
    const document = readPlan(
      '---\ntype: program\nmilestones:\n  api-freeze: { due: 2026-12-11 }\nrisks: none\nissues: tbd\nactions: ~\n---\n',
    );
    assert.deepEqual(problemsOf(document), [
      'invalid-value 4:3 "api-freeze: { due: 2026-12-11 }"',
      'invalid-value 5:8 "none"',
    ]);
  });

  it('need an id in every entry, and propose one', () => {
    const document = readPlan(
      '---\ntype: register\nrisks:\n  - title: Vendor certification slips\n    impact: high\n  - {}\n  - id:\n    title: y\n---\n',
    );
    assert.deepEqual(itemsOf(document), []);
    assert.deepEqual(problemsOf(document), [
      'missing-field 4:5 "title: Vendor certification slips"',
      'missing-field 6:5 "{}"',
      'missing-field 7:5 "id"',
    ]);
    assert.match(document.problems[0]?.message ?? '', /id: vendor-certification-slips/);
  });

  it('may be thousands of entries', () => {
    const entries = Array.from({ length: 5000 }, (_, i) => `  - { id: A-${i} }\n`).join('');
    assert.equal(readPlan(`---\ntype: register\nactions:\n${entries}---\n`).items.length, 5000);
  });
});

describe('a register', () => {
  it('is no item, and says what its entries share', () => {
    const document = readPlan('---\ntype: register\nprogram: atlas\nworkstream: core\nrisks: [{ id: R-1 }]\n---\n');
    assert.deepEqual(itemsOf(document), ['risk R-1']);
    assert.equal(document.holder.program?.name.id, 'atlas');
    assert.equal(document.holder.workstream?.name.id, 'core');
    assert.deepEqual(document.problems, []);
  });

  it('has no fields that are only an item’s', () => {
    const document = readPlan('---\ntype: register\ndue: 2026-12-11\nrisks: [{ id: R-1 }]\n---\n');
    assert.deepEqual(problemsOf(document), ['unknown-field 3:1 "due"']);
    assert.match(document.problems[0]?.message ?? '', /a register has no field "due"/);
  });
});

describe('the type of an entry', () => {
  const register = (type: string): string =>
    `---\ntype: register\nactions:\n  - id: A-1\n    type: ${type}\n    owner: maria\n---\n`;

  it('is that of its collection, said or not', () => {
    assert.deepEqual(findingsOf({ 'a.md': register('action') }), []);
  });

  it('is reported where it is another one', () => {
    assert.deepEqual(findingsOf({ 'a.md': register('risk') }), ['invalid-value a.md:5:11 "risk"']);
  });
});

describe('a collection under another name', () => {
  it('is read, and the name reported: singular or misspelt', () => {
    const register = (key: string): string =>
      `---\ntype: register\n${key}:\n  - { id: R-1, owner: dana, probability: low, impact: low }\n---\n`;
    for (const key of ['risk', 'rissks']) {
      const { items, problems } = readPlan(register(key));
      assert.deepEqual(
        items.map((item) => item.id),
        ['R-1'],
      );
      assert.deepEqual(
        problems.map(({ code, severity, suggestion }) => [code, severity, suggestion]),
        [['unknown-field', 'warning', 'risks']],
      );
    }
  });

  it('makes a register of a document whose type is that name', () => {
    const text = '---\ntype: risks\nrisks:\n  - { id: R-1, owner: dana, probability: low, impact: low }\n---\n';
    const { type, items, problems } = readPlan(text);
    assert.equal(type, 'register');
    assert.equal(items.length, 1);
    assert.deepEqual(
      problems.map(({ code, suggestion }) => [code, suggestion]),
      [['unknown-type', 'register']],
    );
  });

  it('is a register by whatever people call one', () => {
    for (const name of ['risk register', 'RAID log', 'action-list']) {
      const [problem] = readPlan(`---\ntype: ${name}\nrisks:\n  - { id: R-1 }\n---\n`).problems;
      assert.equal(problem?.message, `"${name}" is not a type of document: did you mean register?`);
      assert.equal(problem?.suggestion, 'register');
    }
    assert.equal(readPlan('---\ntype: post\nrisks:\n  - { id: R-1 }\n---\n').problems[0]?.suggestion, undefined);
  });

  it('is a field where it holds no entries', () => {
    const text = '---\ntype: program\nid: p\nowner: x\nworkstreams: [{ id: w, owner: x }]\nrisk: low\n---\n';
    assert.deepEqual(problemsOf(readPlan(text)), ['unknown-field 6:1 "risk"']);
  });
});

describe('a field under a name of another tool', () => {
  it('is suggested under its own', () => {
    const text = '---\ntype: milestone\nid: m\ndeadline: 2026-12-01\nassignee: x\nblocked_by: [a]\n---\n';
    assert.deepEqual(
      readPlan(text).problems.map(({ suggestion }) => suggestion),
      ['due', 'owner', 'depends_on'],
    );
  });

  /** What is said of the last field of an item, behind the type. */
  const said = (type: string, ...lines: string[]): string => {
    const problem = readPlan(`---\ntype: ${type}\nid: m\nowner: x\n${lines.join('\n')}\n---\n`).problems.at(-1);
    return `${problem?.severity ?? 'info'}${problem?.isDating ? ', dating' : ''}: ${problem?.message.split(': ').slice(1).join(': ')}`;
  };

  it('is found by the type of item, and is a warning where dates hang on it', () => {
    for (const [type, name, meant] of [
      ['program', 'due', 'target'],
      ['milestone', 'target', 'due'],
      ['milestone', 'finish_date', 'due'],
      ['milestone', 'closed', 'completed'],
      ['milestone', 'kickoff', 'start'],
      ['milestone', 'eta', 'expected'],
      ['milestone', 'needed_by', 'due'],
      ['action', 'target', 'due'],
      ['action', 'finished', 'done'],
      ['dependency', 'due', 'promised or needed_by'],
      ['dependency', 'expected', 'promised'],
      ['dependency', 'needed_for', 'needed_by'],
      ['decision', 'decide_by', 'due'],
      ['decision', 'decided_on', 'date'],
      ['decision', 'decided', 'date'],
      ['issue', 'closed_on', 'resolved'],
      ['gate', 'deadline', 'due'],
    ] as const) {
      assert.equal(
        said(type, `${name}: 2026-12-01`),
        `warning, dating: did you mean ${meant}?`,
        `${name} of a ${type}`,
      );
    }
    assert.equal(said('milestone', 'effort: 3d'), 'warning, dating: did you mean duration?');
    assert.equal(said('milestone', 'dependencies: [a]'), 'warning, dating: did you mean depends_on?');
    assert.equal(said('milestone', 'labels: x'), 'info: did you mean tags?');
    assert.equal(said('milestone', 'created_at: 2026-01-02'), 'info: did you mean created?');
    assert.equal(said('milestone', 'deadline: tbd'), 'info: did you mean due?');
  });

  it('says of what is closed when that was', () => {
    assert.equal(said('milestone', 'status: done', 'finish: 2026-12-01'), 'warning, dating: did you mean completed?');
    assert.equal(said('milestone', 'status: planned', 'finish: 2026-12-01'), 'warning, dating: did you mean due?');
    assert.equal(said('milestone', 'finished: true'), 'info: did you mean "status: done"?');
  });

  it('is no field that the item has already', () => {
    assert.equal(
      said('milestone', 'due: 2026-12-01', 'deadline: 2026-12-02'),
      'warning: did you mean due, which it has already?',
    );
    assert.equal(said('milestone', 'due: 2026-12-01', 'finish: 2026-12-02'), 'warning, dating: did you mean expected?');
    assert.equal(
      said('dependency', 'promised: 2026-12-01', 'due: 2026-12-02'),
      'warning, dating: did you mean needed_by?',
    );
  });

  it('is a warning where its value is a day, whatever its name', () => {
    const kept = 'begin it with "x-" if it is your own';
    const dates = 'its dates are start, due, expected and started';
    for (const day of [
      '2026-12-01',
      '2026-12-01T10:00:00Z',
      '1 Dec 2026',
      '1.12.2026',
      '12/31/2026',
      '2026\u201312\u201301',
    ])
      assert.equal(said('milestone', `colour: ${day}`), `warning: ${dates}; ${kept}`, day);
    for (const other of ['red', '2026', '20261201', '1.2', '[2026-12-01]'])
      assert.equal(said('milestone', `colour: ${other}`), `info: ${kept}`, other);
  });

  it('of a number is no day', () => {
    assert.equal(said('metric', 'deadline: 2026-12-01'), 'warning: begin it with "x-" if it is your own');
  });

  it('takes no longer the more of them there are', () => {
    const fields = Array.from({ length: 20_000 }, (_, i) => `by${i === 0 ? '' : `-${i}`}: 1`).join('\n');
    assert.equal(readPlan(`---\ntype: milestone\nid: m\nowner: x\n${fields}\n---\n`).problems.length, 20_000);
  });
});
