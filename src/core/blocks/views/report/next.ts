import type { Item } from '../../../plan/item.ts';
import { milestonePicture } from '../../../report/html/milestone-picture.ts';
import { keyMilestonesOf } from '../../../report/key-milestones.ts';
import { sayDay, titledWithOwner } from '../../../report/words.ts';
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
    const shown = nextIn(request);
    yield;
    return shown.length === 0 ? ['No milestone is left.'] : linesOf(shown, request);
  },
  picture: (request) => milestonePicture(nextIn(request), request.state, request.today),
};

/** The milestones that a block asks for, by the day on which they are forecast. */
function nextIn(request: ViewRequest): readonly Item[] {
  const { plan, state, options, accepts } = request;
  const isKey = options.get('only') === 'key' ? keyMilestonesOf(plan, state) : () => true;
  const open = plan.ofType('milestone').filter((item) => item.open && accepts(item) && isKey(item));
  const when = new Map(open.map((item) => [item, state.schedule.finish(item) ?? item.due ?? Infinity]));
  const sorted = [...when].sort(([, a], [, b]) => a - b).slice(0, mostOf(request, MOST_NEXT));
  return sorted.map(([item]) => item);
}

function* linesOf(items: readonly Item[], request: ViewRequest): Generator<string> {
  const { state, today } = request;
  const { baseline } = state.drifts;
  const day = (value: number | undefined): string => (value === undefined ? '' : sayDay(value, { today }));
  const head = ['Milestone', ...(baseline ? [`Baseline ${shownText(baseline.name)}`] : []), 'Due', 'Forecast', 'Slip'];
  yield cellsLine(head);
  yield cellsLine(head.map(() => '---'));
  for (const item of items) {
    const slip = state.schedule.slip(item);
    yield cellsLine([
      titledWithOwner(item, request),
      ...(baseline ? [day(state.drifts.of(item)?.from)] : []),
      day(item.due),
      day(state.schedule.finish(item)),
      slip === undefined ? '' : slip > 0 ? signedDays(slip) : 'on time',
    ]);
  }
}
