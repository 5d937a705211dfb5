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
});
