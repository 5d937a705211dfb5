import type { FieldChange, ItemChange } from '../../../diff/plan-diff.ts';
import type { Day } from '../../../model/values/day.ts';
import type { Item } from '../../../plan/item.ts';
import type { ReportChange } from '../../../report/change.ts';
import { keyMilestonesOf } from '../../../report/key-milestones.ts';
import { listOf } from '../../../report/markdown-list.ts';
import { isLater, type Move, movesOf, reasonFields, weightiest } from '../../../report/moves.ts';
import { sayDay, saySince, sentence, titled, titledWithOwner, workingDays } from '../../../report/words.ts';
import { PROMISES } from '../../../state/health.ts';
import { handedInLate } from '../../../state/submission.ts';
import { dayMove } from '../../../views/diff/day-move.ts';
import { fieldWords } from '../../../views/diff/words.ts';
import { plural } from '../../../views/summary.ts';
import type { BlockView, ViewRequest } from '../../view.ts';
import { shownText } from '../markdown.ts';
import { MOST, mostOf } from './most.ts';
import { ONLY_KEY } from './only.ts';

const MOST_MOVES = 10;
const MOST_FIELDS = 2;

/** What has moved in the time of a report, by where that began, and what it means for the dates that count. */
export const moved: BlockView = {
  name: 'moved',
  doc: 'Which forecasts have moved in the time of the report, what moved them, and what that means.',
  options: { ...MOST, ...ONLY_KEY },
  tellsChanges: true,
  *lines(request) {
    const { change, state, plan } = request;
    if (!change?.diff) return unknown(change);
    const isKey = keyMilestonesOf(plan, state);
    const onlyKey = request.options.get('only') === 'key';
    yield;
    const moves = movesOf(change.diff, state).filter((move) => isTold(move, request, onlyKey ? isKey : undefined));
    if (moves.length === 0)
      return [`No ${onlyKey ? 'key milestone' : 'forecast'} has moved since ${saySince(change, request)}.`];
    yield;
    return listOf(moves, mostOf(request, MOST_MOVES), (move) => moveSentences(move, request, isKey), [
      isLater,
      'later',
    ]);
  },
};

/** What is said where nobody knows what has changed. */
export const unknown = (change: ReportChange | undefined): readonly string[] => [
  change?.missing === undefined
    ? 'This part tells what has changed: `milepost report` writes it.'
    : `What has changed is not known: ${shownText(change.missing)}.`,
];

/** Whether something that a block is about is part of it. */
function isTold({ own, others }: Move, { accepts }: ViewRequest, isKey?: (item: Item) => boolean): boolean {
  return [...(own ? [own] : []), ...others].some(
    ({ item }) => item.head && accepts(item.head) && (!isKey || isKey(item.head)),
  );
}

function moveSentences(move: Move, request: ViewRequest, isKey: (item: Item) => boolean): string {
  const { origin, own, others } = move;
  if (origin && request.hasFilters && !request.accepts(origin))
    return elsewhereSentence(origin, own ? [own, ...others] : others, request);
  // What has moved the whole plan is told by what it moved of what is asked about.
  const asked = origin
    ? move
    : { ...move, others: others.filter(({ item: { head } }) => head && request.accepts(head)) };
  return [ownSentence(move, request), effectSentence(asked, request, isKey)].filter((part) => part !== '').join(' ');
}

/** Where the cause lies outside of what is asked about: what it moved here. */
function elsewhereSentence(origin: Item, all: readonly ItemChange[], request: ViewRequest): string {
  const here = all.filter(({ item: { head } }) => head && request.accepts(head));
  const [first] = here as [ItemChange];
  const also = here.length === 1 ? '' : `; so did ${plural(here.length - 1, 'more forecast')} here`;
  const item = titledWithOwner(first.item.head as Item, request);
  return `${item} moved from ${movedWords(first, request)}, because of ${titledWithOwner(origin, request)}${also}.`;
}

/** `[Ledger schema v2](…) (chen) moved from 8 to 11 December, 3 working days later: progress 45% → 50%.` */
function ownSentence(move: Move, request: ViewRequest): string {
  const { origin, own, fields } = move;
  if (!origin) return 'The calendar, or what else the plan is set up with, has changed.';
  const what = titledWithOwner(origin, request);
  const why = handedInWords(move, request) || reasonOf(fields, own, request);
  if (own) return `${what} moved from ${movedWords(own, request)}${why === '' ? '' : `: ${why}`}.`;
  if (why !== '') return `${what} changed: ${why}.`;
  if (!origin.open) return `${what} has changed.`;
  const { due } = origin;
  return `${what} is still open${due !== undefined && due < request.today ? `, and was due on ${sayDay(due, request)}` : ''}.`;
}

/** `its papers were handed in on 20 November, 7 working days late`; empty of all but a review that came too late since. */
function handedInWords({ origin: item, fields }: Move, request: ViewRequest): string {
  const submitted = item?.values.submitted;
  if (item?.type.name !== 'gate' || submitted === undefined) return '';
  if (!fields.some(({ field }) => field === 'submitted')) return '';
  const { plan, state } = request;
  const milestones = plan.linksFrom(item).map(({ to }) => to);
  const days = handedInLate(item, milestones, state.calendars);
  return days ? `its papers were handed in on ${sayDay(submitted, request)}, ${workingDays(days)} late` : '';
}

/** `8 to 11 December, 3 working days later`. */
function movedWords({ forecast, workingDaysMoved: far = 0 }: ItemChange, { today }: ViewRequest): string {
  return `${dayMove(forecast.base as Day, forecast.head as Day, today)}, ${workingDays(far)} ${far > 0 ? 'later' : 'earlier'}`;
}

/** What was changed of it: values, not prose; that nothing was, and so that time alone has moved it. */
function reasonOf(fields: readonly FieldChange[], own: ItemChange | undefined, { today }: ViewRequest): string {
  const told = reasonFields(fields);
  if (told.length > 0) {
    const isSlower = (own?.workingDaysMoved ?? 0) > 0 && told.some(isAdvance);
    const words = told.slice(0, MOST_FIELDS).map((change) => shownText(fieldWords(change, today)));
    return `${words.join(', ')}${isSlower ? ', and more time than that has passed' : ''}`;
  }
  if (!own || fields.length > 0) return '';
  return own.fields.length === 0 ? 'nothing was reported, and days have passed' : 'days have passed';
}

/** Whether more of something is done than before. */
const isAdvance = ({ field, base = '0', head = '0' }: FieldChange): boolean =>
  field === 'progress' && Number.parseFloat(head) > Number.parseFloat(base);

/** `With it [Go-live](…) moved from 12 to 17 March 2027, …, and is now 3 working days after its firm date; 4 more dates moved.` */
function effectSentence(
  { origin, own, fields, others }: Move,
  request: ViewRequest,
  isKey: (item: Item) => boolean,
): string {
  const hardest = weightiest(others, isKey, request.state);
  if (!hardest) return own ? meaningAlone(own, request) : '';
  const item = hardest.item.head as Item;
  const missed = request.state.late.missed(item);
  const kept = keeps(hardest, request);
  const now = missed
    ? `, and is now forecast ${workingDays(missed.days)} after ${PROMISES[missed.kind]}`
    : kept === ''
      ? ''
      : `, and ${kept} its due date`;
  const rest = others.length - 1;
  const also = rest === 0 ? '' : ` ${sentence(`${plural(rest, 'more forecast')} moved with it`)}`;
  return `${own || !origin || fields.length > 0 ? 'With it' : 'So'} ${titled(item, request)} moved from ${movedWords(hardest, request)}${now}.${also}`;
}

/** What it means that something moved which moves nothing else. */
function meaningAlone(change: ItemChange, request: ViewRequest): string {
  const missed = request.state.late.missed(change.item.head as Item);
  if (missed) return `It is now ${workingDays(missed.days)} after ${PROMISES[missed.kind]}.`;
  const kept = keeps(change, request);
  return kept === '' ? '' : `It ${kept} its due date.`;
}

/** `still keeps`, or `now keeps` what it had missed; empty where it does not, or has no due date. */
function keeps({ item: { base, head }, forecast }: ItemChange, { state }: ViewRequest): string {
  const item = head as Item;
  if ((state.schedule.slip(item) ?? 1) > 0) return '';
  const had = base?.due;
  if (had === undefined || forecast.base === undefined) return 'keeps';
  return state.calendars.of(item).daysBetween(had, forecast.base) > 0 ? 'now keeps' : 'still keeps';
}
