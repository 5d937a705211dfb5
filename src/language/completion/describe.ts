import type { Item } from '../../core/plan/item.ts';
import { escapeMarkdown } from '../../core/text/escape-markdown.ts';
import { itemDetails } from '../../core/views/item-label.ts';
import type { PlanNow } from '../request.ts';

/** What is known of an item that is proposed, as Markdown in which nothing of the plan is markup. */
export const describeItem = (item: Item, now: PlanNow): string =>
  itemDetails(item, now).map(escapeMarkdown).join('  \n');
