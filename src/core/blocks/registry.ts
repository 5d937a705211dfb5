import type { BlockView } from './view.ts';
import { decisions } from './views/decisions.ts';
import { graph } from './views/graph.ts';
import { milestones } from './views/milestones.ts';
import { risks } from './views/risks.ts';
import { status } from './views/status.ts';
import { timeline } from './views/timeline.ts';

/** Every view that a live block can hold. */
export const BLOCK_VIEWS: readonly BlockView[] = [graph, timeline, milestones, risks, decisions, status];

/** The view of a name. */
export const viewNamed = (name: string): BlockView | undefined => BLOCK_VIEWS.find((view) => view.name === name);
