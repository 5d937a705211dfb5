import type { Day } from '../../../model/values/day.ts';
import { type Ask, asksIn } from '../../../report/asks.ts';
import { listOf } from '../../../report/markdown-list.ts';
import { sayDay, titled } from '../../../report/words.ts';
import type { BlockView, ViewRequest } from '../../view.ts';
import { shownText } from '../markdown.ts';
import { MOST, mostOf } from './most.ts';

const MOST_ASKS = 10;

/** What somebody has to decide, answer, hand in or promise, by when, and what moves otherwise. */
export const asks: BlockView = {
  name: 'asks',
  doc: 'What is needed of whom, and by when: decisions, answers to escalations, papers for reviews, promises of others.',
  options: MOST,
  *lines(request) {
    const found = asksIn(request.plan, request.state, request.accepts).filter((ask) => isSoon(ask, request));
    yield;
    if (found.length === 0) return ['No decision, answer or promise is needed within 30 days.'];
    return listOf(found, mostOf(request, MOST_ASKS), (ask) => askText(ask, request));
  },
};

/** What has time for longer is no news yet. */
const SOON = 30;

const isSoon = ({ due = Infinity, lastDay = Infinity }: Ask, { today }: ViewRequest): boolean =>
  Math.min(due, lastDay) <= today + SOON;

const ACTS: Readonly<Record<Ask['kind'], string>> = {
  decide: 'Decide',
  answer: 'Answer',
  submit: 'Hand in the papers for',
  commit: 'Promise a date for',
};

/** `**Decide** [Window of the cutover](…) (okafor, Kofi Mensah): was due on 13 November; after 24 November X moves.` */
function askText({ kind, item, of, due, lastDay, moves }: Ask, request: ViewRequest): string {
  const { today } = request;
  const people = of.length === 0 ? '' : ` (${of.map(({ name }) => shownText(name)).join(', ')})`;
  const asked = `**${ACTS[kind]}** ${titled(item, request)}${people}`;
  if (due !== undefined && due >= today && due === lastDay && moves)
    return `${asked}: ${dueText(due, request)}, or ${titled(moves, request)} moves.`;
  const agreed = due === undefined ? '' : dueText(due, request);
  const until =
    lastDay === undefined || !moves
      ? ''
      : lastDay <= today
        ? `every day now moves ${titled(moves, request)}`
        : `after ${sayDay(lastDay, request)} ${titled(moves, request)} moves`;
  const said = [agreed, until].filter((part) => part !== '');
  return `${asked}: ${said.length === 0 ? 'no date is agreed' : said.join('; ')}.`;
}

function dueText(due: Day, request: ViewRequest): string {
  if (due < request.today) return `was due on ${sayDay(due, request)}`;
  return due === request.today ? 'due today' : `by ${sayDay(due, request)}`;
}
