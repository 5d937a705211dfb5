import type { PlanDiff } from '../../core/diff/plan-diff.ts';
import type { OpenedSides } from '../plan/open-sides.ts';
import type { Place } from '../plan/place.ts';
import type { Style } from '../terminal/style.ts';

/** What of the sides a form needs that reads nothing from the disk. */
export interface Compared extends Pick<OpenedSides, 'base' | 'head'> {
  readonly place: Pick<Place, 'fromRepository'>;
}

/** Writes what a change does to a plan, in the form that somebody asked for. */
export type DiffFormat = (diff: PlanDiff, sides: OpenedSides, style: Style) => string;

export const DIFF_FORMAT_NAMES = ['text', 'json', 'markdown', 'github'] as const;
export type DiffFormatName = (typeof DIFF_FORMAT_NAMES)[number];
