import type { Chance } from './chance.ts';
import {
  aDate,
  aDay,
  aMute,
  aPerson,
  aTitle,
  aWord,
  dependencies,
  EVERY_ID,
  IDS,
  referencesTo,
  referenceTo,
  type Written,
} from './values.ts';

/** A field as it is written. */
export interface WrittenField {
  readonly key: string;
  readonly value: Written;
}

type Value = (chance: Chance) => Written;

const EVERY: Readonly<Record<string, Value>> = {
  title: aTitle,
  updated: aDay,
  note: aTitle,
  tags: aWord('[no, core]', '[a]', 'launch', '[]'),
  relates_to: referencesTo('decision', 'milestone'),
  review_by: aDate,
  mute: aMute,
  workstream: aWord('platform', 'platfrom', 'mobile'),
  ownr: aPerson,
  assignee: aPerson,
  titel: aTitle,
  colour: aWord('red'),
  'x-own': aWord('any'),
};

const OWN: Readonly<Record<string, Readonly<Record<string, Value>>>> = {
  milestone: {
    status: aWord('planned', 'in-progress', 'done', 'cancelled', 'plannd', 'dnoe', 'nearly', 'In Progress', 'blocked'),
    start: aDate,
    due: aDate,
    deadline: aDate,
    commitment: aWord('firm', 'target', 'frm'),
    health: aWord('green', 'amber', 'ambr'),
    expected: aDate,
    duration: aWord('3d', '2w', 'soon'),
    progress: aWord('80%', '1', 'checklist', '100%'),
    started: aDay,
    completed: aDay,
    depends_on: dependencies,
    dependson: dependencies,
    staus: aWord('planned', 'done', 'doen', 'nearly'),
    complete: aWord('50%', '2026-11-02'),
  },
  risk: {
    status: aWord('open', 'occurred', 'accepted', 'closed', 'opn'),
    probability: aWord('50 percent', 'high', 'medum', '5'),
    impact: aWord('high', 'low', 'quite high'),
    affects: referencesTo('milestone'),
    response: aWord('accept', 'mitigate', 'mitgate'),
    mitigated_by: referencesTo('action', 'milestone'),
    became: referenceTo('issue'),
    occurred_on: aDay,
    review_by: aDate,
  },
  decision: {
    status: aWord('proposed', 'accepted', 'superseded', 'rejected', 'acepted'),
    due: aDate,
    date: aDay,
    blocks: referencesTo('milestone'),
    supersedes: referencesTo('decision'),
    superseded_by: referencesTo('decision'),
  },
  issue: {
    status: aWord('open', 'in-progress', 'resolved', 'resloved', 'unresolved'),
    due: aDate,
    severity: aWord('high', 'low'),
    opened: aDay,
    blocks: referencesTo('milestone'),
    resolved: aDay,
    escalations: aWord(
      '[{ to: maria, on: 2026-11-03, answer_by: 2026-11-10 }]',
      '{ to: "M, S: x", answer_by: 2026-11-10 }',
      '[{ to: maria, answer_by: 2026-11-10 }, { to: chen, on: 2026-11-12, answer_by: 2026-12-10 }]',
    ),
  },
  dependency: {
    status: aWord('requested', 'committed', 'declined', 'delivered'),
    from: aPerson,
    promised: aDate,
    provided_by: referenceTo('milestone'),
    delivered: aDay,
    deliverd: aDay,
  },
  action: {
    status: aWord('open', 'done', 'opne'),
    due: aDate,
    done: aDay,
    blocks: referencesTo('milestone'),
  },
  metric: {
    status: aWord('tracked', 'retired'),
    direction: aWord('up', 'dwn'),
    source: aWord('data/velocty.csv', '/data/velocity.csv', '{ file: "../data/velocit.csv", value: x }', 'v.xlsx'),
    samples: aWord('[{ date: 2026-11-03, value: 4 }]'),
  },
  workstream: { status: aWord('active', 'done'), team: aPerson },
  program: {
    start: aDate,
    target: aDate,
    goal: referenceTo('milestone'),
    health: aWord('red', 'ambr'),
    cadence: aWord('{ risk_review: 2w }', '{ updates: 1w, risk_review: 10ed }'),
    risks_reviewed: aDay,
  },
};

/** Types of items that collections hold. */
export const HELD = ['milestone', 'risk', 'decision', 'issue', 'dependency', 'action', 'metric'] as const;

/** How a field may be spelt and still be the same. */
function spelt(chance: Chance, name: string): string {
  if (name === 'x-own' || chance.is(0.85)) return name;
  if (chance.isOddly(0.4)) return `"${name}"`;
  return chance.is(0.5) ? name.replace('_', '-') : name.replace(/_(.)/, (_, letter: string) => letter.toUpperCase());
}

/** Fields that say who waits for whom, and whether anything still does. */
const RELATING = [
  ...['status', 'due', 'expected', 'duration'],
  ...['depends_on', 'blocks', 'provided_by', 'superseded_by', 'relates_to', 'start'],
];

/** The fields of an item, with faults in many of them. Without an id, where none is given. */
export function fieldsOf(chance: Chance, type: string, id: string | undefined): readonly WrittenField[] {
  const own = OWN[type] ?? {};
  const names = chance.isRelated
    ? [
        ...chance.few(
          RELATING.filter((name) => own[name] ?? EVERY[name]),
          0.6,
        ),
        ...chance.few(Object.keys(own), 0.05),
      ]
    : [...chance.few(Object.keys(own), 0.3), ...chance.few(Object.keys(EVERY), 0.11)];
  if (chance.is(0.7)) names.push('owner');
  const fields = [...new Set(names)].map((name) => ({
    key: spelt(chance, name),
    value: chance.is(0.03) ? { text: '', fitsBraces: false } : ((own[name] ?? EVERY[name] ?? aPerson) as Value)(chance),
  }));
  if (id !== undefined)
    fields.splice(chance.is(0.9) ? 0 : chance.below(fields.length), 0, { key: 'id', value: aWord(id)(chance) });
  else if (chance.is(0.1)) fields.push({ key: 'id', value: { text: '', fitsBraces: false } });
  if (chance.isOddly(0.04) && fields.length > 1) fields.push(chance.of(fields));
  if (chance.is(0.02)) fields.push({ key: 'type', value: aWord('risk', 'milestone')(chance) });
  return fields;
}

/** The id of a new item: now and then one that another has, or none at all. */
export function anId(chance: Chance, type: string): string | undefined {
  if (chance.is(0.04)) return undefined;
  return chance.of(chance.is(0.9) ? (IDS[type] ?? EVERY_ID) : EVERY_ID);
}
