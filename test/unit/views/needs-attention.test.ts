import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { RULE_CODES } from '../../../src/core/rules/registry.ts';
import { findingKey } from '../../../src/core/views/finding-key.ts';
import { entryText, findingText, shortReason, whatIs } from '../../../src/core/views/finding-text.ts';
import { messagesFor } from '../../../src/core/views/messages.ts';
import { attentionEntries, needsAttention } from '../../../src/core/views/needs-attention.ts';
import { run, snapshotOf } from '../../support/plan.ts';
import { SMALL_PLAN, smallPlan } from './small-plan.ts';

/** A program with a firm date that is missed through three links, and one beside it that has time. */
const LATE_PLAN = {
  'one.md': `---
type: program
id: one
owner: maria
goal: go-live
milestones:
  - { id: schema, title: Schema, owner: chen, duration: 10d }
  - { id: backfill, owner: chen, duration: 10d, depends_on: [schema, nothing] }
  - { id: go-live, owner: maria, due: 2026-12-11, commitment: firm, depends_on: [backfill] }
  - { id: aside, owner: chen, due: 2027-03-12, duration: 5d, depends_on: [nobody] }
risks:
  - { id: R-1, owner: chen, probability: 60%, impact: high, affects: [backfill] }
decisions:
  - { id: D-1, title: Which schema, owner: dana, due: 2026-11-24, blocks: [backfill] }
---
`,
  'two.md': `---
type: program
id: two
owner: maria
goal: end
milestones:
  - { id: end, owner: chen, due: 2027-03-12, duration: 5d, depends_on: [no-such] }
---
`,
};

const entriesOf = (files: Readonly<Record<string, string>>) => run(attentionEntries(snapshotOf(files)));

describe('needs attention', () => {
  it('groups by who has to act, the worst first', () => {
    const groups = needsAttention(entriesOf(SMALL_PLAN), () => false).map(({ kind, label, entries }) => ({
      kind,
      label,
      codes: entries.map(({ finding }) => finding?.code),
    }));
    assert.deepEqual(groups, [
      { kind: 'owner', label: 'priya', codes: ['unknown-reference', 'overdue', 'stale'] },
      { kind: 'owner', label: 'dana', codes: ['risk-without-mitigation', 'decision-overdue'] },
    ]);
  });

  it('orders by what waiting costs the program, and says what that is', () => {
    const [chen] = needsAttention(entriesOf(LATE_PLAN), ({ item }) => item?.owner?.name !== 'chen').filter(
      ({ label }) => label === 'chen',
    );
    assert.deepEqual(
      chen?.entries.map(({ finding, item, why }) => `${item?.key} ${finding?.code}: ${why}`),
      [
        'one/schema forecast-late: critical · margin −5d · go-live slips',
        'one/backfill unknown-reference: critical · margin −5d',
        'one/R-1 risk-without-mitigation: threatens backfill: critical · margin −5d',
        'one/aside unknown-reference: ',
        'two/end unknown-reference: critical',
      ],
    );
  });

  it('sets a firm date that moves the whole program before one beside it that is missed by more', () => {
    const fair = '  - { id: fair, owner: chen, due: 2026-12-04, commitment: firm, duration: 20d }\n';
    const plan = { 'one.md': LATE_PLAN['one.md'].replace('risks:\n', `${fair}risks:\n`) };
    const [chen] = needsAttention(entriesOf(plan), () => false);
    const missed = chen?.entries.filter(({ finding }) => finding?.code === 'forecast-late');
    assert.deepEqual(
      missed?.map(({ item, why }) => `${item?.id}: ${why}`),
      ['schema: critical · margin −5d · go-live slips', 'fair: margin −10d'],
    );
  });

  it('says by when a decision has to be made, before anything is wrong with it', () => {
    const found = entriesOf(LATE_PLAN).filter(({ item }) => item?.id === 'D-1');
    assert.deepEqual(
      found.map(({ finding, why }) => [finding, why]),
      [[undefined, 'decide by 4 Dec or go-live moves · margin 2d']],
    );
  });

  it('shows what is new on top, and only there', () => {
    const groups = needsAttention(entriesOf(SMALL_PLAN), ({ finding }) => finding?.code === 'overdue');
    assert.deepEqual(
      groups.map(({ id, entries }) => `${id}: ${entries.length}`),
      ['new: 1', 'owner priya: 2', 'owner dana: 2'],
    );
  });

  it('gives what has no owner to nobody', () => {
    const [group] = needsAttention(entriesOf({ 'a.md': '---\ntype: milestone\nid: a\n---\n' }), () => false);
    assert.equal(group?.kind, 'nobody');
    assert.equal(group?.label, 'No owner');
  });

  it('gives what is said of a document to the owner of the item that the document is', () => {
    const block = '<!-- milepost status -->\n\nOld.\n\n<!-- /milepost 2026-11-20 -->\n';
    const entries = entriesOf({
      'README.md': `---\ntype: program\nid: shop\nowner: "@Maria"\nmilestones: [{ id: m, owner: maria }, { id: n, owner: maria }]\n---\n\n${block}`,
      'workstreams/web.md': `---\ntype: workstream\nid: web\n---\n\n${block}`,
      'risks.md': `---\ntype: register\nrisks: [{ id: R-1, owner: lee, probability: 20%, impact: low }]\n---\n\n${block}`,
    }).filter(({ finding }) => finding?.code === 'outdated-block');
    assert.deepEqual(
      entries.map(({ finding, item, owner }) => [finding?.source.path, item?.id, owner]),
      [
        ['README.md', undefined, 'maria'],
        ['risks.md', undefined, undefined],
        ['workstreams/web.md', undefined, undefined],
      ],
    );
    assert.match(messagesFor(entries, 20_778).find(({ owner }) => owner === 'maria')?.text ?? '', /- README\.md\n/);
  });
});

describe('messages', () => {
  it('have the open points of each person as plain text, the worst first', () => {
    const messages = messagesFor(entriesOf(LATE_PLAN), smallPlan().today);
    assert.deepEqual(
      messages.map(({ owner, count }) => `${owner} ${count}`),
      ['chen 5', 'dana 1'],
    );
    assert.equal(messages[1]?.text, MESSAGE);
    for (const { text } of messages) assert.doesNotMatch(text, /[*`<>[\]#]/);
  });

  it('hide no character, and say what would be right in a line of its own', () => {
    const [message] = messagesFor(
      entriesOf({ 'a.md': '---\ntype: milestone\nid: a\ntitle: "x\\u202Ey\\n- z"\n---\n' }),
      smallPlan().today,
    );
    assert.equal(
      message?.text,
      'No owner: 1 open point, 21 Nov 2026\n\n- a, x\\u{202e}y\\u{a}- z\n  has no owner\n  name one in owner\n  critical\n',
    );
  });
});

const MESSAGE = `dana: 1 open point, 21 Nov 2026

- D-1, Which schema
  decide by 4 Dec or go-live moves · margin 2d
`;

describe('what a finding is, in a side bar', () => {
  it('is said of every rule in few letters, and not as a code', () => {
    for (const code of RULE_CODES) {
      assert.match(whatIs(code), /^[A-Z][A-Za-z ]{3,29}$/, code);
      assert.doesNotMatch(whatIs(code), /Yaml|Api/, code);
    }
    assert.equal(new Set(RULE_CODES.map(whatIs)).size, RULE_CODES.length);
    assert.equal(whatIs('risk-without-mitigation'), 'Risk without mitigation');
  });

  it('is what is asked for soon, where nothing is wrong', () => {
    const soon = entriesOf(LATE_PLAN).find(({ finding }) => !finding);
    assert.ok(soon);
    const { what, name, title } = entryText(soon);
    assert.deepEqual([what, name, title], ['Decide soon', 'D-1', 'Which schema']);
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
