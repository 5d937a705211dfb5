import type { ItemChange } from '../../../diff/plan-diff.ts';
import type { Item } from '../../../plan/item.ts';
import { listOf } from '../../../report/markdown-list.ts';
import { saySince, titledWithOwner } from '../../../report/words.ts';
import { riskScore } from '../../../state/risk-score.ts';
import { fieldWords, isProse, toldFields } from '../../../views/diff/words.ts';
import { statusLabel } from '../../../views/item-label.ts';
import type { BlockView, ViewRequest } from '../../view.ts';
import { shownText } from '../markdown.ts';
import { MOST, mostOf } from './most.ts';
import { unknown } from './moved.ts';

const MOST_CHANGES = 10;

/** Risks that came, went, or are seen otherwise than when the report's time began. */
export const riskChanges: BlockView = {
  name: 'risk-changes',
  doc: 'Which risks are new, closed, or seen otherwise in the time of the report.',
  options: MOST,
  tellsChanges: true,
  *lines(request) {
    const { change, accepts, plan } = request;
    if (!change?.diff) return unknown(change);
    yield;
    const told = change.diff.items.flatMap((one) => {
      const risk = one.item.head ?? one.item.base;
      const isOurs = risk?.type.name === 'risk' && (accepts(risk) || affects(risk, plan).some(accepts));
      const text = isOurs ? changeText(one, request) : '';
      return text === '' ? [] : [{ text, score: risk?.open ? (riskScore(risk) ?? 0) : 0 }];
    });
    if (told.length === 0) return [`No risk has changed since ${saySince(change, request)}.`];
    // What is only counted is not the worst of it.
    const sorted = told.sort((a, b) => b.score - a.score);
    return listOf(sorted, mostOf(request, MOST_CHANGES), ({ text }) => text);
  },
};

const affects = (risk: Item, plan: ViewRequest['plan']): readonly Item[] =>
  plan.referencesFrom(risk).flatMap(({ field, target }) => (field === 'affects' && target ? [target] : []));

/** `New: [The fourth scheme …](…) (tomas), score 12 of 25.`; empty where nothing of it is worth a word. */
function changeText({ kind, item: { base, head }, fields }: ItemChange, request: ViewRequest): string {
  if (!head) return base?.open ? `Removed: ${shownText(base.title)}.` : '';
  const what = titledWithOwner(head, request);
  const [was, now] = [base && riskScore(base), riskScore(head)];
  const score =
    now === undefined ? '' : was === undefined || was === now ? `score ${now} of 25` : `score ${was} → ${now} of 25`;
  if (kind === 'added') return head.open ? `New: ${what}${score === '' ? '' : `, ${score}`}.` : '';
  if (base?.open && !head.open) return `Closed: ${what}, ${shownText(statusLabel(head.status))}.`;
  const told = toldFields(fields).filter((change) => change.field !== 'updated' && change.field !== 'note');
  const words = told
    .filter((change) => !isProse(change))
    .slice(0, 3)
    .map((change) => shownText(fieldWords(change, request.today)));
  const prose = told.filter(isProse).map(({ field }) => `${field} rewritten`);
  const said = [...words, ...prose, ...(was !== now && score !== '' ? [score] : [])];
  return said.length === 0 ? '' : `${what}: ${said.join(', ')}.`;
}
