import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanState } from '../state/state.ts';
import type { Source } from '../text/source.ts';
import type { Finding, MutedFinding, Related } from './finding.ts';
import { problemsByCode } from './problems.ts';
import { RULE_CODES, RULES } from './registry.ts';
import type { Report, Rule, RuleContext } from './rule.ts';

/** What the rules say of a plan: findings in the order of their places, and those that are known. */
export interface RuleResults {
  readonly findings: readonly Finding[];
  readonly muted: readonly MutedFinding[];
}

/**
 * Runs every rule that is on. Pauses, as a generator, between rules, so that a host can do something else.
 * With `documentsOnly`, only the rules that need no other document than the one they speak of: while a plan is still
 * being read, the rest would be wrong.
 */
export function* runRules(
  plan: Plan,
  state: PlanState,
  today: Day,
  { documentsOnly = false } = {},
): Generator<void, RuleResults> {
  const severityOf = (rule: Rule) => plan.config.rules.get(rule.code) ?? rule.severity;
  const on = new Set(RULES.filter((rule) => severityOf(rule) !== 'off').map((rule) => rule.code));
  const problems = problemsByCode(plan);
  const context: RuleContext = { plan, state, today, problems, codes: RULE_CODES, isOn: (code) => on.has(code) };
  const findings: Finding[] = [];
  const muted: MutedFinding[] = [];
  for (const rule of RULES) {
    if (documentsOnly && rule.scope !== 'document') continue;
    const configured = plan.config.rules.get(rule.code);
    const severity = configured ?? rule.severity;
    if (severity === 'off') continue;
    const report: Report = (reported) => {
      const { item } = reported;
      const finding: Finding = {
        code: rule.code,
        // What the project says of a rule holds for all of its findings.
        severity: configured ? severity : (reported.severity ?? severity),
        message: reported.message,
        source: reported.source ?? (item as Item).document,
        range: reported.range,
        item,
        related: reported.related ?? NOTHING,
        suggestion: reported.suggestion,
      };
      const until = item && mutedUntil(item, rule.code, today);
      if (until === undefined) findings.push(finding);
      else muted.push({ finding, until });
    };
    rule.check(context, report);
    yield;
  }
  return { findings: inOrder(findings), muted };
}

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
