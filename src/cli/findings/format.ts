import type { Place } from '../plan/place.ts';
import type { Style } from '../terminal/style.ts';
import type { FailOn, Report } from './report.ts';

/** The forms in which `check` can say what it found, the one that people read first. */
export const FORMAT_NAMES = ['text', 'json', 'github', 'sarif', 'junit', 'markdown'] as const;
export type FormatName = (typeof FORMAT_NAMES)[number];

/** Writes what was found in one form: a pure function, with a line end at its end. */
export type Format = (report: Report, context: FormatContext) => string;

/** What a format may need beside the findings. */
export interface FormatContext {
  /** How the paths of files are written for different readers. */
  readonly place: Pick<Place, 'fromHere' | 'fromRepository'>;
  readonly style: Style;
  readonly failOn: FailOn;
}
