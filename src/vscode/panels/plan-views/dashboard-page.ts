import { diffPlans } from '../../../core/diff/diff-plans.ts';
import type { Item } from '../../../core/plan/item.ts';
import type { ReportChange } from '../../../core/report/change.ts';
import { counted } from '../../../core/text/words.ts';
import { type Dashboard, dashboardOf } from '../../../core/views/dashboard/dashboard.ts';
import type { Shortlist } from '../../../core/views/dashboard/shortlist.ts';
import { fullDayLabel, weekdayLabel } from '../../../core/views/day-label.ts';
import type { TrendOf } from '../../../core/views/risks/risk-trend.ts';
import type { DashboardView, PageItem } from '../../../webview/protocol.ts';
import type { Snapshot } from '../../../workspace/snapshot.ts';
import type { EarlierPlan } from '../../changes/earlier-plans.ts';
import { driftNote } from './drift-note.ts';
import { filteredWords } from './filtered-words.ts';
import type { Made } from './made.ts';
import type { Places } from './places.ts';

/** What a dashboard shows beside the plan as it is. */
export interface Past {
  /** The plan as it was; undefined while it is being read. */
  readonly earlier: EarlierPlan | undefined;
  readonly trendOf: TrendOf | undefined;
  /** Why git tells nothing of the plan, if it does not. */
  readonly missing?: string | undefined;
}

/** The dashboard, for its page. */
export function* dashboardPage(
  snapshot: Snapshot,
  passes: (item: Item) => boolean,
  places: Places,
  { earlier, trendOf, missing }: Past,
): Generator<void, Made<DashboardView>> {
  const change = earlier && (yield* changeSince(earlier, snapshot));
  const { plan, state, today } = snapshot;
  const board = yield* dashboardOf({ plan, state, today, change, trendOf, accepts: passes });
  yield;
  const day = `${weekdayLabel(today)}, ${fullDayLabel(today)}`;
  const filtered = plan.items.filter((item) => !passes(item)).length;
  return {
    ...named(board, places),
    date: day,
    summary: [
      counted(plan.items.length - filtered, 'item'),
      filteredWords(filtered),
      `as of ${day}`,
      driftNote(snapshot, missing),
    ]
      .filter((text) => text !== '')
      .join(' · '),
  };
}

function* changeSince(
  { since, with: begun, before, missing }: EarlierPlan,
  now: Snapshot,
): Generator<void, ReportChange> {
  const diff = before && (yield* diffPlans(before, { ...now, findings: [] }));
  return { since, with: begun, diff, missing };
}

type Board = Omit<DashboardView, 'date' | keyof Omit<DashboardView, keyof Dashboard>>;

/** The same with each item as a page names it. */
function named(board: Dashboard, places: Places): Board {
  const item = (one: Item): PageItem => places.named(one);
  const maybe = (one: Item | undefined): PageItem | undefined => one && places.named(one);
  const at = <T extends { readonly item: Item }>(one: T) => ({ ...one, item: item(one.item) });
  const { doubt, moved } = board;
  return {
    doubt: doubt && { text: doubt.text, ...each(doubt, (document) => places.ofPlace(document)) },
    programs: each(board.programs, ({ rank: _, ...program }) => ({
      ...program,
      item: maybe(program.item),
      finish: program.finish && at(program.finish),
      reasons: each(program.reasons, (reason) => ({ ...at(reason), root: maybe(reason.root) })),
      workstreams: each(program.workstreams, (one) => ({ ...one, item: maybe(one.item) })),
    })),
    asks: each(board.asks, (ask) => ({ ...at(ask), moves: ask.moves && at(ask.moves) })),
    escalations: each(board.escalations, at),
    moved: {
      ...moved,
      ...each(moved, (move) => ({ ...move, item: maybe(move.item), effect: move.effect && at(move.effect) })),
    },
    risks: each(board.risks, (risk) => ({ ...at(risk), threatens: maybe(risk.threatens) })),
    milestones: each(board.milestones, at),
    metrics: each(board.metrics, at),
    objectives: each(board.objectives, (objective) => ({
      ...at(objective),
      late: objective.late && at(objective.late),
    })),
  };
}

const each = <A, B>({ shown, more, worse }: Shortlist<A>, make: (one: A) => B): Shortlist<B> => ({
  shown: shown.map(make),
  more,
  worse,
});
