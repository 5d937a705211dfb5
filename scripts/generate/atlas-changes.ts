import { type Edit, edited } from './edited.ts';

/** A change to the example, as somebody might propose it in a pull request. */
export interface ExampleChange {
  readonly name: string;
  readonly by: string;
  readonly title: string;
  /** What they would write above it. */
  readonly says: string;
  /** The example, changed. */
  readonly apply: (files: Readonly<Record<string, string>>) => Record<string, string>;
}

const change = (name: string, by: string, title: string, says: string, ...edits: readonly Edit[]): ExampleChange => ({
  name,
  by,
  title,
  says,
  apply: (files) => edited(files, edits),
});

/** One file, three lines, and nothing in them says what that moves. */
const slip = change(
  'slip',
  'chen',
  'schema-v2: progress after the second batch run',
  'How far we really are, after the second batch run.',
  ['milestones/schema-v2.md', 'progress: 50%', 'progress: 30%'],
  [
    'milestones/schema-v2.md',
    'note: Half done after two thirds of the time; batching brought locks down to 410 ms, the limit is 300 ms.',
    'note: The second batch run locked hot accounts again; balance rows are rewritten account by account now.',
  ],
  ['milestones/schema-v2.md', 'updated: 2026-11-19', 'updated: 2026-11-21'],
);

const newRisk = change(
  'new-risk',
  'tomas',
  'Sandbox: what we know after the call with the card schemes',
  'What the schemes said: a date for the sandbox, the risk behind it, and what we have to decide.',
  ['risks.md', 'status: occurred\n    probability: 30%', 'status: occurred\n    became: I-2\n    probability: 30%'],
  [
    'risks.md',
    `  - id: R-7
`,
    `  - id: R-9
    title: The fourth scheme certifies in its spring window only
    status: open
    probability: 50%
    impact: high
    impact_days: 15d
    affects: [payments-adapter]
    owner: tomas
    mitigation: Go live on three schemes; the fourth carries 6 % of the volume and stays on Core until its window.
    updated: 2026-11-21
  - id: R-7
`,
  ],
  [
    'README.md',
    `    due: 2026-12-11
    blocks: [payments-adapter]`,
    `    due: 2026-12-11
    expected: 2027-02-05
    blocks: [payments-adapter]`,
  ],
  [
    'README.md',
    'names a date by 4 December.\n    updated: 2026-11-18',
    'names a date by 4 December.\n    updated: 2026-11-21',
  ],
  [
    'decisions.md',
    `  - id: D-9
`,
    `  - id: D-10
    title: Whether we go live on three card schemes
    status: proposed
    owner: okafor
    due: 2026-12-18
    blocks: [merchant-cutover]
    decision_makers: [okafor, Kofi Mensah]
    updated: 2026-11-21
  - id: D-9
`,
  ],
);

const rePlan = change(
  're-plan',
  'maria',
  'Re-plan: go-live on 16 April, fraud signals later, login in January',
  'What the steering group agreed on: another date, less scope, and the decision that was late.',
  ['README.md', '    due: 2027-03-12\n    key: true', '    due: 2027-04-16\n    key: true'],
  ['README.md', '      - fraud-signals\n', ''],
  ['README.md', 'target: 2027-03-31', 'target: 2027-04-30'],
  ['README.md', '    due: 2027-03-31\n    duration: 5d', '    due: 2027-04-30\n    duration: 5d'],
  [
    'workstreams/payments.md',
    `  - id: fraud-signals
    title: Fraud signals on the new ledger
`,
    `  - id: fraud-signals
    title: Fraud signals on the new ledger
    status: cancelled
    note: Go-live on nightly files with a lower payout limit; events come with the second release.
`,
  ],
  ['workstreams/payments.md', 'auth-cutovr', 'auth-cutover'],
  [
    'decisions.md',
    `    status: proposed
    owner: okafor
    due: 2026-11-13
`,
    `    status: accepted
    owner: okafor
    due: 2026-11-13
    date: 2026-11-20
    outcome: After the year-end freeze, all merchants in one night.
`,
  ],
  ['milestones/auth-cutover.md', 'start: 2026-12-02\ndue: 2026-12-11', 'start: 2027-01-05\ndue: 2027-01-15'],
  [
    'milestones/ledger-backfill.md',
    'id: ledger-backfill\ntitle: Ledger history loaded',
    'id: ledger-recent\ntitle: Ledger history loaded, 2020 to today',
  ],
  ['milestones/ledger-backfill.md', 'estimate: 20d / 25d / 38d', 'estimate: 11d / 14d / 22d'],
  [
    'milestones/ledger-history.md',
    '',
    `---
type: milestone
id: ledger-history
title: Ledger history loaded, 2015 to 2019
owner: priya
workstream: data
due: 2027-04-09
duration: 11d
depends_on: [ledger-recent]
updated: 2026-11-20
---

# Ledger history loaded, 2015 to 2019

Finance agreed that nobody needs these years before go-live.
`,
  ],
  ['README.md', '    depends_on: [go-live]\n', '    depends_on: [go-live, ledger-history]\n'],
  ['milestones/ledger-reconciled.md', 'depends_on: [ledger-backfill]', 'depends_on: [ledger-recent]'],
  ['milestones/ledger-reconciled.md', 'due: 2027-01-29', 'due: 2027-02-12'],
  ['milestones/reporting-parity.md', 'ledger-backfill SS+5d', 'ledger-recent SS+5d'],
  ['milestones/dr-exercise.md', 'ledger-backfill', 'ledger-recent'],
  ['risks.md', '    affects: [ledger-backfill]\n', '    affects: [ledger-recent]\n'],
  ['risks.md', 'contingancy:', 'contingency:'],
  [
    'risks.md',
    `    affects: [ledger-reconciled]
    owner: priya
    updated: 2026-11-16`,
    `    affects: [ledger-reconciled]
    owner: priya
    mitigation: Two accountants from Porto for ten days in February, after the year is closed.
    updated: 2026-11-20`,
  ],
);

/** What a plan goes through, as pull requests to the example. */
export const EXAMPLE_CHANGES: readonly ExampleChange[] = [slip, newRisk, rePlan];
