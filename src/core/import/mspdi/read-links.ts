import { formatDuration } from '../../model/values/duration.ts';
import type { LinkType } from '../../model/values/reference.ts';
import type { IncomingLink } from '../incoming.ts';
import { all, isElapsedFormat, isSet, isShareFormat, minutesOf, numberOf } from './elements.ts';
import { leavesOf, type Outline, type OutlineTask } from './outline.ts';

const TYPES: readonly LinkType[] = ['FF', 'FS', 'SF', 'SS'];

/** Links of tasks, and what of them cannot be said. */
export interface ReadLinks {
  readonly links: ReadonlyMap<OutlineTask, readonly IncomingLink[]>;
  readonly faults: readonly { readonly task: OutlineTask; readonly text: string }[];
}

/** A summary that waits has all of its tasks wait; more links than this are made of none. */
const MOST_COPIES = 50_000;

/**
 * The links of all tasks. What a summary waits for, the tasks in it wait for; who waits for a workstream waits for what is
 * in it, since a workstream has no end of its own.
 * @param isStream whether a summary becomes a workstream
 */
export function readLinks(
  outline: Outline,
  minutesPerDay: number,
  isStream: (task: OutlineTask) => boolean,
): ReadLinks {
  const byUid = new Map(outline.tasks.map((task) => [task.uid, task]));
  const links = new Map<OutlineTask, IncomingLink[]>();
  const faults: { task: OutlineTask; text: string }[] = [];
  let copies = 0;
  for (const task of outline.tasks) {
    for (const element of all(task.element, 'PredecessorLink')) {
      const uid = numberOf(element, 'PredecessorUID');
      if (isSet(element, 'CrossProject')) {
        faults.push({ task, text: 'it waits for a task of another project: left out' });
        continue;
      }
      const type = TYPES[numberOf(element, 'Type') ?? 1] ?? 'FS';
      const from = uid === undefined ? undefined : byUid.get(uid);
      const read = lagOf(element, from, minutesPerDay);
      if (read.fault !== undefined) faults.push({ task, text: read.fault });
      const link = { relation: 'waits-for', type, ...(read.lag !== undefined && { lag: read.lag }) };
      if (from && isStream(from) && (type === 'SS' || type === 'SF')) {
        faults.push({ task, text: 'it waits for the start of a summary, which is no work of its own: left out' });
        continue;
      }
      const sources = from && isStream(from) ? leavesOf(from) : [from];
      const targets = task.isSummary ? leavesOf(task) : [task];
      copies += sources.length * targets.length - 1;
      if (copies > MOST_COPIES) {
        faults.push({ task, text: 'links between summaries are more than can be copied to their tasks: left out' });
        break;
      }
      for (const target of targets) {
        const own = links.get(target) ?? [];
        own.push(...sources.map((source) => ({ ...link, key: String(source?.uid ?? uid ?? '') })));
        links.set(target, own);
      }
    }
  }
  return { links, faults };
}

function lagOf(
  element: Parameters<typeof numberOf>[0],
  from: OutlineTask | undefined,
  minutesPerDay: number,
): { readonly lag?: string; readonly fault?: string } {
  const lag = numberOf(element, 'LinkLag') ?? 0;
  const format = numberOf(element, 'LagFormat');
  if (lag === 0) return {};
  if (isShareFormat(format)) {
    const minutes = ((minutesOf(from?.element, 'Duration') ?? 0) * lag) / 100;
    const days = { amount: rounded(minutes / minutesPerDay), unit: 'd' } as const;
    return { lag: formatDuration(days), fault: `a lag of ${lag}% is taken for ${formatDuration(days)}` };
  }
  const minutes = lag / 10;
  if (!isElapsedFormat(format)) return { lag: formatDuration({ amount: rounded(minutes / minutesPerDay), unit: 'd' }) };
  const days = Math.ceil(minutes / (24 * 60));
  const text = formatDuration({ amount: days, unit: 'ed' });
  return days === minutes / (24 * 60)
    ? { lag: text }
    : { lag: text, fault: `a lag of a part of an elapsed day is taken for ${text}` };
}

const rounded = (days: number): number => Math.round(days * 1_000) / 1_000;
