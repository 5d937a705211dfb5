import { formatDay } from '../../core/model/values/day.ts';
import { visible } from '../../core/text/visible.ts';
import { columns } from '../terminal/columns.ts';
import type { Style } from '../terminal/style.ts';
import type { Column, Compared } from './compared.ts';
import { figureRows } from './rows.ts';

/** For people: a table for each program, a column for each option. The way of a critical path stands below its table. */
export function compareText({ today, base, options, programs }: Compared, style: Style): string {
  const heads = [base, ...options];
  const tables = programs.map((program) => {
    const rows = figureRows(program, today);
    const [way, ...figures] = [rows.find(([label]) => label === ''), ...rows.filter(([label]) => label !== '')];
    const [head = '', ...body] = columns([
      [program.id, ...heads.map(({ name }) => name)].map(visible),
      ...figures.map((row) => [...row]),
    ]);
    const ways = heads.map(({ name }, at) => `${visible(name)}: ${way?.[at + 1] || '–'}\n`);
    return `${style.bold(head)}\n${body.map((line) => `${line}\n`).join('')}\nCritical path\n${ways.map((line) => `  ${line}`).join('')}`;
  });
  return `${tables.join('\n')}\n${style.dim(footOf(heads, formatDay(today)))}\n`;
}

/** Which commits the names stood for. */
export const footOf = (heads: readonly Column[], today: string): string =>
  `as of ${today}: ${heads.map(({ name, commit }) => `${visible(name)} is ${commit.slice(0, 10)}`).join(', ')}`;
