import { amount } from '../../../core/text/words.ts';

/** How long a text may become. */
export interface Room {
  readonly characters: number;
  /** Of each table. */
  readonly rows: number;
}

/** A table of a comment: its rows are left out from the end where there is no room. */
export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  /** Cells that are safe as Markdown. */
  readonly rows: readonly (readonly string[])[];
  /** With more rows than this a reader has to ask for it. */
  readonly mostOpen: number;
}

/** For what stands around the rows. */
const FRAME = 400;

/** So much of a table as there is room for; nothing of one that is empty. */
export function tableText({ title, head, rows, mostOpen }: Table, room: Room): string {
  if (rows.length === 0) return '';
  const columns = head.map((_, at) => at).filter((at) => rows.some((row) => row[at] !== ''));
  const line = (cells: readonly string[]): string => `| ${columns.map((at) => cells[at]).join(' | ')} |\n`;
  let body = '';
  let shown = 0;
  for (const row of rows) {
    const text = line(row);
    if (shown === room.rows || body.length + text.length + FRAME > room.characters) break;
    body += text;
    shown++;
  }
  const left = rows.length - shown;
  const more = left === 0 ? '' : `\n… and ${amount(left)} more: \`milepost diff\` lists them all.\n`;
  const table = shown === 0 ? more.trimStart() : `${line(head)}${line(head.map(() => '---'))}${body}${more}`;
  if (title === '') return table;
  return rows.length > mostOpen
    ? `<details><summary>${title}</summary>\n\n${table}\n</details>\n`
    : `**${title}**\n\n${table}`;
}
