import type { Column } from '../../core/import/csv/columns.ts';
import { type ToldColumn, toldColumns } from '../../core/import/csv/told-columns.ts';
import { toldRemarks } from '../../core/import/told-remarks.ts';
import { visible } from '../../core/text/visible.ts';
import type { ImportedPlan } from '../../workspace/import-plan.ts';
import { columns as table } from '../terminal/columns.ts';
import type { Style } from '../terminal/style.ts';
import { wrap } from '../words.ts';

/** What was read as what, what was left aside, and the files, seen from the folder of the call. */
export function importedText(
  imported: ImportedPlan,
  { columns, pathOf, style }: { columns: readonly Column[]; pathOf: (path: string) => string; style: Style },
): string {
  const remarks = toldRemarks(imported.remarks);
  return [
    ...columnLines(columns, style),
    ...(remarks.length === 0 ? [] : ['', style.bold('To look at'), ...remarks.map((line) => `  ${visible(line)}`)]),
    '',
    style.bold('Files'),
    ...imported.files.map(({ path }) => `  ${visible(pathOf(path))}`),
    '',
  ].join('\n');
}

function columnLines(columns: readonly Column[], style: Style): readonly string[] {
  if (columns.length === 0) return [];
  const told = toldColumns(columns);
  const name = ({ heading, count }: ToldColumn): string => visible(heading) + (count === 1 ? '' : ` ×${count}`);
  const read = told.flatMap((one) => (one.target === undefined ? [] : [[name(one), one.target]]));
  const aside = told.filter(({ target, why }) => target === undefined && why === undefined).map(name);
  const refused = told.flatMap((one) =>
    one.why === undefined ? [] : [`  ${name(one)} is left aside: ${visible(one.why)}`],
  );
  return [
    style.bold('Columns'),
    ...table(read).map((line) => `  ${line}`),
    ...refused,
    ...(aside.length === 0 ? [] : wrap(`Left aside: ${aside.join(', ')}`, LINE).map((line) => `  ${line}`)),
  ];
}

const LINE = 90;
