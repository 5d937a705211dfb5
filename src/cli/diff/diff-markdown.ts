import type { ItemChange, PlanDiff, ProgramChange } from '../../core/diff/plan-diff.ts';
import { itemKey } from '../../core/graph/keys.ts';
import { mermaidWithin } from '../../core/graph/mermaid/within-limits.ts';
import { formatDay } from '../../core/model/values/day.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { atOnce } from '../../core/text/at-once.ts';
import { escapeMarkdown } from '../../core/text/escape-markdown.ts';
import { counted } from '../../core/text/words.ts';
import { hasChanged, verdict } from '../../core/views/diff/verdict.ts';
import { causesText, changesOf, days, healthText, nameOf, newPathOf, slipText } from '../../core/views/diff/words.ts';
import { spanOf } from '../findings/position.ts';
import type { OpenedSides } from '../plan/open-sides.ts';
import type { DiffFormat } from './diff-format.ts';

/** GitHub takes comments of 65,536 characters; what counts is bytes in other places, and somebody may add a few words. */
const MOST_CHARACTERS = 60_000;
/** With more rows than this a table is folded, but for the first of them. */
const MOST_ROWS = 10;
/** A picture of more than that nobody reads in a comment. */
const PICTURE = { nodes: 40, edges: 60 };

/** A table: its rows are left out from the end where there is no room. */
interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Whether a reader has to ask for it. */
  readonly isFolded?: boolean;
}

/** For a comment on a pull request: the verdict first, then tables, and a picture of what moved. As long as GitHub takes. */
export const diffMarkdown: DiffFormat = (diff, sides) => {
  const { base, head } = sides;
  const [from, to] = [base, head].map(({ commit }) => commit?.slice(0, 10) ?? 'the working tree');
  const title = `**${escapeMarkdown(verdict(diff))}**\n\n<sub>From ${from} to ${to}, as of ${formatDay(head.snapshot.today)}.</sub>\n`;
  const picture = pictureOf(diff, sides);
  let left = MOST_CHARACTERS - title.length - picture.length;
  const tables = tablesOf(diff, sides).map((table) => {
    const text = tableText(table, left);
    left -= text.length;
    return text;
  });
  return [title, ...tables, picture].filter((part) => part !== '').join('\n');
};

function tablesOf(diff: PlanDiff, { place }: OpenedSides): readonly Table[] {
  const own = diff.items.filter(({ kind }) => kind !== 'affected');
  const moved = diff.items.filter(({ kind }) => kind === 'affected');
  const finding = (each: Finding): readonly string[] => findingRow(each, place.fromRepository(each.source.path));
  const programs = diff.programs.filter(hasChanged);
  const head = ['Item', 'Forecast', 'Moves'];
  return [
    { title: '', head: ['Program', 'Finish', 'Moves', 'Health', 'Critical path'], rows: programs.map(programRow) },
    {
      title: counted(diff.findings.new.length, 'new finding'),
      head: ['Where', '', 'Finding'],
      rows: diff.findings.new.map(finding),
    },
    {
      title: `${counted(own.length, 'item')} changed`,
      head: ['', 'Item', 'Change', 'Forecast', 'Moves'],
      rows: own.map(changeRow),
    },
    {
      title: `${counted(moved.length, 'item')} moved by that`,
      head: [...head, 'Because of'],
      rows: moved.map(movedRow),
    },
    {
      title: counted(diff.findings.resolved.length, 'resolved finding'),
      head: ['Where', '', 'Finding'],
      rows: diff.findings.resolved.map(finding),
      isFolded: true,
    },
  ];
}

/** What there is room for of a table; nothing of an empty one. */
function tableText({ title, head, rows, isFolded }: Table, most: number): string {
  if (rows.length === 0) return '';
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  let body = '';
  let shown = 0;
  for (const row of rows) {
    const text = line(row);
    if (body.length + text.length + 400 > most) break;
    body += text;
    shown++;
  }
  const more = shown < rows.length ? `\n… and ${rows.length - shown} more: \`milepost diff\` lists them all.\n` : '';
  const table = `${line(head)}${line(head.map(() => '---'))}${body}${more}`;
  if (title === '') return table;
  const isLong = isFolded || rows.length > MOST_ROWS;
  return isLong ? `<details><summary>${title}</summary>\n\n${table}\n</details>\n` : `**${title}**\n\n${table}`;
}

function programRow(program: ProgramChange): readonly string[] {
  return [
    program.id,
    days(program.finish),
    slipText(program.workingDaysMoved),
    healthText(program),
    newPathOf(program),
  ].map((cell, at) => (at === 2 ? strong(cell) : escapeMarkdown(cell)));
}

const changeRow = (change: ItemChange): readonly string[] => [
  change.kind,
  code(nameOf(change)),
  changesOf(change).map(escapeMarkdown).join('<br>'),
  change.forecast.base === change.forecast.head ? '' : days(change.forecast),
  [strong(slipText(change.workingDaysMoved)), escapeMarkdown(causesText(change.causes))]
    .filter((part) => part !== '')
    .join(' because of '),
];

const movedRow = (change: ItemChange): readonly string[] => [
  code(nameOf(change)),
  days(change.forecast),
  strong(slipText(change.workingDaysMoved)),
  escapeMarkdown(causesText(change.causes)),
];

const findingRow = (finding: Finding, path: string): readonly string[] => [
  escapeMarkdown(`${path}:${spanOf(finding).start.line}`),
  finding.severity,
  `${escapeMarkdown(finding.message)} (${finding.code})`,
];

const strong = (text: string): string => (text === '' ? '' : `**${escapeMarkdown(text)}**`);

/** An id is no word of a sentence. What could end the code, or the cell, is written out. */
const code = (text: string): string => (/^[\w.\-/ →]+$/.test(text) ? `\`${text}\`` : escapeMarkdown(text));

/** What moved, and what it waits for, as the plan is now; nothing where less than two items are on it. */
function pictureOf({ items }: PlanDiff, { head: { snapshot } }: OpenedSides): string {
  const shown = new Set<string>();
  for (const { item, causes, workingDaysMoved } of items) {
    if (!item.head || !workingDaysMoved) continue;
    shown.add(itemKey(item.head, snapshot.plan));
    for (const cause of causes) {
      if (cause.kind === 'item') for (const each of cause.path) shown.add(itemKey(each, snapshot.plan));
    }
  }
  if (shown.size < 2) return '';
  const filter = (item: Parameters<typeof itemKey>[0]): boolean => shown.has(itemKey(item, snapshot.plan));
  const { source, summary } = atOnce(mermaidWithin(snapshot, { filter, budget: PICTURE }));
  if (summary.items < 2 || source.length > MOST_CHARACTERS / 3) return '';
  return `<details><summary>What moves, as a picture</summary>\n\n\`\`\`mermaid\n${source.trimEnd()}\n\`\`\`\n</details>\n`;
}
