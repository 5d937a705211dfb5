import { type Day, formatDay, weekday } from '../model/values/day.ts';
import { idFromTitle } from './suggest-id.ts';
import { yamlText } from './yaml-text.ts';

/** A file that is to be written. */
export interface NewFile {
  /** Relative to the folder of the plan, with `/`. */
  readonly path: string;
  readonly text: string;
}

/** What a first plan is made of. */
export interface FirstPlan {
  readonly title: string;
  /** Who answers for it until somebody writes a name. */
  readonly owner?: string | undefined;
  readonly today: Day;
}

/**
 * The files of a first plan, the document of the program first: both ways of writing items, an order between two
 * milestones, and a risk that acts on one of them. Nothing in it is wrong on the day on which it is written.
 */
export function firstPlan({ title, owner = 'me', today }: FirstPlan): readonly NewFile[] {
  const words: Words = {
    title: title.replace(/\s+/g, ' ').trim(),
    id: idFromTitle(title) || 'program',
    owner: yamlText(owner),
    today: formatDay(today),
    firstDue: formatDay(fridayIn(4, today)),
    target: formatDay(fridayIn(12, today)),
  };
  return [
    { path: 'README.md', text: program(words) },
    { path: 'milestones/first-milestone.md', text: milestone(words) },
    { path: 'risks.md', text: risks(words) },
  ];
}

type Words = Readonly<Record<'title' | 'id' | 'owner' | 'today' | 'firstDue' | 'target', string>>;

/** The Friday in a number of weeks: people promise Fridays. */
const fridayIn = (weeks: number, today: Day): Day => today - weekday(today) + 4 + weeks * 7;

const program = ({ title, id, owner, today, target }: Words): string => `---
type: program
id: ${yamlText(id)}
title: ${yamlText(title)}
owner: ${owner}
start: ${today}
target: ${target}
goal: launch
updated: ${today}

milestones:
  - id: launch
    title: Launch
    owner: ${owner}
    due: ${target}
    depends_on: [first-milestone]
    updated: ${today}
---

# ${title}

What is different in the world when this program has ended? Say it in three sentences here.

## launch: Launch

The goal of the program: it is done when [[launch]] is. Until then it waits for [[first-milestone]],
and the [risks](risks.md) say what may come between.
`;

const milestone = ({ owner, today, firstDue }: Words): string => `---
type: milestone
id: first-milestone
title: First milestone
status: in-progress
owner: ${owner}
start: ${today}
due: ${firstDue}
duration: 10d
progress: checklist
updated: ${today}
---

# First milestone

What must be true for this to be done?

- [ ] The next thing to do
- [ ] The one after it
`;

const risks = ({ owner, today }: Words): string => `---
type: register
title: Risks
risks:
  - id: R-1
    title: The first milestone takes longer than we think
    owner: ${owner}
    probability: medium
    impact: medium
    impact_days: 5d
    affects: [first-milestone]
    mitigation: Look at it every Monday, and cut its scope before its date.
    updated: ${today}
---

# Risks

## R-1: The first milestone takes longer than we think

How would one notice? What is done if it happens?
`;
