import type { Day } from '../core/model/values/day.ts';
import type { ParsedDocument, ParsedItem } from '../core/parse/document.ts';
import type { TouchedByGit } from '../core/state/stale.ts';
import { type LineDates, NO_DAY } from './line-dates.ts';
import { hashLines } from './line-hashes.ts';
import { matchLines } from './match-lines.ts';
import { ownRanges } from './own-lines.ts';

/** Stands for the day of a line that is not committed yet. */
const EDITED = 2 ** 31 - 1;

/**
 * When the own lines of an item were changed last. Lines that are not as they were committed count as changed today,
 * saved or not. A document is compared with what was committed when one of its items is asked about.
 */
export const touchedBy = (dates: LineDates): TouchedByGit => touched(dates, (today) => today);

/**
 * The same for a plan as it was before: lines that are not as they were committed last have been changed since, and tell
 * nothing.
 */
export const touchedBefore = (dates: LineDates): TouchedByGit => touched(dates, () => undefined);

/** @param edited when lines were changed that are not as they were committed */
function touched(dates: LineDates, edited: (today: Day) => Day | undefined): TouchedByGit {
  const known = new WeakMap<ParsedDocument, DocumentDays>();
  return ({ parsed, document }, today) => {
    const days = known.get(document) ?? new DocumentDays(document, dates);
    known.set(document, days);
    return days.latestOf(parsed, today, edited(today));
  };
}

/**
 * By how many days the calendar of an author may be ahead of ours. What is later has not happened yet, where the plan is
 * seen as of a day in the past, or comes from a clock that is wrong.
 */
const MOST_AHEAD = 1;

/** The days of the lines of one document. */
class DocumentDays {
  readonly #document: ParsedDocument;
  readonly #starts: Int32Array;
  readonly #days: Int32Array;

  constructor(document: ParsedDocument, dates: LineDates) {
    const { hashes, starts } = hashLines(document.text);
    this.#document = document;
    this.#starts = starts;
    this.#days = daysOf(document.path, hashes, dates);
  }

  latestOf(item: ParsedItem, today: Day, edited: Day | undefined): Day | undefined {
    let latest = NO_DAY;
    for (const { start, end } of ownRanges(item, this.#document)) {
      const last = this.#lineAt(Math.max(start, end - 1));
      for (let line = this.#lineAt(start); line <= last; line++) {
        const day = this.#days[line] ?? NO_DAY;
        if (day === EDITED && edited !== undefined) return edited;
        if (day > latest && day <= today + MOST_AHEAD) latest = day;
      }
    }
    return latest === NO_DAY ? undefined : latest;
  }

  #lineAt(offset: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

function daysOf(path: string, hashes: Int32Array, { files, closed }: LineDates): Int32Array {
  const file = files.get(path);
  if (!file) {
    const isClosed = closed.some((place) => path === place || (place.endsWith('/') && path.startsWith(place)));
    return new Int32Array(hashes.length).fill(isClosed ? NO_DAY : EDITED);
  }
  return matchLines(file.hashes, hashes).map((line) => (line < 0 ? EDITED : (file.days[line] as Day)));
}
