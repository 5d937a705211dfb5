import type { Item } from '../../../plan/item.ts';
import { milestonePicture } from '../../../report/html/milestone-picture.ts';
import { keyMilestonesOf } from '../../../report/key-milestones.ts';
import { toldFinish, toldSlip, undatedBecause } from '../../../report/told-finish.ts';
import { sayDay, titled, titledWithOwner } from '../../../report/words.ts';
import { allOf } from '../../../text/words.ts';
import { signedDays } from '../../../views/forecast-label.ts';
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
    return found.length === 0 ? ['No milestone is left.'] : linesOf(found, request);
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

function* linesOf(items: readonly Item[], request: ViewRequest): Generator<string> {
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
  if (items.length > most) yield* ['', restText(items.slice(most), request)];
}

/** So many of the late ones that have no row are named. */
const MOST_LATE = 3;

/**
 * `And 5 more, 2 of them late: [Go-live](…) (+7d) and [Ledgers equal](…) (+3d).` What is late is what somebody has to hear
 * of, and a table by date does not get that far.
 */
function restText(rest: readonly Item[], request: ViewRequest): string {
  const late = rest
    .flatMap((item): [Item, number][] => {
      const slip = toldSlip(item, request);
      return slip !== undefined && slip > 0 ? [[item, slip]] : [];
    })
    .sort(([, a], [, b]) => b - a);
  if (late.length === 0) return `And ${rest.length} more, ${noneLate(rest, request)}.`;
  const named = late.slice(0, MOST_LATE).map(([item, slip]) => `${titled(item, request)} (${signedDays(slip)})`);
  const others = late.length > MOST_LATE ? [`${late.length - MOST_LATE} more`] : [];
  const of = rest.length === 1 ? 'which is late' : `${late.length} of them late`;
  return `And ${rest.length} more, ${of}: ${allOf([...named, ...others])}.`;
}

/** That nothing of the rest is late; of what has a date that cannot be read, nobody knows that. */
function noneLate(rest: readonly Item[], request: ViewRequest): string {
  const unread = rest.filter((item) => undatedBecause(item, request) === 'date cannot be read').length;
  if (unread > 0) return `${rest.length === 1 ? '' : `${unread} of them `}with a date that cannot be read`;
  return rest.length === 1 ? 'which is not late' : 'none of them late';
}
