import assert from 'node:assert/strict';
import { snapshotOf } from '../../support/plan.ts';

/** What findings say in cases that the examples of the rules do not show. */
describe('messages of rules', () => {
  it('say of a dependency that nobody has promised it, and of whom it is asked that they have not', () => {
    const messages = (from: string): readonly string[] =>
      snapshotOf({
        'r.md': `---\ntype: register\ndependencies:\n  - { id: hsm, owner: dana, needed_by: 2026-11-27${from} }\n---\n`,
      }).findings.flatMap(({ code, message }) => (code === 'dependency-uncommitted' ? [message] : []));
    const needed = 'hsm is needed on 2026-11-27, in 5 working days, and';
    const asked = 'promised it: ask for a date, and write it as promised';
    assert.deepEqual(messages(''), [`${needed} nobody has ${asked}`]);
    assert.deepEqual(messages(', from: security'), [`${needed} security has not ${asked}`]);
  });

  /** What is said of fields that are missing in an item with these. */
  const missing = (type: string, fields: string): readonly string[] =>
    snapshotOf({ 'a.md': `---\ntype: ${type}\nid: x\nowner: dana\n${fields}\n---\n` }).findings.flatMap(
      ({ code, severity, message }) => (code === 'missing-field' ? [`${severity}: ${message}`] : []),
    );

  it('say of a gate that it holds nothing, unless that is written or wrong or over', () => {
    const holds = 'info: gate x holds nothing: write "for: " and the milestones that are not done before it';
    assert.deepEqual(missing('gate', 'due: 2026-12-11'), [holds]);
    for (const fields of ['for: []', 'for: ga', 'for:', 'status: approved', 'approved: 2026-11-02'])
      assert.deepEqual(missing('gate', fields), [], fields);
  });

  it('say of an update that its date is missing, unless it is a draft', () => {
    const write = 'write "date: " and the day on which it was sent';
    assert.deepEqual(missing('update', 'health: green'), [
      `info: update x has no date, and so counts as a draft: ${write}`,
    ]);
    assert.deepEqual(missing('update', 'status: published'), [
      `info: update x has no date, and so is never the last one: ${write}`,
    ]);
    for (const fields of ['date: 2026-11-20', 'date: 20.11.26', 'completed: 2026-11-20', 'status: draft'])
      assert.deepEqual(missing('update', fields), [], fields);
  });
});
