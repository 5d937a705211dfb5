import type { BlockView } from './view.ts';
import { decisions } from './views/decisions.ts';
import { graph } from './views/graph.ts';
import { milestones } from './views/milestones.ts';
import { asks } from './views/report/asks.ts';
import { blocked } from './views/report/blocked.ts';
import { budget } from './views/report/budget.ts';
import { done } from './views/report/done.ts';
import { headline } from './views/report/headline.ts';
import { metrics } from './views/report/metrics.ts';
import { moved } from './views/report/moved.ts';
import { next } from './views/report/next.ts';
import { objectives } from './views/report/objectives.ts';
import { riskChanges } from './views/report/risk-changes.ts';
import { waits } from './views/report/waits.ts';
import { week } from './views/report/week.ts';
import { workstreams } from './views/report/workstreams.ts';
import { risks } from './views/risks.ts';
import { status } from './views/status.ts';
import { timeline } from './views/timeline.ts';

/** Every view that a live block can hold. */
export const BLOCK_VIEWS: readonly BlockView[] = [
  ...[graph, timeline, milestones, risks, decisions, status],
  // What reports are made of, as far as a document can hold it as well.
  ...[headline, workstreams, asks, next, blocked, waits, week, objectives, metrics, budget],
  // What only a report can tell.
  ...[moved, done, riskChanges],
];

/** The view of a name. */
export const viewNamed = (name: string): BlockView | undefined => BLOCK_VIEWS.find((view) => view.name === name);
