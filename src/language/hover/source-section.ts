import { metricState } from '../../core/metrics/metric-state.ts';
import { counted } from '../../core/text/words.ts';
import { fullDayLabel } from '../../core/views/day-label.ts';
import { metricDetails } from '../../core/views/metrics/metric-words.ts';
import type { ValuePlace } from '../place/place.ts';
import type { DocumentNow } from '../request.ts';
import type { HoverSection } from './hover.ts';

/** What a metric has in its file; undefined where that is nothing, which a finding says. */
export function sourceSection({ item }: ValuePlace, asked: DocumentNow): HoverSection | undefined {
  const state = metricState(item, asked);
  const [first] = state.series;
  if (!first || !state.latest) return undefined;
  return {
    title: `${counted(state.series.length, 'value')} since ${fullDayLabel(first.day)}`,
    lines: metricDetails(state, asked.today),
  };
}
