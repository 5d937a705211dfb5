import type { Item } from '../../../core/plan/item.ts';
import type {
  DecisionsView,
  GraphChoice,
  PageView,
  RisksView,
  TimelineView,
  ToPage,
} from '../../../webview/protocol.ts';
import type { Snapshot } from '../../../workspace/snapshot.ts';
import type { PageName } from '../page.ts';
import { decisionsPage } from './decisions-page.ts';
import type { Places } from './places.ts';
import { risksPage } from './risks-page.ts';
import { timelinePage } from './timeline-page.ts';

/** What a view is made of, without what all of them have. */
export type Made<V extends PageView> = Omit<V, Exclude<keyof PageView, 'summary'>>;

/** What all views have. */
export type Common = Pick<PageView, 'drawing' | 'choice' | 'offers'>;

/** A view of a plan that has a page of its own. */
export interface PlanView {
  readonly viewType: string;
  readonly page: PageName;
  readonly title: string;
  /** The items that filters choose from. */
  readonly types: readonly string[];
  /** The message that shows a plan. */
  readonly messageOf: (
    snapshot: Snapshot,
    common: Common,
    passes: (item: Item) => boolean,
    places: Places,
  ) => ViewMessage;
}

/** A message that brings a view. */
export type ViewMessage = Extract<ToPage, { readonly view: PageView }>;

type Page<V extends PageView> = (
  snapshot: Snapshot,
  choice: GraphChoice,
  passes: (item: Item) => boolean,
  places: Places,
) => Made<V>;

const viewBy =
  <V extends PageView>(page: Page<V>) =>
  (snapshot: Snapshot, common: Common, passes: (item: Item) => boolean, places: Places) => ({
    ...page(snapshot, common.choice, passes, places),
    ...common,
  });

const timeline = viewBy<TimelineView>(timelinePage);
const risks = viewBy<RisksView>(risksPage);
const decisions = viewBy<DecisionsView>(decisionsPage);

/** Every view, by its name. */
export const PLAN_VIEWS = {
  timeline: {
    viewType: 'milepost.timeline',
    page: 'timeline',
    title: 'Timeline',
    types: ['milestone', 'decision', 'dependency', 'issue', 'action'],
    messageOf: (...given) => ({ type: 'timeline', view: timeline(...given) }),
  },
  risks: {
    viewType: 'milepost.risks',
    page: 'risks',
    title: 'Risk Matrix',
    types: ['risk'],
    messageOf: (...given) => ({ type: 'risks', view: risks(...given) }),
  },
  decisions: {
    viewType: 'milepost.decisions',
    page: 'decisions',
    title: 'Decision Log',
    types: ['decision'],
    messageOf: (...given) => ({ type: 'decisions', view: decisions(...given) }),
  },
} satisfies Record<string, PlanView>;
