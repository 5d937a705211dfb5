import type { Item } from '../core/plan/item.ts';
import type { Range } from '../core/text/range.ts';
import { forecastText } from '../core/views/forecast-label.ts';
import { blockedText } from '../core/views/item-label.ts';
import { stillWaiting, waitWords } from '../core/views/waits-label.ts';
import type { DocumentNow } from './request.ts';

/** A line over an item. Its words are Milepost's, but for ids; nothing in it is markup. */
export interface Lens {
  readonly item: Item;
  /** What it stands over: all of the item. */
  readonly range: Range;
  readonly text: string;
  /** What a click asks about the item. */
  readonly asks: 'what-waits' | 'why';
}

/**
 * What stands over the open items of a document: how many wait for it, and where it is forecast. Over an item of which
 * there is nothing to say stands nothing.
 */
export function lensesOf({ document, plan, state, today }: DocumentNow): readonly Lens[] {
  return plan.itemsOf(document).flatMap((item): readonly Lens[] => {
    if (!item.open) return [];
    const waiting = stillWaiting(item, plan).length;
    const why = [
      state.schedule.isShownCritical(item) ? 'critical' : '',
      forecastText(item, state, today),
      blockedText(item, state),
    ]
      .filter((part) => part !== '')
      .join(' · ');
    const at = { item, range: item.parsed.range };
    return [
      ...(waiting > 0 ? [{ ...at, text: `${waitWords(waiting)} for this`, asks: 'what-waits' as const }] : []),
      ...(why === '' ? [] : [{ ...at, text: why, asks: 'why' as const }]),
    ];
  });
}
