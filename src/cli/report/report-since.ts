import { formatDay } from '../../core/model/values/day.ts';
import { programsOf } from '../../core/report/programs-of.ts';
import { type Since, sinceWritten, usualSince } from '../../core/report/since.ts';
import { updateOf } from '../../core/report/update-of.ts';
import { quoted } from '../../core/text/visible.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { Failure } from '../failure.ts';
import { filtersOf } from '../items/read-filters.ts';
import type { AskedReport } from './asked-report.ts';

/**
 * When the time of a report begins: as its file says, where that is there, or as the caller does; else with the last
 * update. A report of another day is a record, and is never written over.
 */
export function reportSince(
  { path, since, filters }: Pick<AskedReport, 'path' | 'since' | 'filters'>,
  now: Snapshot,
): Since {
  const document = path === undefined ? undefined : now.plan.documentAt(path);
  const update = document && updateOf(document);
  const { date, since: own } = update?.values ?? {};
  if (path !== undefined && date !== undefined && date !== now.today) {
    throw new Failure(
      `${quoted(path)} says how things stood on ${formatDay(date)}, and stays so: name another file, or change its date`,
    );
  }
  if (own !== undefined && since !== undefined && own !== since) {
    throw new Failure(
      `${quoted(path ?? '')} begins with ${quoted(own)}, and not with ${quoted(since)}: change "since" there`,
    );
  }
  const written = since ?? own;
  if (written !== undefined) return sinceWritten(written);
  return usualSince(programsOf(now.plan, filtersOf(filters, now)), now.today, now.plan);
}
