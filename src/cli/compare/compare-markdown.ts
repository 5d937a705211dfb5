import { formatDay } from '../../core/model/values/day.ts';
import { escapeMarkdown } from '../../core/text/escape-markdown.ts';
import { code } from '../diff/markdown/cells.ts';
import type { Compared } from './compared.ts';
import { figureRows } from './rows.ts';

/** For a comment, or the paper of a steering group: a table for each program, a column for each option. */
export function compareMarkdown({ today, base, options, programs }: Compared): string {
  const heads = [base, ...options];
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;
  const tables = programs.map((program) => {
    const rows = figureRows(program, today).map(([label, ...cells]) => line([label, ...cells.map(escapeMarkdown)]));
    const head = line([`**${escapeMarkdown(program.id)}**`, ...heads.map(({ name }) => code(name))]);
    return `${head}${line(['---', ...heads.map(() => '---')])}${rows.join('')}`;
  });
  const commits = heads.map(({ name, commit }) => `${code(name)} is ${commit.slice(0, 10)}`).join(', ');
  return `${tables.join('\n')}\n<sub>As of ${formatDay(today)}: ${commits}.</sub>\n`;
}
