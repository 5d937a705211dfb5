import type { ParsedItem } from '../parse/document.ts';
import type { Item } from '../plan/item.ts';

/** Probability times impact on the five-point scales, 1 to 25; undefined where the risk does not say both. */
export function riskScore(risk: Pick<ParsedItem, 'values'>): number | undefined {
  const { probability, impact } = risk.values;
  return probability && impact ? probability.level * impact : undefined;
}

/** Whether something is done about a risk, or it has been accepted as it is. */
export function isMitigated({ status, values }: Item): boolean {
  const { mitigation, mitigated_by, response } = values;
  return Boolean(mitigation || mitigated_by?.length) || response === 'accept' || status === 'accepted';
}
