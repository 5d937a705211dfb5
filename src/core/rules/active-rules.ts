import type { CheckedBlock, CheckedBlocks, TroubledBlock } from '../blocks/check-blocks.ts';
import { ITEM_TYPES } from '../model/registry.ts';
import type { Day } from '../model/values/day.ts';
import type { ParsedDocument } from '../parse/document.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanState } from '../state/state.ts';
import { Collector, type Judged } from './collector.ts';
import { RULE_CODES, RULES } from './registry.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

/** What is to be known of a run. */
export interface RulesOptions {
  /**
   * Only the rules that need no other document than the one they speak of: while a plan is still being read, the rest
   * would be wrong.
   */
  readonly documentsOnly?: boolean;
  /** Told of a rule that throws, which then costs its own findings and no others. Without it, running throws. */
  readonly onFailure?: ((what: string, error: unknown) => void) | undefined;
}

/** The rules that are on, ready to be asked. */
export class ActiveRules {
  readonly #collector: Collector;
  readonly #context: RuleContext;
  readonly #onFailure: RulesOptions['onFailure'];
  /** The rules that are asked about documents, about items, by type, about the plan and about live blocks. */
  readonly #onDocuments: readonly ActiveRule[];
  readonly #onItems: ReadonlyMap<string, readonly ActiveRule[]>;
  readonly #onStandings: ReadonlyMap<string, readonly ActiveRule[]>;
  readonly #onPlan: readonly ActiveRule[];
  readonly #onBlocks: readonly ActiveRule[];

  constructor(plan: Plan, state: PlanState, today: Day, { documentsOnly = false, onFailure }: RulesOptions) {
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
    this.#onDocuments = rules.filter(({ rule }) => looksAtDocuments(rule) && rule.checkDocument);
    this.#onItems = byType(rules.filter(({ rule }) => rule.scope !== 'standing' && rule.checkItem));
    this.#onStandings = byType(rules.filter(({ rule }) => rule.scope === 'standing' && rule.checkItem));
    this.#onPlan = rules.filter(({ rule }) => rule.check);
    this.#onBlocks = rules.filter(({ rule }) => rule.scope === 'blocks');
  }

  ofDocument(document: ParsedDocument): readonly Judged[] {
    this.#collector.about(document);
    for (const { rule, report } of this.#onDocuments) {
      this.#isolate(rule, document.path, () => {
        if (looksAtDocuments(rule)) rule.checkDocument?.(document, this.#context, report);
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

  /** What rules on the plan as a whole find. */
  *ofPlan(): Generator<void, readonly Judged[]> {
    this.#collector.about(undefined);
    for (const { rule, report } of this.#onPlan) {
      this.#isolate(rule, undefined, () => rule.check?.(this.#context, report));
      yield;
    }
    return this.#collector.take();
  }

  /** What is found of live blocks in some steps, for the rules that tell it: without these, nothing. */
  *blocks(
    steps: (context: RuleContext) => Generator<void, CheckedBlocks>,
    otherwise: CheckedBlocks,
  ): Generator<void, CheckedBlocks> {
    if (this.#onBlocks.length === 0) return otherwise;
    try {
      return yield* steps(this.#context);
    } catch (error) {
      if (!this.#onFailure) throw error;
      this.#onFailure('the rules on live blocks', error);
      return otherwise;
    }
  }

  /** What rules on live blocks find. */
  ofBlocks(blocks: CheckedBlocks): readonly Judged[] {
    this.#collector.about(undefined);
    for (const block of blocks.filter(isTroubled)) {
      for (const { rule, report } of this.#onBlocks) {
        this.#isolate(rule, block.document.path, () => {
          if (rule.scope === 'blocks') rule.checkBlock(block, this.#context, report);
        });
      }
    }
    return this.#collector.take();
  }

  #check(item: Item, rules: ReadonlyMap<string, readonly ActiveRule[]>): void {
    for (const { rule, report } of rules.get(item.type.name) as readonly ActiveRule[]) {
      // Not by `#isolate`: a function for each rule and item was most of what checking an item took of memory.
      try {
        rule.checkItem?.(item, this.#context, report);
      } catch (error) {
        this.#failed(rule, item.document.path, error);
      }
    }
  }

  #isolate(rule: Rule, path: string | undefined, check: () => void): void {
    try {
      check();
    } catch (error) {
      this.#failed(rule, path, error);
    }
  }

  #failed(rule: Rule, path: string | undefined, error: unknown): void {
    if (!this.#onFailure) throw error;
    this.#onFailure(path === undefined ? `the rule ${rule.code}` : `the rule ${rule.code} on ${path}`, error);
  }
}

/** A rule that is on, and how it reports. */
interface ActiveRule {
  readonly rule: Rule;
  readonly report: Report;
}

const isTroubled = (block: CheckedBlock): block is CheckedBlock & TroubledBlock => block.trouble !== undefined;

type DocumentsRule = Extract<Rule, { readonly scope: 'document' | 'blocks' }>;

const looksAtDocuments = (rule: Rule): rule is DocumentsRule => rule.scope === 'document' || rule.scope === 'blocks';
