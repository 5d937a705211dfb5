import type { ItemChange } from '../../diff/plan-diff.ts';
import type { Day } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';
import { sinceWords } from '../../report/change.ts';
import { keyMilestonesOf } from '../../report/key-milestones.ts';
import { isLater, type Move, movesOf, reasonFields, weightiest } from '../../report/moves.ts';
import { visible } from '../../text/visible.ts';
import { dayLabel } from '../day-label.ts';
import { shortDayMove } from '../diff/day-move.ts';
import { fieldWords } from '../diff/words.ts';
import { signedDays } from '../forecast-label.ts';
import { plural } from '../summary.ts';
import type { DashboardInput } from './dashboard-input.ts';
import { joined, type Shortlist, shortlistWith } from './shortlist.ts';

/** What has moved, each thing where it began. */
export interface MovedLines extends Shortlist<MovedLine> {
  /** `13 November`, `the first commit of the plan, 16 November`: since when. */
  readonly since: string;
  /** What is said in the place of lines: that nothing moved, that nobody knows, and why. */
  readonly instead: string;
}

/** A forecast that moved, and what moved with it. */
export interface MovedLine {
  /** Where it began; undefined where a calendar or the configuration moved it. */
  readonly item: Item | undefined;
  /** `+4d`; empty where its own forecast stays. */
  readonly far: string;
  readonly isLater: boolean;
  /** `7 → 11 Dec · progress 45% → 50%`. */
  readonly detail: string;
  /** What counts most of what moved with it. */
  readonly effect:
    | { readonly item: Item; readonly far: string; readonly isLater: boolean; readonly detail: string }
    | undefined;
}

const MOST_MOVES = 5;
const MOST_FIELDS = 2;

/** What has moved since, what moved the most first. */
export function* movedLines(input: DashboardInput): Generator<void, MovedLines> {
  const { change, state, plan, accepts, today } = input;
  const since = change ? sinceWords(change, today) : '';
  const none = { shown: [], more: 0, since };
  if (!change) return { ...none, instead: 'Looking at what has changed…' };
  if (!change.diff)
    return { ...none, instead: `What has changed is not known: ${change.missing ?? 'nobody has looked'}.` };
  const moves = movesOf(change.diff, state).filter(({ own, others }) =>
    [...(own ? [own] : []), ...others].some(({ item: { head } }) => head && accepts(head)),
  );
  yield;
  const isKey = keyMilestonesOf(plan, state);
  const lines = shortlistWith(moves, MOST_MOVES, (move) => movedLine(move, isKey, input), [isLater, 'later']);
  return { ...lines, since, instead: moves.length === 0 ? 'No forecast has moved.' : '' };
}

function movedLine(move: Move, isKey: (item: Item) => boolean, { state, today }: DashboardInput): MovedLine {
  const { origin, own, others } = move;
  const hardest = weightiest(others, isKey, state);
  const rest = others.length - 1;
  return {
    item: origin,
    ...farOf(own),
    detail: joined(own && daysOf(own, today), reasonOf(move, today)),
    effect: hardest && {
      item: hardest.item.head as Item,
      ...farOf(hardest),
      detail: joined(
        `now ${dayLabel(hardest.forecast.head as Day, today)}`,
        rest > 0 ? `and ${plural(rest, 'more date')}` : '',
      ),
    },
  };
}

const farOf = (change: ItemChange | undefined): { far: string; isLater: boolean } => {
  const days = change?.workingDaysMoved ?? 0;
  return { far: days === 0 ? '' : signedDays(days), isLater: days > 0 };
};

const daysOf = ({ forecast: { base, head } }: ItemChange, today: Day): string => shortDayMove(base, head, today);

/** What was changed of it: values, not prose; that nothing was, and so that time alone has moved it. */
function reasonOf({ own, fields }: Move, today: Day): string {
  const told = reasonFields(fields);
  if (told.length > 0)
    return told
      .slice(0, MOST_FIELDS)
      .map((change) => visible(fieldWords(change, today)))
      .join(', ');
  return own && fields.length === 0 ? 'nothing was reported' : '';
}
