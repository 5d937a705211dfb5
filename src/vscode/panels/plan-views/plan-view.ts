import type * as vscode from 'vscode';
import type { Item } from '../../../core/plan/item.ts';
import type { Compared } from '../../../core/views/diff/compared.ts';
import type {
  DashboardView,
  DecisionsView,
  GraphChoice,
  PageView,
  RisksView,
  TimelineView,
  ToPage,
} from '../../../webview/protocol.ts';
import type { Snapshot } from '../../../workspace/snapshot.ts';
import type { RecentChanges } from '../../changes/recent-changes.ts';
import type { RiskTrends } from '../../plans/risk-trends.ts';
import type { WithoutGit } from '../../plans/without-git.ts';
import type { PlanReview } from '../../review/plan-review.ts';
import type { Common, PlanPanelKind } from '../plan-panel.ts';
import { dashboardPage } from './dashboard-page.ts';
import { decisionsPage } from './decisions-page.ts';
import type { Made } from './made.ts';
import type { Places } from './places.ts';
import { risksPage } from './risks-page.ts';
import { timelinePage } from './timeline-page.ts';

/** A view of a plan that has a page of its own: the message for it has the name of the page. */
export interface PlanView extends PlanPanelKind {
  readonly page: ViewMessage['type'];
  /** What shows a plan. Pauses, as a generator, so that a host can do something else. */
  readonly viewOf: (
    snapshot: Snapshot,
    common: Common,
    passes: (item: Item) => boolean,
    places: Places,
    compared?: Compared,
  ) => Generator<void, ViewMessage['view']>;
}

/** A message that brings a view. */
export type ViewMessage = Extract<ToPage, { readonly view: PageView }>;

type Page<V extends PageView> = (
  snapshot: Snapshot,
  choice: GraphChoice,
  passes: (item: Item) => boolean,
  places: Places,
  compared?: Compared,
) => Generator<void, Made<V>>;

const viewBy = <V extends PageView>(page: Page<V>) =>
  function* (snapshot: Snapshot, common: Common, passes: (item: Item) => boolean, places: Places, compared?: Compared) {
    return { ...(yield* page(snapshot, common.choice, passes, places, compared)), ...common };
  };

/** The views that need nothing but the plan, by their names. */
export const PLAN_VIEWS = {
  timeline: {
    viewType: 'milepost.timeline',
    page: 'timeline',
    title: 'Timeline',
    types: ['milestone', 'decision', 'dependency', 'issue', 'action'],
    viewOf: viewBy<TimelineView>(timelinePage),
  },
  decisions: {
    viewType: 'milepost.decisions',
    page: 'decisions',
    title: 'Decision Log',
    types: ['decision'],
    viewOf: viewBy<DecisionsView>(decisionsPage),
  },
} satisfies Record<string, PlanView>;

/** The timeline, with where things stood before a change that is reviewed. */
export const timelineView = (
  { comparedOf, onDidChange }: Pick<PlanReview, 'comparedOf' | 'onDidChange'>,
  missingOf: WithoutGit,
): PlanView => ({
  ...PLAN_VIEWS.timeline,
  comparedOf,
  onDidChange,
  viewOf: viewBy<TimelineView>((snapshot, choice, passes, places, compared) =>
    timelinePage(snapshot, choice, passes, places, compared, missingOf(snapshot)),
  ),
});

/** The risk matrix, with what is known of how risks have moved. */
export const risksView = (
  trends: Pick<RiskTrends, 'of' | 'onDidChange'> | undefined,
  missingOf: WithoutGit,
): PlanView => ({
  viewType: 'milepost.risks',
  page: 'risks',
  title: 'Risk Matrix',
  types: ['risk'],
  ...(trends && { onDidChange: trends.onDidChange }),
  viewOf: viewBy<RisksView>((snapshot, choice, passes, places) =>
    risksPage(snapshot, choice, passes, places, trends?.of(snapshot), missingOf(snapshot)),
  ),
});

/** The dashboard, with what has changed of late, and how risks have moved. */
export const dashboardView = (
  changes: Pick<RecentChanges, 'of' | 'onDidChange'>,
  trends: Pick<RiskTrends, 'of' | 'onDidChange'> | undefined,
  missingOf: WithoutGit,
): PlanView => ({
  viewType: 'milepost.dashboard',
  page: 'dashboard',
  title: 'Dashboard',
  onDidChange: eitherOf(changes.onDidChange, trends?.onDidChange),
  viewOf: viewBy<DashboardView>((snapshot, _choice, passes, places) =>
    dashboardPage(snapshot, passes, places, {
      earlier: changes.of(snapshot),
      trendOf: trends?.of(snapshot),
      missing: missingOf(snapshot),
    }),
  ),
});

/** An event that is heard when one of two is. */
const eitherOf =
  (one: vscode.Event<void>, other: vscode.Event<void> | undefined): vscode.Event<unknown> =>
  (listener) => {
    const subscriptions = [one(listener), other?.(listener)];
    const dispose = (): void => {
      for (const each of subscriptions) each?.dispose();
    };
    return { dispose };
  };
