import type { Item } from '../../plan/item.ts';
import { visible } from '../../text/visible.ts';
import type { CardInput } from '../item-card.ts';
import { limitWords } from './limit-words.ts';

/**
 * Why an open item is late, in one line: what drives it at the far end, and what holds that there. Empty where it is
 * not late.
 */
export function lateText(item: Item, { plan, state, today }: CardInput): string {
  const missed = state.late.missed(item);
  if (!missed) return '';
  const { root, distance } = missed;
  const driver = state.schedule.drivers(root).find(({ kind }) => kind === 'limit');
  const limit =
    driver?.kind === 'limit'
      ? limitWords(driver.limit, root, {
          schedule: state.schedule,
          today,
          program: plan.lookup.program(root.program),
        }).text
      : '';
  const because = limit === '' ? '' : `: ${limit}`;
  if (root === item) return limit === '' ? '' : `Late${because}`;
  return `Late because of ${visible(root.id)}${distance > 1 ? `, ${distance} links back` : ''}${because}`;
}
