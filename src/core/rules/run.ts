import { type CheckedBlocks, checkBlocks, NO_BLOCKS } from '../blocks/check-blocks.ts';
import { ITEM_TYPES } from '../model/registry.ts';
import type { Day } from '../model/values/day.ts';
import type { ParsedDocument } from '../parse/document.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanState } from '../state/state.ts';
import { Collector, type Judged, NOTHING_FOUND } from './collector.ts';
import { RULE_CODES, RULES } from './registry.ts';
import { allOf, inOrder, type RuleResults } from './results.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { sameFinding } from './same-finding.ts';

/** How rules are run. */
export interface RunOptions {
  /**
   * Only the rules that need no other document than the one they speak of: while a plan is still being read, the rest
   * would be wrong.
   */
  readonly documentsOnly?: boolean;
  /** Told of a rule that throws, which then costs its own findings and no others. Without it, running throws. */
  readonly onFailure?: ((what: string, error: unknown) => void) | undefined;
  /** What was found before a change that left most as it was. */
  readonly earlier?: EarlierResults | undefined;
}

/** What was found of a plan that differs in little, and where it differs. */
export interface EarlierResults {
  readonly results: RuleResults;
  /** The indexes of the documents that are new. */
  readonly documents: Iterable<number>;
  /** The indexes of the items that are new, or that have a neighbour that is. */
  readonly items: Iterable<number>;
  /** The indexes of the items that are new, and of all whose links are. */
  readonly touched: ReadonlySet<number>;
  /** The indexes of the items that stand otherwise, or that have a neighbour that does; where that is known. */
  readonly standing: Iterable<number> | undefined;
}

/** The rules that tell what is wrong with live blocks: without them nothing is computed for these. */
const OF_BLOCKS: ReadonlySet<string> = new Set(['invalid-block', 'outdated-block']);

/** How many items or documents are looked at before a pause is offered. */
const AT_ONCE = 250;

/** Runs every rule that is on. Pauses, as a generator, now and then, so that a host can do something else. */
export function* runRules(
  plan: Plan,
  state: PlanState,
  today: Day,
  options: RunOptions = {},
): Generator<void, RuleResults> {
  const { earlier } = options;
  const rules = new Rules(plan, state, today, options);
  const before = earlier?.results.parts;
  const ofDocuments = before?.ofDocuments.slice() ?? new Array<readonly Judged[]>(plan.documents.length);
  const ofItems = before?.ofItems.slice() ?? new Array<readonly Judged[]>(plan.items.length);
  const ofStandings = before?.ofStandings.slice() ?? new Array<readonly Judged[]>(plan.items.length);
  let looked = 0;
  const isDue = (): boolean => ++looked % AT_ONCE === 0;
  const toGather = new Set<number>(earlier?.documents);
  const { documents, starts } = plan.parts.outline;
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
  const blocks = yield* rules.blocks(earlier);
  const ofPlan = new Map<number, Judged[]>();
  const beside: Judged[] = [];
  for (const judged of yield* rules.ofPlan(blocks)) {
    const index = documents.get(judged.finding.source.path);
    const same = index === undefined ? beside : ofPlan.get(index);
    if (same) same.push(judged);
    else ofPlan.set(index as number, [judged]);
  }
  yield;
  for (const index of new Set([...ofPlan.keys(), ...(before?.ofPlan.keys() ?? [])])) {
    if (!sameJudged(ofPlan.get(index), before?.ofPlan.get(index))) toGather.add(index);
  }
  const byDocument = earlier?.results.byDocument.slice() ?? [];
  for (const index of earlier ? toGather : plan.documents.keys()) {
    if (isDue()) yield;
    byDocument[index] = inOrder([
      ...(ofPlan.get(index) ?? NOTHING_FOUND),
      ...(ofDocuments[index] as readonly Judged[]),
      ...ofItems.slice(starts[index], starts[index + 1]).flat(),
      ...ofStandings.slice(starts[index], starts[index + 1]).flat(),
    ]);
  }
  yield;
  const { findings, muted } = allOf(byDocument, inOrder(beside), (index) => plan.documents[index]?.path ?? '');
  return { findings, muted, byDocument, parts: { ofDocuments, ofItems, ofStandings, ofPlan, beside, blocks } };
}

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

/** The rules that are on, ready to be asked. */
class Rules {
  readonly #collector: Collector;
  readonly #context: Omit<RuleContext, 'blocks'>;
  readonly #onFailure: RunOptions['onFailure'];
  /** The rules that are asked about documents, about items, by type, and about the plan. */
  readonly #onDocuments: readonly ActiveRule[];
  readonly #onItems: ReadonlyMap<string, readonly ActiveRule[]>;
  readonly #onStandings: ReadonlyMap<string, readonly ActiveRule[]>;
  readonly #onPlan: readonly ActiveRule[];

  constructor(plan: Plan, state: PlanState, today: Day, { documentsOnly = false, onFailure }: RunOptions) {
    const collector = new Collector(plan, today);
    const on = RULES.filter((rule) => collector.severityOf(rule) !== 'off');
    const codes = new Set(on.map((rule) => rule.code));
    const rules = on
      .filter((rule) => !documentsOnly || rule.scope === 'document')
      .map((rule) => ({ rule, report: collector.reportOf(rule) }));
    const byType = (asked: readonly ActiveRule[]): ReadonlyMap<string, readonly ActiveRule[]> =>
      new Map(ITEM_TYPES.map(({ name }) => [name, asked.filter(({ rule }) => rule.types?.includes(name) ?? true)]));
    this.#collector = collector;
    this.#context = { plan, state, today, codes: RULE_CODES, isOn: (code) => codes.has(code) };
    this.#onFailure = onFailure;
    this.#onDocuments = rules.filter(({ rule }) => rule.scope === 'document' && rule.checkDocument);
    this.#onItems = byType(rules.filter(({ rule }) => rule.scope !== 'standing' && rule.checkItem));
    this.#onStandings = byType(rules.filter(({ rule }) => rule.scope === 'standing' && rule.checkItem));
    this.#onPlan = rules.filter(({ rule }) => rule.check);
  }

  ofDocument(document: ParsedDocument): readonly Judged[] {
    this.#collector.about(document);
    for (const { rule, report } of this.#onDocuments) {
      this.#isolate(rule, document.path, () => {
        if (rule.scope === 'document') rule.checkDocument?.(document, this.#context, report);
      });
    }
    return this.#collector.take();
  }

  ofItem(item: Item): readonly Judged[] {
    this.#collector.about(item);
    this.#check(item, this.#onItems);
    return this.#collector.take();
  }

  ofStanding(item: Item): readonly Judged[] {
    this.#collector.about(item);
    this.#check(item, this.#onStandings);
    return this.#collector.take();
  }

  /** What is wrong with live blocks, for the rules that tell it. */
  *blocks(earlier: EarlierResults | undefined): Generator<void, CheckedBlocks> {
    if (!this.#onPlan.some(({ rule }) => OF_BLOCKS.has(rule.code))) return NO_BLOCKS;
    const before = earlier && { states: earlier.results.parts.blocks.states, touched: earlier.touched };
    try {
      return yield* checkBlocks(this.#context, before);
    } catch (error) {
      if (!this.#onFailure) throw error;
      this.#onFailure('the rules on live blocks', error);
      return NO_BLOCKS;
    }
  }

  /** What rules on the plan as a whole find. */
  *ofPlan({ troubled }: CheckedBlocks): Generator<void, readonly Judged[]> {
    this.#collector.about(undefined);
    const context: RuleContext = { ...this.#context, blocks: troubled };
    for (const { rule, report } of this.#onPlan) {
      this.#isolate(rule, undefined, () => rule.check?.(context, report));
      yield;
    }
    return this.#collector.take();
  }

  #check(item: Item, rules: ReadonlyMap<string, readonly ActiveRule[]>): void {
    for (const { rule, report } of rules.get(item.type.name) as readonly ActiveRule[]) {
      this.#isolate(rule, item.document.path, () => rule.checkItem?.(item, this.#context, report));
    }
  }

  #isolate(rule: Rule, path: string | undefined, check: () => void): void {
    try {
      check();
    } catch (error) {
      if (!this.#onFailure) throw error;
      this.#onFailure(path === undefined ? `the rule ${rule.code}` : `the rule ${rule.code} on ${path}`, error);
    }
  }
}

/** A rule that is on, and how it reports. */
interface ActiveRule {
  readonly rule: Rule;
  readonly report: Report;
}
