import { snapshotOf } from '../../support/plan.ts';

/** A plan in which one of everything is wrong, in both ways of writing. */
export const SMALL_PLAN = {
  'README.md': `---
type: program
id: atlas
title: Atlas migration
owner: maria
workstreams:
  - { id: platform, title: Platform, owner: chen }
  - { id: data, title: Ledger data, owner: priya }
milestones:
  - { id: launch, title: Launch, owner: maria, due: 2027-03-12, depends_on: [schema, auth] }
  - { id: kickoff, title: Kickoff, workstream: platform, completed: 2026-09-04, status: done }
  - { id: mobile, title: Mobile login, workstream: platform, status: cancelled }
decisions:
  - { id: D-1, title: Token format, owner: dana, due: 2026-11-13, blocks: [auth] }
risks:
  - { id: R-1, title: Nobody has time, owner: dana, probability: 60%, impact: high, affects: [launch] }
---
`,
  'milestones/auth.md': `---
type: milestone
id: auth
title: Auth cut over
workstream: platform
due: 2026-12-11
---
`,
  'milestones/schema.md': `---
type: milestone
id: schema
title: Schema v2
status: in-progress
workstream: data
due: 2026-11-18
depends_on: [auth-cutovr]
updated: 2026-10-30
---
`,
};

export const smallPlan = () => snapshotOf(SMALL_PLAN);
