import type { ViewRequest } from '../blocks/view.ts';
import { shownText } from '../blocks/views/markdown.ts';
import { parseDay } from '../model/values/day.ts';
import { type HealthReason, PROMISES } from '../state/health.ts';
import { riskScore } from '../state/risk-score.ts';
import { sayDay, sentence, titled, titledWithOwner, workingDays } from './words.ts';

type From = Pick<ViewRequest, 'plan' | 'from' | 'state' | 'today'>;

/** What a program's health has against it, in a sentence for readers who know no ids. */
export function reasonSentence({ item, affects, message, missed: broken }: HealthReason, request: From): string {
  if (item.type.name === 'decision' && item.due !== undefined) {
    return `Decision ${titledWithOwner(item, request)} is on the critical path, and was due on ${sayDay(item.due, request)}.`;
  }
  if (affects) {
    return `Risk ${titledWithOwner(item, request)}, score ${riskScore(item)}, has no mitigation, and affects ${titled(affects, request)} on the critical path.`;
  }
  if (broken) {
    const late = `${workingDays(broken.days)} after ${PROMISES[broken.kind]} ${sayDay(broken.date, request)}`;
    const { root: cause = item } = request.state.late.missed(item) ?? {};
    const root = cause === item ? '' : `, because of ${titledWithOwner(cause, request)}`;
    return `${titled(item, request)} is forecast to be done ${late}${root}.`;
  }
  const said = message.replace(/\b\d{4}-\d\d-\d\d\b/g, (day) => sayDay(parseDay(day) as number, request));
  return said.startsWith(`${item.id} `)
    ? `${titled(item, request)} ${shownText(said.slice(item.id.length + 1))}.`
    : sentence(shownText(said));
}
