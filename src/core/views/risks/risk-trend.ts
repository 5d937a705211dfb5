import type { ParsedDocument, ParsedItem } from '../../parse/document.ts';
import type { Item } from '../../plan/item.ts';
import type { Plan } from '../../plan/plan.ts';
import { riskScore } from '../../state/risk-score.ts';

/** Trends look back over so many days. */
export const TREND_DAYS = 28;

/** How the score of a risk has moved. */
export interface RiskTrend {
  readonly direction: 'rising' | 'falling' | 'steady' | 'new';
  /** What it was; undefined where it was not there. */
  readonly before: number | undefined;
}

/** Says how the score of a risk of a plan has moved; undefined where nobody can say. */
export type TrendOf = (risk: Item, plan: Plan) => RiskTrend | undefined;

/**
 * Compares risks with what they were.
 * @param earlier what the documents of the risks said then, under the paths that they have now
 */
export function riskTrends(earlier: Iterable<ParsedDocument>): TrendOf {
  const here = new Map<string, ParsedItem>();
  const anywhere = new Map<string, { readonly path: string; readonly item: ParsedItem } | undefined>();
  const unreadable = new Set<string>();
  for (const { path, items } of earlier) {
    for (const item of items) {
      if (item.broken) unreadable.add(path);
      if (item.type.name !== 'risk') continue;
      here.set(keyOf(path, item.id), item);
      // A doubled id says nothing of either.
      anywhere.set(item.id, anywhere.has(item.id) ? undefined : { path, item });
    }
  }
  /** A risk that has moved into another document: one that still stands in its own is another risk of that id. */
  const moved = (id: string, plan: Plan): ParsedItem | undefined => {
    const found = anywhere.get(id);
    return found && !hasRisk(plan, found.path, id) ? found.item : undefined;
  };
  return (risk, plan) => {
    const score = riskScore(risk);
    if (score === undefined) return undefined;
    const then = here.get(keyOf(risk.document.path, risk.id)) ?? moved(risk.id, plan);
    if (!then) return unreadable.has(risk.document.path) ? undefined : { direction: 'new', before: undefined };
    const before = riskScore(then);
    if (before === undefined) return undefined;
    return { direction: score > before ? 'rising' : score < before ? 'falling' : 'steady', before };
  };
}

const hasRisk = (plan: Plan, path: string, risk: string): boolean =>
  plan.documentAt(path)?.items.some(({ type, id }) => type.name === 'risk' && id === risk) ?? false;

const keyOf = (path: string, id: string): string => `${path}\0${id}`;
