import type { ItemChange } from '../../core/diff/plan-diff.ts';
import type { Item } from '../../core/plan/item.ts';
import { visible } from '../../core/text/visible.ts';
import { counted } from '../../core/text/words.ts';
import { verdict } from '../../core/views/diff/verdict.ts';
import { causesText, nameOf, slipText } from '../../core/views/diff/words.ts';
import { annotation, command } from '../findings/github.ts';
import type { DiffFormat } from './diff-format.ts';

/** Annotations on more lines than this nobody reads, and GitHub shows ten of a kind at a time. */
const MOST_NAMED = 5;

/** For GitHub Actions: each new finding, and each item that moves others, becomes an annotation on the line that causes it. */
export const diffGithub: DiffFormat = (diff, { place }) => {
  const moved = new Map<Item, ItemChange[]>();
  for (const change of diff.items) {
    for (const cause of change.causes) {
      if (cause.kind !== 'item' || !change.workingDaysMoved) continue;
      const known = moved.get(cause.item);
      if (known) known.push(change);
      else moved.set(cause.item, [change]);
    }
  }
  const movers = diff.items.flatMap((change) => {
    const { head } = change.item;
    const others = (head && moved.get(head)) ?? [];
    if (!head || others.length + (change.workingDaysMoved ? 1 : 0) === 0 || change.kind === 'affected') return [];
    const field = change.fields[0]?.field;
    const range = field && head.parsed.fields.has(field) ? head.at(field as 'due') : head.idRange;
    return [command('notice', { source: head.document, range }, 'milepost diff', moverText(change, others), place)];
  });
  const findings = diff.findings.new.map((finding) => annotation(finding, place));
  return `${[...findings, ...movers, `Plan: ${visible(verdict(diff))}`].join('\n')}\n`;
};

/** `schema-v2 moves by +9d, and 10 items with it: go-live +9d, … `, or why it does not move itself. */
function moverText(change: ItemChange, others: readonly ItemChange[]): string {
  const own = slipText(change.workingDaysMoved);
  const why = change.causes.length > 0 ? `, because of ${causesText(change.causes)}` : '';
  const named = others.slice(0, MOST_NAMED).map((other) => `${nameOf(other)} ${slipText(other.workingDaysMoved)}`);
  const more = others.length > MOST_NAMED ? ` and ${others.length - MOST_NAMED} more` : '';
  const rest =
    others.length === 0
      ? ''
      : `${own === '' ? '' : ', and '}moves ${counted(others.length, 'other item')}: ${named.join(', ')}${more}`;
  return visible(`${nameOf(change)} ${own === '' ? '' : `moves by ${own}${why}`}${rest}`);
}
