import type { ViewRequest } from '../blocks/view.ts';
import { shownText } from '../blocks/views/markdown.ts';
import { parseDay } from '../model/values/day.ts';
import { type HealthReason, PROMISES } from '../state/health.ts';
import { riskScore } from '../state/risk-score.ts';
import { sayDay, sentence, titled, titledWithOwner, workingDays } from './words.ts';

type From = Pick<ViewRequest, 'plan' | 'from' | 'state' | 'today'>;

/** What a program's health has against it, in a sentence for readers who know no ids. */
export function reasonSentence({ item, affects, message }: HealthReason, request: From): string {
  const missed = request.state.late.missed(item);
  if (item.type.name === 'decision' && item.due !== undefined) {
    return `Decision ${titledWithOwner(item, request)} is on the critical path, and was due on ${sayDay(item.due, request)}.`;
  }
  if (affects) {
    return `Risk ${titledWithOwner(item, request)}, score ${riskScore(item)}, has no mitigation, and affects ${titled(affects, request)} on the critical path.`;
  }
  if (missed) {
    const late = `${workingDays(missed.days)} after ${PROMISES[missed.kind]} ${sayDay(missed.date, request)}`;
    const root = missed.root === item ? '' : `, because of ${titledWithOwner(missed.root, request)}`;
    return `${titled(item, request)} is forecast to be done ${late}${root}.`;
  }
  const said = message.replace(/\b\d{4}-\d\d-\d\d\b/g, (day) => sayDay(parseDay(day) as number, request));
  return said.startsWith(`${item.id} `)
    ? `${titled(item, request)} ${shownText(said.slice(item.id.length + 1))}.`
    : sentence(shownText(said));
}
