import { type CheckedBlocks, compareBlocks, NO_BLOCKS, surveyBlocks } from '../blocks/check-blocks.ts';
import type { Day } from '../model/values/day.ts';
import type { ParsedDocument } from '../parse/document.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanState } from '../state/state.ts';
import { ActiveRules, type RulesOptions } from './active-rules.ts';
import { type Judged, NOTHING_FOUND } from './collector.ts';
import { allOf, inOrder, type ResultParts, type RuleResults } from './results.ts';
import { sameFinding } from './same-finding.ts';

/** How rules are run. */
export interface RunOptions extends RulesOptions {
  /** What was found before a change that left most as it was. */
  readonly earlier?: EarlierResults | undefined;
  /** What was known of live blocks before any change. */
  readonly blocks?: CheckedBlocks | undefined;
}

/** What was found of a plan that differs in little, and where it differs. */
export interface EarlierResults {
  readonly results: RuleResults;
  /** The indexes of the documents that are new. */
  readonly documents: Iterable<number>;
  /** The indexes of the items that are new, or that have a neighbour that is. */
  readonly items: Iterable<number>;
  /** The indexes of the items that stand otherwise, or that have a neighbour that does; where that is known. */
  readonly standing: Iterable<number> | undefined;
}

/** How many items or documents are looked at before a pause is offered. */
const AT_ONCE = 250;

/**
 * Runs every rule that is on. Pauses, as a generator, now and then, so that a host can do something else. Live blocks are
 * not compared with the plan here, but in `runOnBlocks`.
 */
export function* runRules(
  plan: Plan,
  state: PlanState,
  today: Day,
  options: RunOptions = {},
): Generator<void, RuleResults> {
  const { earlier } = options;
  const rules = new ActiveRules(plan, state, today, options);
  const before = earlier?.results.parts;
  const ofDocuments = before?.ofDocuments.slice() ?? new Array<readonly Judged[]>(plan.documents.length);
  const ofItems = before?.ofItems.slice() ?? new Array<readonly Judged[]>(plan.items.length);
  const ofStandings = before?.ofStandings.slice() ?? new Array<readonly Judged[]>(plan.items.length);
  let looked = 0;
  const isDue = (): boolean => ++looked % AT_ONCE === 0;
  const toGather = new Set<number>(earlier?.documents);
  const { documents } = plan.parts.outline;
  /** Asks about items again, and notes in which documents that makes a difference. */
  const look = function* (
    indexes: Iterable<number>,
    known: (readonly Judged[])[],
    find: (item: Item) => readonly Judged[],
  ): Generator<void> {
    for (const index of indexes) {
      if (isDue()) yield;
      const item = plan.items[index] as Item;
      const found = find(item);
      if (sameJudged(found, known[index])) continue;
      known[index] = found;
      if (earlier) toGather.add(documents.get(item.document.path) as number);
    }
  };
  for (const index of earlier?.documents ?? plan.documents.keys()) {
    if (isDue()) yield;
    ofDocuments[index] = rules.ofDocument(plan.documents[index] as ParsedDocument);
  }
  yield* look(earlier?.items ?? plan.items.keys(), ofItems, (item) => rules.ofItem(item));
  yield* look(earlier?.standing ?? plan.items.keys(), ofStandings, (item) => rules.ofStanding(item));
  const blocks = yield* rules.blocks(() => surveyBlocks(plan, options.blocks), NO_BLOCKS);
  const ofBlocks = inDocuments(rules.ofBlocks(blocks), plan).found;
  const { found: ofPlan, beside } = inDocuments(yield* rules.ofPlan(), plan);
  yield;
  if (before) for (const index of differing(ofPlan, before.ofPlan)) toGather.add(index);
  if (before) for (const index of differing(ofBlocks, before.ofBlocks)) toGather.add(index);
  const parts: ResultParts = { ofDocuments, ofItems, ofStandings, ofPlan, ofBlocks, beside, blocks };
  const again = earlier ? toGather : plan.documents.keys();
  return yield* gathered(parts, plan, again, earlier?.results.byDocument);
}

/**
 * Compares the live blocks that wait for it with the plan, and asks the rules on them again. Gives the same lists of
 * findings where these find nothing else. Pauses likewise.
 * @param results what `runRules` found of the same plan on the same day
 */
export function* runOnBlocks(
  plan: Plan,
  state: PlanState,
  today: Day,
  results: RuleResults,
  options: RulesOptions = {},
): Generator<void, RuleResults> {
  const rules = new ActiveRules(plan, state, today, options);
  const surveyed = results.parts.blocks;
  const blocks = yield* rules.blocks((context) => compareBlocks(context, surveyed), surveyed);
  const ofBlocks = inDocuments(rules.ofBlocks(blocks), plan).found;
  const again = differing(ofBlocks, results.parts.ofBlocks);
  const parts = { ...results.parts, blocks, ofBlocks };
  return again.length === 0 ? { ...results, parts } : yield* gathered(parts, plan, again, results.byDocument);
}

/** Puts the findings of some documents together, and all of them in one list. */
function* gathered(
  parts: ResultParts,
  plan: Plan,
  again: Iterable<number>,
  before: RuleResults['byDocument'] = [],
): Generator<void, RuleResults> {
  const { ofDocuments, ofItems, ofStandings, ofPlan, ofBlocks, beside } = parts;
  const { starts } = plan.parts.outline;
  const byDocument = before.slice();
  let looked = 0;
  for (const index of again) {
    if (++looked % AT_ONCE === 0) yield;
    byDocument[index] = inOrder([
      ...(ofPlan.get(index) ?? NOTHING_FOUND),
      ...(ofBlocks.get(index) ?? NOTHING_FOUND),
      ...(ofDocuments[index] as readonly Judged[]),
      ...ofItems.slice(starts[index], starts[index + 1]).flat(),
      ...ofStandings.slice(starts[index], starts[index + 1]).flat(),
    ]);
  }
  yield;
  const { findings, muted } = allOf(byDocument, inOrder(beside), (index) => plan.documents[index]?.path ?? '');
  return { findings, muted, byDocument, parts };
}

type ByDocument = ReadonlyMap<number, readonly Judged[]>;

/** Findings by the document that they stand in; beside these, those that stand in the configuration. */
function inDocuments(all: readonly Judged[], plan: Plan): { found: ByDocument; beside: readonly Judged[] } {
  const { documents } = plan.parts.outline;
  const found = new Map<number, Judged[]>();
  const beside: Judged[] = [];
  for (const judged of all) {
    const index = documents.get(judged.finding.source.path);
    const same = index === undefined ? beside : found.get(index);
    if (same) same.push(judged);
    else found.set(index as number, [judged]);
  }
  return { found, beside };
}

/** The documents of which one says something else than the other. */
const differing = (now: ByDocument, before: ByDocument): readonly number[] =>
  [...new Set([...now.keys(), ...before.keys()])].filter((index) => !sameJudged(now.get(index), before.get(index)));

/** Whether two lists are of the same findings, so that what was made of one need not be made of the other. */
function sameJudged(a: readonly Judged[] = NOTHING_FOUND, b: readonly Judged[] = NOTHING_FOUND): boolean {
  return (
    a === b ||
    (a.length === b.length &&
      a.every(({ finding, until }, i) => {
        const other = b[i] as Judged;
        return (
          until === other.until && finding.item === other.finding.item && sameFinding(finding, other.finding, Object.is)
        );
      }))
  );
}
