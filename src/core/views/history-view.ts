import { isMove, type Since } from '../history/due-moves.ts';
import type { HistoryEntry, ItemHistory } from '../history/item-history.ts';
import type { Reasons } from '../history/reasons.ts';
import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { PlanState } from '../state/state.ts';
import { visible } from '../text/visible.ts';
import { counted } from '../text/words.ts';
import { fullDayLabel } from './day-label.ts';
import { signedDays } from './forecast-label.ts';
import { dueOf, dueSummary, signedCalendarDays, timesWords } from './history-summary.ts';

/** The history of an item as a picture shows it. All of its text is only text. */
export interface HistoryChart {
  readonly title: string;
  /** `milestone atlas/api-freeze` */
  readonly name: string;
  /** How its due date has moved, in a sentence. */
  readonly verdict: string;
  readonly today: Day;
  /** Each due date that it has had, from the day on which it was given: oldest first. */
  readonly steps: readonly HistoryStepShown[];
  /** What it is forecast for, while it is open. */
  readonly forecast: Day | undefined;
  /** When it was closed. */
  readonly closed: Day | undefined;
  /** Where the baseline had it, what that is called, and the day of that commit. */
  readonly baseline: { readonly name: string; readonly finish: Day; readonly asOf: Day } | undefined;
  /** Everything that became of it: newest first. */
  readonly rows: readonly HistoryRow[];
}

/** A due date, from a day on; undefined where it was taken away. */
export interface HistoryStepShown {
  readonly on: Day;
  readonly due: Day | undefined;
  /** What a tooltip says of it. */
  readonly text: string;
}

/** A line of the table. */
export interface HistoryRow {
  readonly when: string;
  /** `20 Nov 2026 → 27 Nov 2026`, `status planned → in-progress` */
  readonly what: string;
  /** `+5d`: working days that the due date moved; empty where it did not. */
  readonly moved: string;
  readonly isLater: boolean;
  readonly by: string;
  readonly commit: string;
  /** The message of the commit, and the decision that names the item. */
  readonly why: string;
}

/** What it is made from. */
export interface HistoryChartInput {
  readonly item: Item;
  readonly history: ItemHistory | undefined;
  readonly state: PlanState;
  readonly reasons: Reasons;
  readonly since: Since | undefined;
  readonly today: Day;
}

/** The history of an item, for a picture of it. What is not committed yet is a change of today. */
export function historyChart(input: HistoryChartInput): HistoryChart {
  const { item, state, today } = input;
  const { drifts, schedule } = state;
  const was = drifts.was(item)?.finish;
  const changes = changesOf(input);
  return {
    title: visible(item.title),
    name: `${item.type.name} ${visible(item.key)}`,
    verdict: verdict(input),
    today,
    steps: changes.flatMap(({ on, entry }): HistoryStepShown[] => {
      const move = entry.days.find(({ field }) => field === 'due');
      if (!move || on === undefined) return [];
      const due = move.to === undefined ? 'no due date' : `due ${fullDayLabel(move.to)}`;
      return [{ on, due: move.to, text: `${due}, from ${fullDayLabel(on)}${entry.commit ? '' : ', not committed'}` }];
    }),
    forecast: item.open ? schedule.finish(item) : undefined,
    closed: item.open ? undefined : item.closedOn,
    baseline:
      drifts.baseline && was !== undefined
        ? { name: visible(drifts.baseline.name), finish: was, asOf: drifts.baseline.day }
        : undefined,
    rows: changes.map((change) => rowOf(change, input)).reverse(),
  };
}

interface Change {
  readonly on: Day | undefined;
  readonly entry: HistoryEntry;
}

/** What was committed, and, where the due date is another one by now, what is not. */
function changesOf({ item, history, today }: HistoryChartInput): readonly Change[] {
  const committed = (history?.entries ?? []).map((entry): Change => ({ on: entry.commit?.authored, entry }));
  const last = committed.flatMap(({ entry }) => entry.days.filter(({ field }) => field === 'due')).at(-1)?.to;
  const now = dueOf(item);
  if (now === last && history) return committed;
  const days = now === last ? [] : [{ field: 'due', from: last, to: now } as const];
  const kind = history ? 'changed' : 'added';
  return [...committed, { on: today, entry: { kind, commit: undefined, merge: undefined, days, words: [] } }];
}

function verdict({ item, history, state, since }: HistoryChartInput): string {
  const due = dueOf(item);
  if (due === undefined) return 'It has no due date.';
  const found = history && dueSummary(item, history, since);
  if (!found) return `Due ${fullDayLabel(due)}, and never moved${since ? ` since ${visible(since.name)}` : ''}.`;
  const { first, now, times } = found;
  const working = state.calendars.of(item).daysBetween(first, now);
  const from = since ? ` since ${visible(since.name)}` : '';
  const far =
    now === first
      ? 'no later in the end'
      : `${counted(Math.abs(working), 'working day')} ${now > first ? 'later' : 'earlier'}`;
  return `Due ${fullDayLabel(now)}: ${timesWords(times)}${from}, ${far} than ${fullDayLabel(first)} (${signedCalendarDays(now - first)}).`;
}

function rowOf({ on, entry }: Change, { item, state, reasons }: HistoryChartInput): HistoryRow {
  const { commit, kind, days, words } = entry;
  const due = days.find(({ field }) => field === 'due');
  const moved = due && isMove(due) ? state.calendars.of(item).daysBetween(due.from as Day, due.to as Day) : undefined;
  const [decision] = due && kind === 'changed' ? reasons.of(item, on) : [];
  const dates = days.map(({ field, from, to }) => `${LABELS[field]} ${changeText(dayText(from), dayText(to))}`);
  const said = kind === 'added' ? [] : words.map(({ field, from, to }) => `${field} ${changeText(from, to)}`);
  const head = kind === 'changed' ? [] : [kind];
  return {
    when: commit ? (on === undefined ? '' : fullDayLabel(on)) : 'not committed',
    what: visible([...head, ...dates, ...said].join(' · ')),
    moved: moved === undefined ? '' : signedDays(moved),
    isLater: (moved ?? 0) > 0,
    by: visible(commit?.author ?? ''),
    commit: commit?.hash.slice(0, 8) ?? '',
    why: visible(
      [commit?.subject ?? '', decision ? `decision ${decision.id}: ${decision.title}` : '']
        .filter((text) => text !== '')
        .join(' · '),
    ),
  };
}

const LABELS = { due: 'due', expected: 'expected', needed_by: 'needed by', closed: 'closed on' } as const;

const dayText = (day: Day | undefined): string | undefined => (day === undefined ? undefined : fullDayLabel(day));

/** `a → b`; where there was nothing before, `b`. */
const changeText = (from: string | undefined, to: string | undefined): string =>
  from === undefined ? (to ?? '') : `${from} → ${to ?? '(none)'}`;
