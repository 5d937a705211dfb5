import { fieldTexts } from '../../diff/field-texts.ts';
import type { LifecycleChange } from '../../diff/plan-diff.ts';
import type { Day } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';
import { riskScore } from '../../state/risk-score.ts';
import { visible } from '../../text/visible.ts';
import { numeral } from '../../text/words.ts';
import { dayLabel } from '../day-label.ts';
import { statusLabel } from '../item-label.ts';

/** Of what a sentence speaks, the weightiest first. Actions are many and small. */
const SPOKEN_OF = ['risk', 'issue', 'decision', 'gate', 'objective', 'milestone', 'dependency'];

/** What was opened, decided and closed, in clauses: `two new risks`, `decision D-4 accepted`. */
export function lifecycleWords(changes: readonly LifecycleChange[]): readonly string[] {
  const groups = new Map<string, LifecycleChange[]>();
  for (const change of changes) {
    const { type } = itemOf(change);
    if (!SPOKEN_OF.includes(type.name)) continue;
    const key = `${SPOKEN_OF.indexOf(type.name)} ${lifecycleWord(change)}`;
    const group = groups.get(key);
    if (group) group.push(change);
    else groups.set(key, [change]);
  }
  // By type; within one, what comes before what goes, as it stands in the plan.
  const order = [...groups].sort(([a], [b]) => Number(a[0]) - Number(b[0]));
  return order.map(([, group]) => clause(group));
}

/** What happened to something, in a word: `new`, `accepted`, `resolved`, `cancelled`. */
export function lifecycleWord({ event, item: { head } }: LifecycleChange): string {
  switch (event) {
    case 'opened':
      return 'new';
    case 'reopened':
    case 'removed':
      return event;
    default:
      return head ? statusLabel(head.status) : event;
  }
}

/** What happened, and to what kind of thing: `new risk`, `decision accepted`. */
export function lifecycleTitle(change: LifecycleChange): string {
  const word = lifecycleWord(change);
  const { name } = itemOf(change).type;
  return word === 'new' ? `new ${name}` : `${name} ${word}`;
}

/** The item that a change is about: as it is now, or as it was where it is gone. */
export const itemOf = ({ item: { base, head } }: LifecycleChange): Item => (head ?? base) as Item;

/** What a reviewer asks of it next: how bad a risk is, what an issue blocks, what was decided. */
export function lifecycleDetails({ event, item: { head } }: LifecycleChange, today: Day): string {
  if (!head) return '';
  const { outcome, became, severity } = head.values;
  const texts = fieldTexts(head);
  const said = (field: string, words: string): string => (texts.has(field) ? `${words} ${texts.get(field)}` : '');
  const due = head.due === undefined ? '' : dayLabel(head.due, today);
  const score = head.type.name === 'risk' ? riskScore(head) : undefined;
  const parts = head.open
    ? [
        score === undefined ? '' : `score ${score} of 25`,
        severity === undefined ? '' : said('severity', 'severity'),
        said('affects', 'affects'),
        said('blocks', 'blocks'),
        due === '' ? '' : `${head.type.name === 'decision' ? 'decide by' : 'due'} ${due}`,
        event === 'reopened' ? statusLabel(head.status) : '',
      ]
    : [outcome ?? '', became ? said('became', 'became') : '', said('superseded_by', 'by')];
  return parts.filter((part) => part !== '').join(' · ');
}

/** One is named; more are counted. */
function clause(group: readonly LifecycleChange[]): string {
  const [first] = group as [LifecycleChange];
  const word = lifecycleWord(first);
  const { type, id } = itemOf(first);
  if (group.length === 1)
    return word === 'new' ? `new ${type.name} ${visible(id)}` : `${type.name} ${visible(id)} ${word}`;
  const count = numeral(group.length);
  return word === 'new' ? `${count} new ${type.plural}` : `${count} ${type.plural} ${word}`;
}
