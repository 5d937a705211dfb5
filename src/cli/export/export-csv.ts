import { stringify } from 'csv-stringify/sync';
import { guarded } from '../../core/export/formula.ts';
import { columnsOf } from './columns.ts';
import type { ExportFormat } from './export-format.ts';

/**
 * A table for spreadsheets, by RFC 4180: UTF-8 with a byte order mark, without which some of them read another encoding.
 * Text that a spreadsheet would take for a formula has an apostrophe before it, as OWASP advises; numbers have none.
 */
export const exportCsv: ExportFormat = (items, snapshot) => {
  const columns = columnsOf(items, snapshot);
  const rows = items.map((item) => columns.map(({ of }) => safely(of(item))));
  return stringify([columns.map(({ name }) => name), ...rows], {
    bom: true,
    record_delimiter: 'windows',
    // Either half of a line break ends a row for somebody.
    quoted_match: /[\r\n]/,
  });
};

const safely = (value: string | number): string | number => (typeof value === 'string' ? guarded(value) : value);
