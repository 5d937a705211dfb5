import { fail, ok, type Result } from './result.ts';

/** Digits in groups of three, a sign before and a fraction behind. */
const NUMBER = /^([+-]?)(\d{1,3}(?:[,_ ]\d{3})+|\d+)(\.\d+)?$/;

const MOST = 1e15;

/**
 * Reads a number as people write it: `1,200`, `99.95`, `-3`. Decimals have a point. Beyond some fifteen digits a number is
 * not exact any more, and what is reckoned from it would not even be finite.
 */
export function parseNumber(text: string): Result<number> {
  const match = NUMBER.exec(text);
  if (match) {
    const number = Number(`${match[1]}${match[2]?.replace(/[,_ ]/g, '')}${match[3] ?? ''}`);
    return Math.abs(number) <= MOST ? ok(number) : fail('a number has at most fifteen digits before the point');
  }
  const meant = /^[+-]?\d+,\d{1,2}$/.test(text) ? text.replace(',', '.') : undefined;
  return meant === undefined ? fail('write a number such as 1200 or 99.95') : fail(`write ${meant}`, meant);
}

/** An amount of money. Amounts of one currency can be added up; nothing else is done with money. */
export interface Amount {
  readonly value: number;
  /** Three letters, as ISO 4217 has them. */
  readonly currency: string;
}

const SIGNS: Readonly<Record<string, string>> = { '€': 'EUR', $: 'USD', '£': 'GBP', '¥': 'JPY' };
const SCALES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, bn: 1e9 };
const AMOUNT = /^(?:([A-Za-z]{3})\s*|([€$£¥])\s*)?([+-]?[\d,_. ]*\d)\s*(k|m|bn)?(?:\s*([A-Za-z]{3})|\s*([€$£¥]))?$/i;

/** Reads an amount with its currency, before or behind: `120000 EUR`, `€120k`, `USD 1.2m`. */
export function parseAmount(text: string): Result<Amount> {
  const why = 'write an amount and its currency, such as 120000 EUR';
  const match = AMOUNT.exec(text);
  if (!match) return fail(why);
  const [, codeBefore, signBefore, digits = '', scale = '', codeAfter, signAfter] = match;
  const codes = [codeBefore, signBefore, codeAfter, signAfter].filter((code) => code !== undefined);
  if (codes.length !== 1) return fail(why);
  const number = parseNumber(digits);
  if (!number.ok) return fail(why);
  const [code = ''] = codes;
  // 0.1 thousand is a hundred, whatever binary fractions make of it.
  const value = Math.round(number.value * (SCALES[scale.toLowerCase()] ?? 1) * 100) / 100;
  return ok({ value, currency: SIGNS[code] ?? code.toUpperCase() });
}
