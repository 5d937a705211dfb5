import assert from 'node:assert/strict';
import { snapshotOf } from '../../support/plan.ts';
import { changes, type Files, milestone, offered, program } from './fixed.ts';

describe('fixes of words', () => {
  it('correct a misspelt field, and nothing beside it', () => {
    const plan = milestone('owner: maria\nstaus : planned # since Monday');
    assert.deepEqual(offered(plan, 'unknown-field'), ['* Change to status !']);
    assert.deepEqual(changes(plan, 'unknown-field', 'Change'), [
      '-staus : planned # since Monday',
      '+status : planned # since Monday',
    ]);
  });

  it('leave a field alone that is there already', () => {
    assert.deepEqual(offered(milestone('owner: maria\nonwer: chen'), 'unknown-field'), []);
  });

  it('ask before they take another name for a field of their own', () => {
    assert.deepEqual(offered(milestone('assignee: maria'), 'unknown-field'), ['* Change to owner']);
  });

  it('offer every field that a foreign name can mean, and none that is there already', () => {
    const dependency = (fields: string): Files => ({
      'a.md': `---\ntype: dependency\nid: d\nowner: maria\n${fields}\n---\n`,
    });
    const due = 'due: 2026-12-01';
    assert.deepEqual(offered(dependency(due), 'unknown-field'), ['* Change to promised', 'Change to needed_by']);
    assert.deepEqual(offered(dependency(`promised: 2026-12-01\n${due}`), 'unknown-field'), ['* Change to needed_by']);
    assert.deepEqual(offered(milestone('owner: maria\ndue: 2026-12-01\ndeadline: 2026-12-02'), 'unknown-field'), [
      'Make it a field of your own: x-deadline',
    ]);
    assert.deepEqual(changes(dependency(due), 'unknown-field', 'Change to needed_by'), [
      '-due: 2026-12-01',
      '+needed_by: 2026-12-01',
    ]);
  });

  it('make a field that is near to none the author’s', () => {
    const plan = milestone('owner: maria\ncolour: red');
    assert.deepEqual(changes(plan, 'unknown-field', 'Make it a field of your own'), ['-colour: red', '+x-colour: red']);
  });

  it('correct a misspelt status, in its quotes', () => {
    const plan = milestone("owner: maria\nstatus: 'plannd' # soon");
    assert.deepEqual(offered(plan, 'unknown-status'), ['* Change to planned !']);
    assert.deepEqual(changes(plan, 'unknown-status', 'Change'), [
      "-status: 'plannd' # soon",
      "+status: 'planned' # soon",
    ]);
  });

  it('close nothing without being asked, and reverse nothing at all', () => {
    assert.deepEqual(offered(milestone('owner: maria\nstatus: doen'), 'unknown-status'), ['* Change to done']);
    const words = { issue: 'unresolved', dependency: 'undelivered', decision: 'unaccepted' };
    for (const [type, word] of [...Object.entries(words), ['dependency', 'uncommitted']] as const) {
      const files = { 'a.md': `---\ntype: ${type}\nid: a\nowner: m\nfrom: x\nstatus: ${word}\n---\n` };
      assert.ok(
        offered(files, 'unknown-status').every((title) => !/[*!]/.test(title)),
        word,
      );
      const messages = snapshotOf(files).findings.map(({ message }) => message);
      assert.ok(!messages.some((message) => message.includes('did you mean')), messages.join());
    }
  });

  it('give a field its name without being asked only where it takes the value, and nothing is decided by it', () => {
    for (const [line, is] of [
      ['complete: 50%', '* Change to completed'],
      ['complted: 2026-11-02', '* Change to completed'],
      ['staus: done', '* Change to status'],
      ['staus: doen', '* Change to status'],
      ['staus: nearly', '* Change to status'],
      ['staus: plannd', '* Change to status !'],
      ['stauts: in progress', '* Change to status !'],
      ['duration_: soon', '* Change to duration'],
      ['duraton: 3d', '* Change to duration !'],
      ['duraton:', '* Change to duration !'],
      ['mut: { stale: 2026-12-01 }', '* Change to mute'],
      ['titel: Go: live', '* Change to title !'],
    ] as const) {
      const found = offered(milestone(`owner: maria\n${line}`), 'unknown-field');
      assert.ok(found.includes(is), `${line}: ${found}`);
    }
  });

  it('ask before a comment goes with a field that is written twice', () => {
    const double = (first: string, second: string) => milestone(`owner: maria\n${first}\npriority: p1\n${second}`);
    const code = 'invalid-front-matter';
    const title = '* Remove this due: the first one counts';
    const twice = offered(double('due: 2026-12-01', 'due: 2026-12-01'), code);
    assert.ok(twice.includes(`${title} !`), twice.join());
    const said = offered(double('due: 2026-12-01', 'due: 2026-12-01  # agreed with the board'), code);
    assert.ok(said.includes(title), said.join());
  });

  it('offer every status where none is near', () => {
    assert.deepEqual(
      offered(milestone('owner: maria\nstatus: whatever'), 'unknown-status'),
      ['planned', 'in-progress', 'at-risk', 'blocked', 'done', 'cancelled'].map((status) => `Change to ${status}`),
    );
  });

  it('correct a type, and the words of fields', () => {
    assert.deepEqual(
      changes({ 'a.md': '---\ntype: milestoen\nid: a\nowner: maria\n---\n' }, 'unknown-type', 'Change'),
      ['-type: milestoen', '+type: milestone'],
    );
    assert.deepEqual(offered(milestone('owner: maria\ncommitment: frm'), 'invalid-value'), ['* Change to firm !']);
  });

  it('never decide on a date by themselves', () => {
    assert.deepEqual(offered(milestone('owner: maria\ndue: 31.12.2026'), 'invalid-value'), ['* Change to 2026-12-31']);
    assert.deepEqual(offered(milestone('owner: maria\ndue: 01/02/2027'), 'invalid-value'), [
      'Change to 2027-02-01',
      'Change to 2027-01-02',
    ]);
  });

  it('write the day of a decision record in place, in front matter or below its title, and say when it was looked at', () => {
    const record = (text: string): Files => ({
      'milepost.yaml': 'adapters: [{ use: adr, files: "adr/*.md" }]\n',
      'adr/0001-kafka.md': text,
    });
    for (const [head, foot] of [
      ['---\nstatus: accepted\ndate: 14/10/2026\n---\n# Kafka\n', 'date: '],
      ['# Kafka\n\nDate: **14/10/2026**\n', 'Date: **'],
    ] as const) {
      assert.deepEqual(offered(record(head), 'invalid-value').slice(0, 1), ['* Change to 2026-10-14']);
      const [before, after] = changes(record(head), 'invalid-value', 'Change');
      assert.equal(before?.startsWith(`-${foot}14/10/2026`), true);
      assert.equal(after, before?.replace('-', '+').replace('14/10/2026', '2026-10-14'));
    }
    const stale = record('---\nstatus: proposed\ndecision-makers: chen\ndate: 2026-02-03\n---\n# Kafka\n');
    assert.deepEqual(changes(stale, 'stale', 'Set date'), ['-date: 2026-02-03', '+date: 2026-11-21']);
  });

  it('say which percentage, person or day is meant', () => {
    assert.deepEqual(offered(milestone('owner: maria\nprogress: 1'), 'invalid-value'), [
      'Change to 1%',
      'Change to 100%',
    ]);
    assert.deepEqual(offered(milestone('owner: sam, li'), 'invalid-value'), ['Change to sam', 'Change to li']);
    assert.deepEqual(changes(milestone('owner: sam\nmute: { stale: }'), 'invalid-value', 'Silence it'), [
      '-mute: { stale: }',
      '+mute: { stale: 2026-12-05 }',
    ]);
  });

  it('write lists, entries and ids as they have to be', () => {
    const list = program('milestones:\n  - { id: a, owner: m }\n  - id: b\n    owner: m\n    depends_on: a, R-1');
    assert.deepEqual(changes(list, 'invalid-value', 'Write it as a list'), [
      '-    depends_on: a, R-1',
      '+    depends_on: [a, R-1]',
    ]);
    assert.deepEqual(changes(program('milestones:\n  - api'), 'invalid-value', 'Write it as an entry'), [
      '-  - api',
      '+  - id: api',
    ]);
    assert.deepEqual(changes(program('milestones: [{ id: b c, owner: m }]'), 'invalid-value', 'Change to b-c'), [
      '-milestones: [{ id: b c, owner: m }]',
      '+milestones: [{ id: b-c, owner: m }]',
    ]);
  });

  it('correct the configuration, but not without asking', () => {
    const plan = { ...milestone('owner: m'), 'milepost.yaml': 'rules: { "stael": off }\n' };
    assert.deepEqual(offered(plan, 'invalid-configuration'), ['* Change to stale']);
    assert.deepEqual(changes(plan, 'invalid-configuration', 'Change'), [
      '-rules: { "stael": off }',
      '+rules: { "stale": off }',
    ]);
  });
});

describe('fixes that add a field', () => {
  it('give an entry the id that it lacks', () => {
    const plan = program(
      'milestones:\n  - title: Public API\n    owner: m\nactions: [{ title: Call them, owner: m, due: 2026-12-01 }]',
    );
    assert.deepEqual(changes(plan, 'missing-field', 'Add id: public-api'), [
      '-  - title: Public API',
      '+  - id: public-api',
      '+    title: Public API',
    ]);
    assert.deepEqual(changes(plan, 'missing-field', 'Add id: A-1'), [
      '-actions: [{ title: Call them, owner: m, due: 2026-12-01 }]',
      '+actions: [{ id: A-1, title: Call them, owner: m, due: 2026-12-01 }]',
    ]);
  });

  it('say how likely a risk is, and who delivers', () => {
    const plan = program(
      'risks:\n  - id: R-1\n    owner: m\ndependencies:\n  - { id: x, from: vendor, owner: m }\n  - { id: y, owner: m }',
    );
    assert.deepEqual(changes(plan, 'missing-field', 'Set probability and impact to high'), [
      '+    probability: high',
      '+    impact: high',
    ]);
    assert.deepEqual(changes(plan, 'missing-field', 'Set from to vendor'), [
      '-  - { id: y, owner: m }',
      '+  - { id: y, owner: m, from: vendor }',
    ]);
  });

  it('say which of two programs a file belongs to', () => {
    const plan = {
      'one.md': '---\ntype: program\nid: one\nowner: m\n---\n',
      'two.md': '---\ntype: program\nid: two\nowner: m\n---\n',
      'm.md': '---\r\ntype: milestone\r\nid: m\r\nowner: m\r\n---\r\n',
    };
    assert.deepEqual(changes(plan, 'missing-field', 'Set program to two'), ['+program: two\r']);
  });

  it('name an owner from the same plan', () => {
    const plan = program(
      'owner: chen\nmilestones:\n  - id: a\n    title: A\n  - { id: b, owner: "@maria" }\n  - { id: c, owner: "@maria" }',
    );
    assert.deepEqual(offered(plan, 'missing-owner').slice(0, 2), ['Set owner to @maria', 'Set owner to chen']);
    assert.deepEqual(changes(plan, 'missing-owner', 'Set owner to @maria'), ['+    owner: "@maria"']);
  });
});
