import type { Severity } from '../config/severity.ts';
import { ITEM_TYPES } from '../model/registry.ts';
import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanState } from '../state/state.ts';
import type { Source } from '../text/source.ts';
import { visible } from '../text/visible.ts';
import type { Finding, MutedFinding, Related } from './finding.ts';
import { problemsByCode } from './problems.ts';
import { RULE_CODES, RULES } from './registry.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

/** What the rules say of a plan: findings in the order of their places, and those that are known. */
export interface RuleResults {
  readonly findings: readonly Finding[];
  readonly muted: readonly MutedFinding[];
}

/** How many items are looked at before a pause is offered. */
const ITEMS_AT_ONCE = 250;

/** How rules are run. */
export interface RunOptions {
  /**
   * Only the rules that need no other document than the one they speak of: while a plan is still being read, the rest
   * would be wrong.
   */
  readonly documentsOnly?: boolean;
  /** Told of a rule that throws, which then costs its own findings and no others. Without it, running throws. */
  readonly onFailure?: ((what: string, error: unknown) => void) | undefined;
}

/** Runs every rule that is on. Pauses, as a generator, now and then, so that a host can do something else. */
export function* runRules(
  plan: Plan,
  state: PlanState,
  today: Day,
  { documentsOnly = false, onFailure }: RunOptions = {},
): Generator<void, RuleResults> {
  const results = new Results(plan, today);
  const on = RULES.filter((rule) => results.severityOf(rule) !== 'off');
  const codes = new Set(on.map((rule) => rule.code));
  const context: RuleContext = {
    plan,
    state,
    today,
    problems: problemsByCode(plan),
    codes: RULE_CODES,
    isOn: (code) => codes.has(code),
  };
  const rules = on
    .filter((rule) => !documentsOnly || rule.scope === 'document')
    .map((rule) => ({ rule, report: results.reportOf(rule) }));
  const fail = (rule: Rule, error: unknown, item?: Item): void => {
    if (!onFailure) throw error;
    onFailure(item ? `the rule ${rule.code} on ${item.document.path}` : `the rule ${rule.code}`, error);
  };
  for (const { rule, report } of rules) {
    try {
      rule.check?.(context, report);
    } catch (error) {
      fail(rule, error);
    }
    yield;
  }
  const byType = new Map(
    ITEM_TYPES.map((type) => {
      const about = rules.filter(({ rule }) => rule.checkItem && (rule.types?.includes(type.name) ?? true));
      return [type.name as string, about];
    }),
  );
  for (const item of plan.items) {
    if (item.index % ITEMS_AT_ONCE === 0) yield;
    for (const { rule, report } of byType.get(item.type.name) ?? []) {
      try {
        rule.checkItem?.(item, context, report);
      } catch (error) {
        fail(rule, error, item);
      }
    }
  }
  yield;
  return { findings: inOrder(results.findings), muted: results.muted };
}

/** Takes what the rules report, and gives it the severity that the project wants. */
class Results {
  readonly findings: Finding[] = [];
  readonly muted: MutedFinding[] = [];
  readonly #plan: Plan;
  readonly #today: Day;

  constructor(plan: Plan, today: Day) {
    this.#plan = plan;
    this.#today = today;
  }

  severityOf(rule: Rule): Rule['severity'] {
    return this.#plan.config.rules.get(rule.code) ?? rule.severity;
  }

  reportOf(rule: Rule): Report {
    const severity = this.severityOf(rule) as Severity;
    // What the project says of a rule holds for all of its findings.
    const configured = this.#plan.config.rules.has(rule.code);
    return (reported) => {
      const { item } = reported;
      const finding: Finding = {
        code: rule.code,
        severity: configured ? severity : (reported.severity ?? severity),
        // An id may hold what nobody sees, or what turns the text around.
        message: visible(reported.message),
        source: reported.source ?? (item as Item).document,
        range: reported.range,
        item,
        related: reported.related?.slice(0, MOST_RELATED).map(shown) ?? NOTHING,
        suggestion: reported.suggestion,
      };
      const until = item && mutedUntil(item, rule.code, this.#today);
      if (until === undefined) this.findings.push(finding);
      else this.muted.push({ finding, until });
    };
  }
}

/** A cause with thousands of consequences is still one finding. */
const MOST_RELATED = 20;

const shown = (related: Related): Related => ({ ...related, message: visible(related.message) });

const NOTHING: readonly Related[] = [];

function mutedUntil(item: Item, code: string, today: Day): Day | undefined {
  const mute = item.values.mute?.find((entry) => entry.code === code);
  return mute && mute.until >= today ? mute.until : undefined;
}

/** Findings in the order of paths, places and codes. */
function inOrder(findings: readonly Finding[]): Finding[] {
  const bySource = new Map<Source, Finding[]>();
  for (const finding of findings) {
    const list = bySource.get(finding.source);
    if (list) list.push(finding);
    else bySource.set(finding.source, [finding]);
  }
  return [...bySource.entries()]
    .sort(([a], [b]) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
    .flatMap(([, list]) => list.sort(byPlace));
}

function byPlace(a: Finding, b: Finding): number {
  return a.range.start - b.range.start || a.range.end - b.range.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}
