import type { Day } from '../../../core/model/values/day.ts';
import type { Item } from '../../../core/plan/item.ts';
import { inSteps } from '../../../core/text/in-steps.ts';
import { visible } from '../../../core/text/visible.ts';
import { counted } from '../../../core/text/words.ts';
import { dayLabel } from '../../../core/views/day-label.ts';
import { decidersText } from '../../../core/views/deciders.ts';
import { decisionLogOf, type LoggedDecision } from '../../../core/views/decisions/decision-log.ts';
import { statusLabel } from '../../../core/views/item-label.ts';
import { momentText } from '../../../core/views/moments.ts';
import type { DecisionsView, GraphChoice, PageDecision } from '../../../webview/protocol.ts';
import type { Snapshot } from '../../../workspace/snapshot.ts';
import { filteredWords } from './filtered-words.ts';
import type { Made } from './made.ts';
import type { Places } from './places.ts';

/** More than that nobody reads. */
const MOST_LISTED = 500;

/** The decision log, for its page. */
export function* decisionsPage(
  snapshot: Snapshot,
  choice: GraphChoice,
  passes: (item: Item) => boolean,
  places: Places,
): Generator<void, Made<DecisionsView>> {
  const { open, decided } = yield* decisionLogOf(snapshot, passes);
  const page = (decision: LoggedDecision): PageDecision => pageDecision(decision, snapshot.today, places);
  const listed = choice.hideDone ? [] : decided;
  const summary = [
    `${open.length} to be decided`,
    `${decided.length} decided${choice.hideDone && decided.length > 0 ? ' and hidden' : ''}`,
    filteredWords(snapshot.plan.ofType('decision').length - open.length - decided.length),
    Math.max(open.length, listed.length) > MOST_LISTED
      ? `the first ${counted(MOST_LISTED, 'decision')} of each listed: choose a filter for the rest`
      : '',
  ];
  return {
    summary: summary.filter((text) => text !== '').join(' · '),
    open: yield* inSteps(open.slice(0, MOST_LISTED), page),
    decided: yield* inSteps(listed.slice(0, MOST_LISTED), page),
  };
}

function pageDecision(decision: LoggedDecision, today: Day, places: Places): PageDecision {
  const { item, decided, superseded, moment, overdue, blocks, supersedes, supersededBy } = decision;
  const named = (items: readonly Item[]) => items.map((other) => places.named(other));
  const due = item.open && item.due !== undefined ? `due ${dayLabel(item.due, today)}` : '';
  return {
    ...places.named(item),
    status: `${statusLabel(item.status)}${superseded === undefined ? '' : ` ${dayLabel(superseded, today)}`}`,
    date: decided === undefined ? `${due}${overdue ? ', overdue' : ''}` : dayLabel(decided, today),
    owner: decidersText(item),
    moment: moment ? momentText(moment, today) : '',
    outcome: visible(item.values.outcome ?? ''),
    blocks: named(blocks),
    supersedes: named(supersedes),
    supersededBy: named(supersededBy),
    marks: [...(overdue ? ['overdue'] : []), ...(item.dropped ? ['dropped'] : [])],
  };
}
