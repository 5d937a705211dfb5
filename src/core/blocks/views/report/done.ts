import type { PlanDiff } from '../../../diff/plan-diff.ts';
import type { Day } from '../../../model/values/day.ts';
import type { Item } from '../../../plan/item.ts';
import { endedOn } from '../../../plan/successors.ts';
import type { ReportChange } from '../../../report/change.ts';
import { listOf } from '../../../report/markdown-list.ts';
import { usualSince } from '../../../report/since.ts';
import { sayDay, saySince, titledWithOwner, workingDays } from '../../../report/words.ts';
import { statusLabel } from '../../../views/item-label.ts';
import type { BlockView, ViewRequest } from '../../view.ts';
import { shownText } from '../markdown.ts';
import { programsAskedFor } from '../show.ts';
import { MOST, mostOf } from './most.ts';

const MOST_DONE = 20;

/** What comes of itself, and is not done by anybody. */
const NOT_WORK: ReadonlySet<string> = new Set(['program', 'workstream', 'update', 'metric']);

/** What was closed in the time of a report. */
export const done: BlockView = {
  name: 'done',
  doc: 'What was finished, decided, resolved or dropped in the time of the report.',
  options: MOST,
  tellsChanges: true,
  *lines(request) {
    const { plan, change, accepts } = request;
    if (!change) return ['This part tells what was done: `milepost report` writes it.'];
    const closed = closedBy(request);
    yield;
    const ended = plan.items
      .filter((item) => !item.open && !NOT_WORK.has(item.type.name) && accepts(item))
      .sort((a, b) => (endedOn(a, plan) ?? 0) - (endedOn(b, plan) ?? 0));
    const found = ended.filter(closed);
    const before = beforeGit(ended, closed, change, request);
    if (found.length > 0) return [...listed(found, request), ...(before.length > 0 ? ['', ...before] : [])];
    const none = `No item has been closed since ${saySince(change, request)}.`;
    const [first, ...rest] = before;
    return [first === undefined ? none : `${none} ${first}`, ...rest];
  },
};

const listed = (items: readonly Item[], request: ViewRequest): Iterable<string> =>
  listOf(items, mostOf(request, MOST_DONE), (item) => doneText(item, request));

/**
 * What was closed before git has anything of the plan, and after the report would have begun: the plan itself says when.
 * Nothing where it does not begin with the first commit.
 */
function beforeGit(
  ended: readonly Item[],
  isTold: (item: Item) => boolean,
  { since, with: begun }: ReportChange,
  request: ViewRequest,
): readonly string[] {
  if (begun?.kind !== 'first-commit') return [];
  const { plan, today } = request;
  const { usual } = usualSince(programsAskedFor(request), today, plan);
  const found = ended.filter((item) => {
    const day = endedOn(item, plan);
    return day !== undefined && day > usual && day <= since && !isTold(item);
  });
  if (found.length === 0) return [];
  return [`Before that, by the dates in the plan, since ${sayDay(usual, request)}:`, '', ...listed(found, request)];
}

/** By what changed; where nobody knows that, by the days that items say. */
function closedBy({ plan, change, today }: ViewRequest): (item: Item) => boolean {
  const since = change?.since ?? today;
  const diff = change?.diff;
  if (!diff) {
    return (item) => {
      const ended = endedOn(item, plan);
      return ended !== undefined && ended > since && ended <= today;
    };
  }
  const { closed, added } = foundIn(diff);
  // What was written down and closed within the time was never seen open.
  return (item) => closed.has(item) || (added.has(item) && (endedOn(item, plan) ?? since) > since);
}

interface Found {
  readonly closed: ReadonlySet<Item>;
  readonly added: ReadonlySet<Item>;
}

const known = new WeakMap<PlanDiff, Found>();

/** What a change has closed, and what it has added. A report asks for it once for each workstream. */
function foundIn(diff: PlanDiff): Found {
  const found = known.get(diff) ?? {
    closed: new Set(
      diff.lifecycle.flatMap(({ event, item }) =>
        event !== 'opened' && event !== 'reopened' ? (item.head ?? []) : [],
      ),
    ),
    added: new Set(diff.items.flatMap(({ kind, item }) => (kind === 'added' ? (item.head ?? []) : []))),
  };
  known.set(diff, found);
  return found;
}

/** `[Adapter proven](…) (tomas), done on 9 October, 2 working days early`. */
function doneText(item: Item, request: ViewRequest): string {
  const { due } = item;
  const ended = endedOn(item, request.plan);
  const status = shownText(statusLabel(item.status));
  const outcome = item.values.outcome ? `: ${shownText(item.values.outcome)}` : '';
  const when = ended === undefined ? '' : ` on ${sayDay(ended, request)}`;
  return `${titledWithOwner(item, request)}, ${status}${when}${earlyText(item, ended, due, request)}${outcome.replace(/\.$/, '')}.`;
}

function earlyText(item: Item, closedOn: Day | undefined, due: Day | undefined, { state }: ViewRequest): string {
  if (closedOn === undefined || due === undefined || closedOn === due || item.dropped) return '';
  const days = state.calendars.of(item).daysBetween(due, closedOn);
  return days === 0 ? '' : `, ${workingDays(days)} ${days > 0 ? 'late' : 'early'}`;
}
