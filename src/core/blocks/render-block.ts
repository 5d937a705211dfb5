import type { Day } from '../model/values/day.ts';
import type { LiveBlock } from '../parse/body/facts.ts';
import type { ParsedDocument } from '../parse/document.ts';
import type { Plan } from '../plan/plan.ts';
import type { ReportChange } from '../report/change.ts';
import { Drifts } from '../state/drift.ts';
import type { PlanState } from '../state/state.ts';
import type { ReadBlock } from './read-block.ts';

/** A plan, and how it stands on a day. */
export interface PlanOn {
  readonly plan: Plan;
  readonly state: PlanState;
  readonly today: Day;
  /** What has changed in the time that a report is about, where one is written. */
  readonly change?: ReportChange | undefined;
}

/**
 * The lines that a block asks for, as Markdown, for a document at a path. They are made as they are asked for, after what
 * has to be done before the first of them: that pauses, as a generator, so that a host can do something else.
 */
export function renderBlock(
  asked: ReadBlock,
  from: string,
  { plan, state, today, change }: PlanOn,
): Generator<void, Iterable<string>> {
  const { view, options, accepts, hasFilters } = asked;
  const told = change ? state : { ...state, drifts: noDrifts(plan, state), health: state.ownHealth };
  return view.lines({ plan, state: told, today, from, options, accepts, hasFilters, change });
}

/**
 * A report says what the baseline had, and how a program stands by that, on the day that it is written. Any other block is
 * compared with the plan for as long as it stands, by who has the history as by who has not: it says what the documents say.
 */
const noDrifts = (plan: Plan, { schedule, calendars }: PlanState): Drifts =>
  new Drifts({ plan, schedule, calendars, given: undefined });

/**
 * The same as it stands between the comments of a block: with the line ends and the indentation that the document has
 * there, and an empty line on either side, so that whatever reads Markdown sees where it begins.
 */
export function contentOf(lines: Iterable<string>, block: LiveBlock, { text }: ParsedDocument): string {
  const eol = lineEndBefore(text, block.content.start);
  const indent = indentOf(block, text);
  return ['', ...lines, ''].map((line) => (line === '' ? eol : `${indent}${line}${eol}`)).join('');
}

function lineEndBefore(text: string, offset: number): string {
  const last = text[offset - 1];
  return last === '\n' && text[offset - 2] === '\r' ? '\r\n' : (last ?? '\n');
}

/** What stands before the comment that begins a block: nothing, or the indentation of the list item it stands in. */
export function indentOf({ open }: LiveBlock, text: string): string {
  let start = open.start;
  while (text[start - 1] === ' ' || text[start - 1] === '\t') start--;
  return text.slice(start, open.start);
}
