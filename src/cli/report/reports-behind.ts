import type { SyncedDocument } from '../../core/blocks/sync-plan.ts';
import { updateOf } from '../../core/report/update-of.ts';
import { writeReport } from '../../core/report/write-report.ts';
import { atOnce } from '../../core/text/at-once.ts';
import type { Call } from '../command.ts';
import { Failure } from '../failure.ts';
import { type OpenedSince, openSince } from '../plan/open-since.ts';
import type { Place } from '../plan/place.ts';
import { reportSince } from './report-since.ts';

/**
 * The paths of the reports of today whose generated parts would say something else now: synchronizing leaves them alone,
 * and they go out of date all the same. A plan without a report of today costs nothing.
 */
export async function reportsBehind(
  call: Call,
  place: Place,
  documents: readonly SyncedDocument[],
): Promise<ReadonlySet<string>> {
  const behind = new Set<string>();
  /** Reports of one day mostly have one beginning: what has changed since is asked for once. */
  const bySince = new Map<string | undefined, OpenedSince | undefined>();
  for (const { path, document, blocks } of documents) {
    const { date, since } = updateOf(document)?.values ?? {};
    if (date !== call.today || !blocks.some(({ outcome }) => outcome === 'record')) continue;
    if (!bySince.has(since)) bySince.set(since, await openedSince(call, place, path));
    const opened = bySince.get(since);
    const now = opened?.now.plan.documentAt(path);
    if (!opened || !now) continue;
    // A part in which somebody has written would not be written anew: that is a finding of its own.
    const { edits } = atOnce(writeReport(now, { ...opened.now, change: opened.change }));
    if (edits.length > 0) behind.add(path);
  }
  return behind;
}

/** What a report is written from; undefined where it begins with something that there is not. */
async function openedSince(call: Call, place: Place, path: string): Promise<OpenedSince | undefined> {
  try {
    return await openSince(call, place, (now) => reportSince({ path, since: undefined, filters: [] }, now));
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}
