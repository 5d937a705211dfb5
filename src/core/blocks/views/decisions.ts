import type { Item } from '../../plan/item.ts';
import { decidersOf } from '../../views/deciders.ts';
import { statusLabel } from '../../views/item-label.ts';
import type { BlockView, ViewRequest } from '../view.ts';
import { dayText, linkedId, linkedIds, nothing, shownText, tableOf, targetsOf, titleText } from './markdown.ts';
import { askedFor, SHOW } from './show.ts';

const HEAD = ['Decision', 'Title', 'Owner', 'Decide by', 'Blocks', 'Status', 'Decided', 'Outcome'];

/** Decisions: those to be made by their due dates, then those that were, the latest first. */
export const decisions: BlockView = {
  name: 'decisions',
  doc: 'A table of decisions, those to be made first: by when, what they block, and what was decided.',
  options: SHOW,
  *lines(request) {
    const asked = [...askedFor('decision', request)].sort(byTurn);
    yield;
    if (asked.length === 0) return nothing('decisions');
    // Of those that are to be made there is nothing to say in the last two.
    const columns = asked.every(({ open }) => open) ? HEAD.length - 2 : HEAD.length;
    return tableOf(HEAD.slice(0, columns), asked, (item) => rowOf(item, request).slice(0, columns));
  },
};

function byTurn(a: Item, b: Item): number {
  if (a.open !== b.open) return a.open ? -1 : 1;
  if (a.open) return compare(a.due ?? Infinity, b.due ?? Infinity);
  return compare(b.closedOn ?? -Infinity, a.closedOn ?? -Infinity);
}

const compare = (a: number, b: number): number => (a < b ? -1 : a > b ? 1 : 0);

function rowOf(item: Item, request: ViewRequest): string[] {
  const { plan, state } = request;
  const { outcome } = item.values;
  const successor = targetsOf(item, 'superseded_by', plan);
  return [
    linkedId(item, request),
    titleText(item),
    decidersOf(item)
      .map(({ name }) => shownText(name))
      .join(', '),
    dayText(item.due),
    linkedIds(targetsOf(item, 'blocks', plan), request),
    `${shownText(statusLabel(item.status))}${state.isOverdue(item) ? ', overdue' : ''}`,
    item.open ? '' : dayText(item.closedOn),
    [outcome ? shownText(outcome) : '', successor.length > 0 ? `superseded by ${linkedIds(successor, request)}` : '']
      .filter((part) => part !== '')
      .join('; '),
  ];
}
