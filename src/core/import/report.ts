import type { ItemType } from '../model/item-type.ts';
import { escapeMarkdown } from '../text/escape-markdown.ts';
import { allOf, amount } from '../text/words.ts';
import type { Column } from './csv/columns.ts';
import { toldColumns } from './csv/told-columns.ts';
import type { Remark } from './incoming.ts';
import { toldRemarks } from './told-remarks.ts';

/** `3 milestones, 1 risk and 2 workstreams`. */
export function countsText(counts: ReadonlyMap<ItemType, number>): string {
  const parts = [...counts].map(([type, count]) => `${amount(count)} ${count === 1 ? type.name : type.plural}`);
  return parts.length === 0 ? 'no items' : allOf(parts);
}

/** What was read as what, and what to look at, as a page. */
export function importReport(
  name: string,
  { counts, remarks }: { readonly counts: ReadonlyMap<ItemType, number>; readonly remarks: readonly Remark[] },
  columns: readonly Column[],
): string {
  const told = toldColumns(columns);
  const rows = told.map(({ heading, count, target, why }) => {
    const times = count === 1 ? '' : ` ×${count}`;
    const aside = why === undefined ? '*left aside*' : `*left aside: ${escapeMarkdown(why)}*`;
    return `| ${escapeMarkdown(heading)}${times} | ${target === undefined ? aside : readAs(target)} |`;
  });
  const lines = toldRemarks(remarks).map((line) => `- ${escapeMarkdown(line)}`);
  return [
    `# What was imported from ${escapeMarkdown(name)}`,
    `${countsText(counts)}.`,
    ...(lines.length === 0 ? [] : ['## To look at', lines.join('\n')]),
    ...(rows.length === 0 ? [] : ['## Columns', ['| Column | Read as |', '| --- | --- |', ...rows].join('\n')]),
  ]
    .join('\n\n')
    .concat('\n');
}

/** A field as code, which it is; anything else in words. */
const readAs = (target: string): string => (/^[a-z_]+$/.test(target) ? `\`${target}\`` : escapeMarkdown(target));
