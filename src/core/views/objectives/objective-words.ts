import type {
  Delivery,
  KeyResultProgress,
  ObjectiveInput,
  ObjectiveProgress,
} from '../../objectives/objective-progress.ts';
import type { Item } from '../../plan/item.ts';
import { visible } from '../../text/visible.ts';
import { counted, figure } from '../../text/words.ts';
import { dayLabel } from '../day-label.ts';
import { valueText } from '../metrics/metric-words.ts';
import { lateText } from '../why/late-text.ts';

/** A share in percent: `62 %`. What is not all of it is never said to be 100 %. */
export const shareText = (share: number): string => `${share < 1 ? Math.min(99, Math.round(share * 100)) : 100} %`;

/** What a row says of an objective: `62 %, 1 of 3 delivered`; empty where nothing is known of it. */
export function objectiveText({ share, deliveries, delivered }: ObjectiveProgress): string {
  const parts = [
    share === undefined ? '' : shareText(share),
    deliveries.length === 0 ? '' : `${delivered} of ${deliveries.length} delivered`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** What a card says of an objective, line by line: how far it has come by what, and what makes it late. */
export function objectiveDetails(progress: ObjectiveProgress, input: ObjectiveInput): readonly string[] {
  const { share, keyResults, deliveries, delivered } = progress;
  const milestones = deliveries.length === 0 ? '' : `${delivered} of ${counted(deliveries.length, 'milestone')} done`;
  const known = [share === undefined ? '' : shareText(share), milestones].filter((part) => part !== '');
  return [
    ...(known.length === 0 ? [] : [`Progress: ${known.join(', ')}`]),
    ...keyResults.map(keyResultText),
    ...lateReasons(progress, input),
  ];
}

/** A key result in words: `KR-1 Payments booked twice: 4 of 0 incidents, 67 %`. */
export function keyResultText({ id, title, current, target, unit, share }: KeyResultProgress): string {
  const named = visible(id === undefined || id === title ? title : `${id} ${title}`);
  const goal = target === undefined ? '' : `, to get to ${valueText(target, unit)}`;
  const at =
    current === undefined ? 'not measured yet' : `${target === undefined ? valueText(current, unit) : figure(current)}`;
  return `${named}: ${at}${goal}${share === undefined ? '' : ` (${shareText(share)})`}`;
}

/** Why an objective is late, or may become it, a sentence for each milestone that does it; none where it is in time. */
export function lateReasons(
  { objective, deliveries, late }: ObjectiveProgress,
  input: ObjectiveInput,
): readonly string[] {
  const slipping = deliveries.filter((delivery) => delivery.slip !== undefined && !late.includes(delivery));
  return [...late, ...slipping].map((delivery) => reasonText(delivery, objective, input));
}

function reasonText({ milestone, finish, daysLate, slip = 0 }: Delivery, { id }: Item, input: ObjectiveInput): string {
  const due = `after ${visible(id)} is due`;
  const far = daysLate === undefined ? `${counted(slip, 'working day')} late` : due;
  const after = daysLate ? `${counted(daysLate, 'working day')} ${due}` : far;
  const when = finish === undefined ? '' : ` ${dayLabel(finish, input.today)},`;
  const why = lateText(milestone, input).replace(/^Late: |^Late (?=because)/, '');
  return `${visible(milestone.id)} is forecast for${when} ${after}${why === '' ? '' : ` (${why})`}`;
}
