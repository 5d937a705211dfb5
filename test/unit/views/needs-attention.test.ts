import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { findingKey } from '../../../src/core/views/finding-key.ts';
import { findingText, shortReason } from '../../../src/core/views/finding-text.ts';
import { needsAttention } from '../../../src/core/views/needs-attention.ts';
import { snapshotOf } from '../../support/plan.ts';
import { SMALL_PLAN, smallPlan } from './small-plan.ts';

describe('needs attention', () => {
  it('groups by who has to act, the worst first', () => {
    const { findings } = smallPlan();
    const groups = needsAttention(findings, () => false).map(({ kind, label, findings: own }) => ({
      kind,
      label,
      codes: own.map(({ code }) => code),
    }));
    assert.deepEqual(groups, [
      { kind: 'owner', label: 'priya', codes: ['unknown-reference', 'overdue', 'stale'] },
      { kind: 'owner', label: 'dana', codes: ['decision-overdue', 'risk-without-mitigation'] },
    ]);
  });

  it('shows what is new on top, and only there', () => {
    const { findings } = smallPlan();
    const groups = needsAttention(findings, ({ code }) => code === 'overdue');
    assert.deepEqual(
      groups.map(({ id, findings: own }) => `${id}: ${own.length}`),
      ['new: 1', 'owner priya: 2', 'owner dana: 2'],
    );
  });

  it('gives what has no owner to nobody', () => {
    const { findings } = snapshotOf({ 'a.md': '---\ntype: milestone\nid: a\n---\n' });
    const [group] = needsAttention(findings, () => false);
    assert.equal(group?.kind, 'nobody');
    assert.equal(group?.label, 'No owner');
  });
});

describe('the text of a finding in a list', () => {
  it('says whom it is about and why, without the advice', () => {
    const { findings } = smallPlan();
    assert.deepEqual(
      findings.map(findingText).map(({ name, reason, title }) => `${name} ${reason} · ${title}`),
      [
        'D-1 was to be decided by 2026-11-13, 8 days ago, and blocks auth · Token format',
        'R-1 has a score of 16 of 25 and no mitigation · Nobody has time',
        'schema was due on 2026-11-18, 3 days ago · Schema v2',
        'schema depends_on: there is no item "auth-cutovr" · Schema v2',
        'schema nobody has touched schema since 2026-10-30, 15 working days ago, and its limit is 10 · Schema v2',
      ],
    );
  });

  it('keeps colons in quotes, and the only thing that is said', () => {
    assert.equal(shortReason('there is no item "a: b": write another'), 'there is no item "a: b"');
    assert.equal(shortReason('title: this is everything there is to say'), 'title: this is everything there is to say');
    assert.equal(shortReason('nothing to do'), 'nothing to do');
  });
});

describe('the key of a finding', () => {
  it('stays when lines move and days pass', () => {
    const keys = (files: Record<string, string>, today: string) =>
      new Set(snapshotOf(files, { today }).findings.map(findingKey));
    const before = keys(SMALL_PLAN, '2026-11-21');
    const moved = SMALL_PLAN['milestones/schema.md'].replace('type: milestone', 'type: milestone\npriority: 1');
    assert.deepEqual(keys({ ...SMALL_PLAN, 'milestones/schema.md': moved }, '2026-11-22'), before);
  });

  it('is another one for another item, rule or value', () => {
    const { findings } = smallPlan();
    assert.equal(new Set(findings.map(findingKey)).size, findings.length);
  });
});
