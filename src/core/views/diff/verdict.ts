import type { ItemChange, PlanDiff, ProgramChange } from '../../diff/plan-diff.ts';
import type { Day } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';
import type { Finding } from '../../rules/finding.ts';
import { isFirm } from '../../schedule/network.ts';
import { firstOf } from '../../text/some.ts';
import { visible } from '../../text/visible.ts';
import { allOf, counted, numeral } from '../../text/words.ts';
import { longDayLabel } from '../day-label.ts';
import { dayMove } from './day-move.ts';
import { lifecycleWords } from './lifecycle-words.ts';
import { causeWords } from './words.ts';

/** More programs, dates or causes than this a sentence only counts. */
const MOST_NAMED = 3;
const MOST_CAUSES = 2;

/**
 * What matters most of a change, in one sentence: `go-live moves from 17 March to 1 April 2027 (9 working days later),
 * through schema-v2; two new risks; decision D-4 accepted.`
 */
export function verdict(diff: PlanDiff): string {
  const clauses = verdictClauses(diff);
  return `${clauses.length === 0 ? 'Nothing of the plan has changed' : clauses.join('; ')}.`;
}

/** The clauses of the verdict, what moves first; none where nothing has changed. */
export function verdictClauses(diff: PlanDiff): readonly string[] {
  const { programs, items, lifecycle, findings } = diff;
  if (items.length === 0 && !programs.some(hasChanged) && findings.new.length + findings.resolved.length === 0)
    return [];
  const moves = movesIn(diff);
  const errors = countedIn(findings.new, 'error');
  const isInDoubt = errors !== undefined && moves.length > 0;
  const said = [
    ...moves,
    // What an error keeps from being read is missing in the dates: nobody may take that for good news.
    ...(isInDoubt ? [`${errors}, so these dates may be wrong`] : []),
    ...firmDatesIn(diff),
    ...healthIn(diff),
    ...lifecycleWords(lifecycle),
    ...findingsIn(findings.new, isInDoubt ? ['warning'] : ['error', 'warning']),
  ];
  return said.length > 0 ? [...staysIn(diff), ...said] : [...staysIn(diff), restOf(diff)];
}

/** Which programs move, by how much and through what: the furthest first. */
function movesIn(diff: PlanDiff): readonly string[] {
  const moved = diff.programs.filter(({ finish }) => finish.base !== finish.head);
  const furthest = [...moved].sort((a, b) => Math.abs(b.workingDaysMoved ?? 0) - Math.abs(a.workingDaysMoved ?? 0));
  const named = furthest.slice(0, MOST_NAMED).map((program) => moveOf(program, diff));
  const more = moved.length - named.length;
  return more > 0 ? [...named, `${numeral(more)} more ${more === 1 ? 'program moves' : 'programs move'}`] : named;
}

function moveOf(program: ProgramChange, diff: PlanDiff): string {
  const { finish, workingDaysMoved, finishing } = program;
  const name = nameOfFinish(program, diff);
  if (finish.head === undefined) return `${name} has no forecast any more`;
  if (finish.base === undefined) return `${name} is forecast for ${longDayLabel(finish.head, diff.today)}`;
  const change = diff.items.find(({ item }) => item.head !== undefined && item.head === finishing.head);
  return `${name} moves from ${dayMove(finish.base, finish.head, diff.today)}${farWords(workingDaysMoved)}${throughWords(change)}`;
}

/** ` (9 working days later)`; empty where nothing moves by a day that counts. */
const farWords = (moved: number | undefined): string =>
  moved ? ` (${counted(Math.abs(moved), 'working day')} ${moved > 0 ? 'later' : 'earlier'})` : '';

/** Why: what moved it, else what of its own was changed. */
function throughWords(change: ItemChange | undefined): string {
  if (!change) return '';
  const causes = change.causes.map((cause) => visible(causeWords(cause)));
  if (causes.length > 0) return `, through ${firstOf(causes, MOST_CAUSES)}`;
  const own = DATING.find((name) => change.fields.some(({ field }) => field === name));
  return own === undefined ? '' : `, by its own ${own === 'due' || own === 'expected' ? `${own} date` : own}`;
}

/** What of an item sets its date, the most immediate first. */
const DATING: readonly string[] = [
  ...['completed', 'delivered', 'date', 'resolved', 'status', 'expected', 'promised', 'due', 'start', 'windows'],
  ...['progress', 'duration', 'estimate', 'started', 'depends_on'],
];

/** What a program is called by where it moves: its goal, as people do. */
function nameOfFinish({ id, finishing: { base, head } }: ProgramChange, { programs }: PlanDiff): string {
  const isGoal = head !== undefined && (base === undefined || base.id === head.id);
  return visible(isGoal ? (programs.length > 1 ? head.key : head.id) : id);
}

/** That no program moves; nothing where one does, or where there is none. */
function staysIn(diff: PlanDiff): readonly string[] {
  const there = diff.programs.filter(({ finish }) => finish.head !== undefined);
  if (there.length === 0 || diff.programs.some(({ finish }) => finish.base !== finish.head)) return [];
  const [only, ...others] = there as [ProgramChange, ...ProgramChange[]];
  if (others.length > 0) return ['no program moves'];
  return [`${nameOfFinish(only, diff)} stays on ${longDayLabel(only.finish.head as number, diff.today)}`];
}

/** Which firm dates were moved, which are firm no more, which are missed since, and which are kept again. */
function firmDatesIn({ programs, items, today }: PlanDiff): readonly string[] {
  const both = items.flatMap(({ item: { base, head } }) => (base && head ? [{ base, head }] : []));
  const moved = both.filter(({ base, head }) => (isFirm(base) || isFirm(head)) && base.due !== head.due);
  const missed = (side: 'base' | 'head'): ReadonlyMap<string, Item> =>
    new Map(programs.flatMap(({ firmDatesMissed }) => firmDatesMissed[side].map((item) => [item.key, item] as const)));
  const [formerly, now] = [missed('base'), missed('head')];
  const formerKeys = new Map(both.map(({ base, head }) => [head.key, base.key]));
  const since = [...now.values()].filter(({ key }) => !formerly.has(formerKeys.get(key) ?? key));
  const softened = both.filter(({ base, head }) => isFirm(base) && !isFirm(head) && head.open && base.due === head.due);
  // A date is not kept again that was moved out of the way, is firm no more, or is that of what is closed or gone.
  const again = both.filter(
    ({ base, head }) =>
      formerly.has(base.key) && !now.has(head.key) && head.open && isFirm(head) && base.due === head.due,
  );
  const heads = (pairs: typeof both): readonly Item[] => pairs.map(({ head }) => head);
  return [
    ...movedDates(moved, today),
    ...said(heads(softened), 'no longer promises its firm date', 'no longer promise their firm dates', today),
    ...said(since, 'now misses its firm date', 'now miss their firm dates', today),
    ...said(heads(again), 'no longer misses its firm date', 'no longer miss their firm dates', today),
  ];
}

function movedDates(moved: readonly { readonly base: Item; readonly head: Item }[], today: Day): readonly string[] {
  const [first] = moved;
  if (!first) return [];
  if (moved.length > 1) return [`the firm dates of ${namesOf(moved.map(({ head }) => head))} are moved`];
  const { base, head } = first;
  const name = visible(head.id);
  if (base.due === undefined || head.due === undefined)
    return [
      `${name} ${head.due === undefined ? 'has no firm date any more' : `has a firm date, ${longDayLabel(head.due, today)}`}`,
    ];
  return [`the firm date of ${name} is moved from ${dayMove(base.due, head.due, today)}`];
}

function said(items: readonly Item[], one: string, many: string, today: Day): readonly string[] {
  const [first] = items;
  if (!first) return [];
  if (items.length > 1) return [`${namesOf(items)} ${many}`];
  return [`${visible(first.id)} ${one}${first.due === undefined ? '' : ` of ${longDayLabel(first.due, today)}`}`];
}

/** `a, b and c`, or `a, b, c and 4 more`. */
function namesOf(items: readonly Item[]): string {
  const names = items.map(({ id }) => visible(id));
  return names.length > MOST_NAMED ? firstOf(names, MOST_NAMED) : allOf(names);
}

function healthIn({ programs }: PlanDiff): readonly string[] {
  const turned = programs.flatMap(({ id, health: { base, head } }) =>
    base !== undefined && head !== undefined && base !== head ? [`${visible(id)} turns ${head}, from ${base}`] : [],
  );
  const more = turned.length - MOST_NAMED;
  return [...turned.slice(0, MOST_NAMED), ...(more > 0 ? [`${numeral(more)} more change colour`] : [])];
}

/** Whether a finding goes without saying where dates move: that a live block is no longer up to date. */
export const isChore = ({ code }: Finding): boolean => code === 'outdated-block';

/** `one new error and two new warnings`; what is only told is not worth a word here. */
function findingsIn(added: readonly Finding[], severities: readonly ('error' | 'warning')[]): readonly string[] {
  const said = severities.flatMap((severity) => countedIn(added, severity) ?? []);
  return said.length === 0 ? [] : [said.join(' and ')];
}

/** `two new errors`, where there are any. */
function countedIn(added: readonly Finding[], severity: 'error' | 'warning'): string | undefined {
  const count = added.filter((each) => each.severity === severity && !isChore(each)).length;
  return count === 0 ? undefined : `${numeral(count)} new ${severity}${count === 1 ? '' : 's'}`;
}

/** What there is to say where nothing of more weight is: which items move, else how many are changed. */
function restOf({ items, today }: PlanDiff): string {
  if (items.length === 0) return 'only findings differ';
  const moved = items.filter(({ item, forecast: { base, head } }) => {
    const isOpen = item.base?.open === true && item.head?.open === true;
    return isOpen && base !== undefined && head !== undefined && base !== head;
  });
  const far = ({ workingDaysMoved = 0 }: ItemChange): number => Math.abs(workingDaysMoved);
  const [furthest, ...others] = moved.sort((a, b) => far(b) - far(a));
  if (!furthest) return `${numeral(items.length)} ${items.length === 1 ? 'item is' : 'items are'} changed`;
  const name = visible((furthest.item.head as Item).id);
  const by = farWords(furthest.workingDaysMoved);
  if (others.length > 0) return `${numeral(moved.length)} items move, ${name} furthest${by}`;
  return `${name} moves from ${dayMove(furthest.forecast.base as Day, furthest.forecast.head as Day, today)}${by}`;
}

/** Whether a program ends otherwise, stands otherwise, or has another critical path. */
export const hasChanged = ({ finish, health, criticalPath }: ProgramChange): boolean =>
  finish.base !== finish.head || health.base !== health.head || criticalPath.isOther;
