import type { ItemType } from './item-type.ts';

/** What statuses say, by word; where types mean different things by one, under both. */
const MEANINGS: Readonly<Record<string, string>> = {
  active: 'work goes on',
  planned: 'not begun',
  'on-hold': 'paused',
  open: 'nothing has been done about it yet',
  requested: 'asked for, not promised',
  proposed: 'to be decided',
  committed: 'promised',
  'in-progress': 'work has begun',
  mitigating: 'being made less likely, or less bad',
  'at-risk': 'its owner doubts the date',
  blocked: 'its owner says that it cannot go on',
  declined: 'refused',
  achieved: 'it was reached',
  missed: 'it was not reached',
  tracked: 'its values are watched',
  retired: 'nobody counts it any more',
  draft: 'being written',
  published: 'sent',
  held: 'it took place',
  'not-started': 'the papers have not been handed in',
  submitted: 'the papers are being looked at',
  'gate rejected': 'the papers have to be handed in again',
  approved: 'passed',
  waived: 'it need not be passed',
  'risk accepted': 'known, and lived with',
  accepted: 'decided',
  done: 'it ended well',
  delivered: 'it is there',
  resolved: 'put right',
  occurred: 'it happened',
  closed: 'it can no longer happen',
  rejected: 'decided against',
  deprecated: 'no longer holds',
  superseded: 'another one holds instead',
  cancelled: 'given up',
};

/** What a status of a type says: `work has begun`. */
export const statusMeaning = (type: ItemType, status: string): string =>
  MEANINGS[`${type.name} ${status}`] ?? MEANINGS[status] ?? '';

/** What a status does: `open; where none is written`, `closed; no longer part of the plan`. */
export function statusEffect({ statuses: { open, closed, dropped } }: ItemType, status: string): string {
  if (status === open[0]) return 'open; where none is written';
  if (dropped.includes(status)) return 'closed; no longer part of the plan';
  return closed.includes(status) ? 'closed' : 'open';
}
