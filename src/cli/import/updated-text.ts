import { toldRemarks } from '../../core/import/told-remarks.ts';
import type { PlanUpdate } from '../../core/import/update/update-plan.ts';
import { visible } from '../../core/text/visible.ts';
import { amount, counted } from '../../core/text/words.ts';
import type { Place } from '../plan/place.ts';
import { columns } from '../terminal/columns.ts';
import type { Style } from '../terminal/style.ts';

/** How many rows and items that have no counterpart are named. */
const MOST_NAMED = 10;

/** What has changed, a line for each field, and what has no counterpart. */
export function updatedText(
  update: PlanUpdate,
  { match, place, style }: { match: string; place: Place; style: Style },
): string {
  const { changes, rowsWithout, itemsWithout } = update;
  const lines = columns(
    changes.map(({ item, field, before, after }) => [
      style.bold(visible(item.id)),
      field,
      before === undefined ? `→ ${visible(after)}` : `${visible(before)} → ${visible(after)}`,
      style.dim(visible(place.fromHere(item.document.path))),
    ]),
  );
  const remarks = toldRemarks(update.remarks);
  return [
    ...lines,
    ...section('To look at', remarks, style),
    ...section(
      `Rows without an item`,
      some(
        rowsWithout.map(({ place: row, title, key }) => `${row}: ${visible(key.trim() || title)} ${visible(title)}`),
      ),
      style,
    ),
    ...section(
      `Items with ${match} and without a row`,
      some(itemsWithout.map(({ id, title }) => `${id} ${visible(title)}`)),
      style,
    ),
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function section(title: string, lines: readonly string[], style: Style): readonly string[] {
  return lines.length === 0 ? [] : ['', style.bold(title), ...lines.map((line) => `  ${visible(line)}`)];
}

function some(lines: readonly string[]): readonly string[] {
  const more = lines.length - MOST_NAMED;
  return more > 0 ? [...lines.slice(0, MOST_NAMED), `and ${amount(more)} more`] : lines;
}

/** `3 items are changed, in 5 fields and 2 documents; 12 are unchanged, 1 row has no item.` */
export function updatedSummary(
  { changes, documents, unchanged, rowsWithout, itemsWithout }: PlanUpdate,
  isDryRun: boolean,
): string {
  const items = new Set(changes.map(({ item }) => item)).size;
  const changed =
    items === 0
      ? 'nothing to change'
      : `${counted(items, 'item')} changed, in ${counted(changes.length, 'field')} and ${counted(documents.length, 'document')}`;
  const rest = [
    `${amount(unchanged.length)} unchanged`,
    ...(rowsWithout.length === 0 ? [] : [`${counted(rowsWithout.length, 'row')} without an item`]),
    ...(itemsWithout.length === 0 ? [] : [`${counted(itemsWithout.length, 'item')} without a row`]),
  ].join(', ');
  return `${changed}; ${rest}${isDryRun ? ': nothing is written' : ''}`;
}
