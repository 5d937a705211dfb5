import { metricState } from '../../../metrics/metric-state.ts';
import type { Item } from '../../../plan/item.ts';
import { sayDay, titledWithOwner } from '../../../report/words.ts';
import { sparklineOf, targetText, trendText, valueText } from '../../../views/metrics/metric-words.ts';
import type { BlockView, ViewRequest } from '../../view.ts';
import { nothing, shownText, tableOf } from '../markdown.ts';

const HEAD = ['Metric', 'Latest', 'Trend', 'Threshold', 'Target'];

/** The numbers that a team watches: those beyond their threshold first. */
export const metrics: BlockView = {
  name: 'metrics',
  doc: 'A table of metrics: the latest value, the trend with a sparkline, threshold, target and when that is reached.',
  options: {},
  *lines(request) {
    const { plan, accepts } = request;
    const states = plan
      .ofType('metric')
      .filter((item) => item.open && accepts(item))
      .map((item) => [item, metricState(item, request)] as const);
    yield;
    if (states.length === 0) return nothing('metrics');
    const sorted = states.sort(([, a], [, b]) => Number(b.isBeyond) - Number(a.isBeyond));
    const known = new Map(sorted);
    return tableOf(HEAD, [...known.keys()], (item) => rowOf(item, known.get(item) as StateOf, request));
  },
};

type StateOf = ReturnType<typeof metricState>;

function rowOf(item: Item, state: StateOf, request: ViewRequest): readonly string[] {
  const { latest, unit, threshold, target, isBeyond } = state;
  const spark = state.series.length > 1 ? sparklineOf(state) : '';
  const reached = targetText(state, request.today);
  return [
    titledWithOwner(item, request),
    latest
      ? `${isBeyond ? '**beyond the threshold:** ' : ''}${shownText(valueText(latest.value, unit))}, ${sayDay(latest.day, request)}`
      : 'no values',
    [spark, shownText(trendText(state))].filter((part) => part !== '').join(' '),
    threshold === undefined ? '' : shownText(valueText(threshold, unit)),
    target === undefined ? '' : shownText(reached === '' ? valueText(target, unit) : reached),
  ];
}
