import { parseNumber } from '../../model/values/number.ts';
import { fail, ok, type Result } from '../../model/values/result.ts';
import { quoted } from '../../text/visible.ts';

/** What stands where a value is missing, in what programs write. */
const NONE = /^(?:|[-–—]|nan|null|none|n\/?a|#n\/a)$/i;

/** Whether a cell says that there is no value. */
export const isNoValue = (cell: string): boolean => NONE.test(cell);

/** A number may have what it counts before or behind it: `12 %`, `€ 4`, `41 points`. Nobody means a number in a word. */
const COUNTED =
  /^[\p{Sc}]?\s*([+-]?[\d.,_' ]*\d(?:e[+-]?\d{1,3})?)\s*(?:[\p{Sc}%‰°][\p{L}]{0,3}|\p{L}[\p{L}\p{M} ./%-]{0,30})?$/iu;

const SCIENTIFIC = /^[+-]?\d+(?:\.\d+)?e[+-]?\d{1,3}$/i;

const LONGEST = 60;

/** Whether a cell shows that decimals have a comma: `41,5`, `1.234,5`. */
export const showsDecimalComma = (cell: string): boolean =>
  /^[^\d]*(?:\d+,(?:\d{1,2}|\d{4,})|\d{1,3}(?:\.\d{3})+,\d+)(?!\d|[.,]\d)/.test(cell);

/** Reads a value as spreadsheets and programs write it. */
export function readValue(cell: string, hasDecimalComma: boolean): Result<number> {
  if (cell.length > LONGEST) return fail(`${quoted(cell)} is no number`);
  // A thousand may be set off by a blank that does not break, or by an apostrophe; a minus may be a real one.
  const plain = cell
    .replace(/[\u00a0\u2007\u202f]/g, ' ')
    .replace(/[\u2212]/g, '-')
    .replace(/['’](?=\d{3})/g, '');
  const digits = COUNTED.exec(plain)?.[1];
  if (digits === undefined) return fail(`${quoted(cell)} is no number: write one such as 41 or 99.95`);
  if (SCIENTIFIC.test(digits)) {
    const value = Number(digits);
    return Math.abs(value) < 1e15 ? ok(value) : fail(`${quoted(cell)} is too large a number`);
  }
  const read = parseNumber(hasDecimalComma ? withPoint(digits) : digits);
  return read.ok ? read : fail(`${quoted(cell)} is no number: ${read.why}`);
}

/** A number whose decimals have a comma, with a point. A single point that parts no thousands is one already. */
function withPoint(digits: string): string {
  if (/^[+-]?\d+\.\d+$/.test(digits) && !/\.\d{3}$/.test(digits)) return digits;
  return digits.replace(/\.(?=\d{3}(?:\D|$))/g, '').replace(',', '.');
}
