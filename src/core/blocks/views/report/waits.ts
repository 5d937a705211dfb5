import type { Day } from '../../../model/values/day.ts';
import { isSamePerson, personKey } from '../../../model/values/person.ts';
import type { Item, Link } from '../../../plan/item.ts';
import { listOf } from '../../../report/markdown-list.ts';
import { onlyWaits } from '../../../report/moves.ts';
import { toldSlip, undatedBecause } from '../../../report/told-finish.ts';
import { sayDay, titled } from '../../../report/words.ts';
import { inDays } from '../../../schedule/minutes.ts';
import { signedDays } from '../../../views/forecast-label.ts';
import type { BlockView, ViewRequest } from '../../view.ts';
import { shownText } from '../markdown.ts';
import { MOST, mostOf } from './most.ts';

const MOST_WAITS = 12;

/** What somebody needs from somebody else is told where it is due within so many working days. */
const NEAR = 20;

/** Who waits for whom, for what and until when. */
export const waits: BlockView = {
  name: 'waits',
  doc: 'Who waits for whom in the next four weeks: what is needed, when it is forecast, and what for.',
  options: MOST,
  *lines(request) {
    yield;
    const found = handovers(request);
    if (found.length === 0) return ['No one waits for anybody else in the next four weeks.'];
    return listOf(found, mostOf(request, MOST_WAITS), (one) => waitText(one, request));
  },
};

/** What one person gives to another. */
interface Handover {
  readonly from: Item;
  /** When it is forecast. */
  readonly day: Day;
  /** What waits for it, of one owner. */
  readonly to: readonly Item[];
}

/** What comes soon and is waited for by somebody else, the first on top. */
function handovers({ plan, state, accepts, today }: ViewRequest): readonly Handover[] {
  const found: Handover[] = [];
  for (const from of plan.items) {
    if (!from.open) continue;
    const day = state.schedule.finish(from);
    if (day === undefined) continue;
    const calendar = state.calendars.of(from);
    if (inDays(calendar.end(day) - calendar.start(today)) > NEAR) continue;
    const byOwner = new Map<string, Item[]>();
    for (const { to } of plan.linksFrom(from).filter(isBetweenPeople)) {
      if (!accepts(from) && !accepts(to)) continue;
      const owner = personKey(to.owner?.name ?? '');
      const waiting = byOwner.get(owner);
      if (waiting?.includes(to)) continue;
      if (waiting) waiting.push(to);
      else byOwner.set(owner, [to]);
    }
    for (const to of byOwner.values()) found.push({ from, day, to });
  }
  return found.sort((a, b) => a.day - b.day);
}

const isBetweenPeople = ({ from, to }: Link): boolean =>
  to.open && from.owner !== undefined && to.owner !== undefined && !isSamePerson(from.owner.name, to.owner.name);

/** `**priya** waits for **chen**: [Ledger schema v2](…), forecast for 11 December (+3d), for [Ledger history](…).` */
function waitText({ from, day, to }: Handover, request: ViewRequest): string {
  const slip = toldSlip(from, request);
  const late = slip !== undefined && slip > 0 ? `, ${signedDays(slip)}` : '';
  const isOver = from.due !== undefined && from.due < request.today && onlyWaits(from, request.state);
  const undated = undatedBecause(from, request);
  const when = undated
    ? undated
    : isOver
      ? `was due on ${sayDay(from.due, request)}`
      : `forecast for ${sayDay(day, request)}${late}`;
  const act = from.type.name === 'decision' ? ' to decide ' : ': ';
  const what = to.slice(0, 2).map((item) => titled(item, request));
  const more = to.length > 2 ? ` and ${to.length - 2} more` : '';
  const [first] = to as readonly [Item, ...Item[]];
  const name = ({ owner }: Item): string => shownText(request.plan.people.spellingOf(owner?.name ?? ''));
  return `**${name(first)}** waits for **${name(from)}**${act}${titled(from, request)} (${when}), for ${what.join(more === '' ? ' and ' : ', ')}${more}.`;
}
