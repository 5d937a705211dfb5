import type { Item } from '../../../plan/item.ts';
import { milestonePicture } from '../../../report/html/milestone-picture.ts';
import { keyMilestonesOf } from '../../../report/key-milestones.ts';
import { toldFinish, toldSlip, undatedBecause } from '../../../report/told-finish.ts';
import { sayDay, titled, titledWithOwner } from '../../../report/words.ts';
import { allOf } from '../../../text/words.ts';
import { signedDays } from '../../../views/forecast-label.ts';
import { plural } from '../../../views/summary.ts';
import type { BlockView, ViewRequest } from '../../view.ts';
import { cellsLine, shownText } from '../markdown.ts';
import { MOST, mostOf } from './most.ts';
import { ONLY_KEY } from './only.ts';

const MOST_NEXT = 10;

/** The open milestones that are forecast next; beside each, in a report, what the baseline had, where there is one. */
export const next: BlockView = {
  name: 'next',
  doc: 'The open milestones that come next: due date, forecast, and in a report what the baseline had, where there is one.',
  options: { ...MOST, ...ONLY_KEY },
  *lines(request) {
    const found = nextIn(request);
    yield;
    const others = otherLate(found, request);
    if (found.length > 0) return linesOf(found, request, others);
    return [others === '' ? 'No milestone is left.' : `No key milestone is left. ${others}`];
  },
  picture: (request) => {
    const shown = nextIn(request).slice(0, mostOf(request, MOST_NEXT));
    return milestonePicture(shown, request.state, request.today);
  },
};

/** The milestones that a block asks for, by the day on which they are forecast; last, those of which nobody knows one. */
function nextIn(request: ViewRequest): readonly Item[] {
  const { plan, state, options, accepts } = request;
  const isKey = options.get('only') === 'key' ? keyMilestonesOf(plan, state) : () => true;
  const open = plan.ofType('milestone').filter((item) => item.open && accepts(item) && isKey(item));
  const when = new Map(open.map((item) => [item, toldFinish(item, request) ?? item.due ?? Infinity]));
  const sorted = [...when].sort(([, a], [, b]) => (a === b ? 0 : a - b));
  return sorted.map(([item]) => item);
}

function* linesOf(items: readonly Item[], request: ViewRequest, others: string): Generator<string> {
  const { state, today } = request;
  const { baseline } = state.drifts;
  const day = (value: number | undefined): string => (value === undefined ? '' : sayDay(value, { today }));
  const head = ['Milestone', ...(baseline ? [`Baseline ${shownText(baseline.name)}`] : []), 'Due', 'Forecast', 'Slip'];
  yield cellsLine(head);
  yield cellsLine(head.map(() => '---'));
  const most = mostOf(request, MOST_NEXT);
  for (const item of items.slice(0, most)) {
    const slip = toldSlip(item, request);
    yield cellsLine([
      titledWithOwner(item, request),
      ...(baseline ? [day(state.drifts.of(item)?.from)] : []),
      day(item.due),
      undatedBecause(item, request) ?? day(state.schedule.finish(item)),
      slip === undefined ? '' : slip > 0 ? signedDays(slip) : 'on time',
    ]);
  }
  const rest = [items.length > most ? restText(items.slice(most), request) : '', others].filter((part) => part !== '');
  if (rest.length > 0) yield* ['', rest.join(' ')];
}

/** `4 milestones that are not key are late: [Checkout](…) (+11d), …`; empty where none is, or none is left out. */
function otherLate(shown: readonly Item[], request: ViewRequest): string {
  if (request.options.get('only') !== 'key') return '';
  const key = new Set(shown);
  const { plan, accepts } = request;
  const late = lateOf(
    plan.ofType('milestone').filter((item) => item.open && accepts(item) && !key.has(item)),
    request,
  );
  if (late.length === 0) return '';
  const are = late.length === 1 ? 'that is not key is' : 'that are not key are';
  return `${plural(late.length, 'milestone')} ${are} late: ${namedLate(late, request)}.`;
}

/** So many of the late ones that have no row are named. */
const MOST_LATE = 3;

/**
 * `And 5 more, 2 of them late: [Go-live](…) (+7d) and [Ledgers equal](…) (+3d).` What is late is what somebody has to hear
 * of, and a table by date does not get that far.
 */
function restText(rest: readonly Item[], request: ViewRequest): string {
  const late = lateOf(rest, request);
  if (late.length === 0) return `And ${rest.length} more, ${noneLate(rest, request)}.`;
  const of = rest.length === 1 ? 'which is late' : `${late.length} of them late`;
  return `And ${rest.length} more, ${of}: ${namedLate(late, request)}.`;
}

/** What is late of some, each with its slip: the latest first. */
const lateOf = (items: readonly Item[], request: ViewRequest): readonly (readonly [Item, number])[] =>
  items
    .flatMap((item): [Item, number][] => {
      const slip = toldSlip(item, request);
      return slip !== undefined && slip > 0 ? [[item, slip]] : [];
    })
    .sort(([, a], [, b]) => b - a);

function namedLate(late: readonly (readonly [Item, number])[], request: ViewRequest): string {
  const named = late.slice(0, MOST_LATE).map(([item, slip]) => `${titled(item, request)} (${signedDays(slip)})`);
  const others = late.length > MOST_LATE ? [`${late.length - MOST_LATE} more`] : [];
  return allOf([...named, ...others]);
}

/** That nothing of the rest is late; of what has a date that cannot be read, nobody knows that. */
function noneLate(rest: readonly Item[], request: ViewRequest): string {
  const unread = rest.filter((item) => undatedBecause(item, request) === 'date cannot be read').length;
  if (unread > 0) return `${rest.length === 1 ? '' : `${unread} of them `}with a date that cannot be read`;
  return rest.length === 1 ? 'which is not late' : 'none of them late';
}
