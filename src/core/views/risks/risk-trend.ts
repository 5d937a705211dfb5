import type { ParsedDocument, ParsedItem } from '../../parse/document.ts';
import type { Item } from '../../plan/item.ts';
import { riskScore } from '../../state/risk-score.ts';

/** Trends look back over so many days. */
export const TREND_DAYS = 28;

/** How the score of a risk has moved. */
export interface RiskTrend {
  readonly direction: 'rising' | 'falling' | 'steady' | 'new';
  /** What it was; undefined where it was not there. */
  readonly before: number | undefined;
}

/** Says how the score of a risk has moved; undefined where nobody can say. */
export type TrendOf = (risk: Item) => RiskTrend | undefined;

/**
 * Compares risks with what they were.
 * @param earlier what the documents of the risks said then, under the paths that they have now
 */
export function riskTrends(earlier: Iterable<ParsedDocument>): TrendOf {
  const here = new Map<string, ParsedItem>();
  const anywhere = new Map<string, ParsedItem | undefined>();
  const unreadable = new Set<string>();
  for (const { path, items } of earlier) {
    for (const item of items) {
      if (item.broken) unreadable.add(path);
      if (item.type.name !== 'risk') continue;
      here.set(keyOf(path, item.id), item);
      // A doubled id says nothing of either.
      anywhere.set(item.id, anywhere.has(item.id) ? undefined : item);
    }
  }
  return (risk) => {
    const score = riskScore(risk);
    if (score === undefined) return undefined;
    const then = here.get(keyOf(risk.document.path, risk.id)) ?? anywhere.get(risk.id);
    if (!then) return unreadable.has(risk.document.path) ? undefined : { direction: 'new', before: undefined };
    const before = riskScore(then);
    if (before === undefined) return undefined;
    return { direction: score > before ? 'rising' : score < before ? 'falling' : 'steady', before };
  };
}

const keyOf = (path: string, id: string): string => `${path}\0${id}`;
