import type { Kind } from '../kind.ts';
import { type Amount, parseAmount, parseNumber } from '../values/number.ts';
import { scalarKind } from './scalar.ts';

/** A number. */
export const number: Kind<number> = scalarKind({
  name: 'number',
  form: 'a number',
  tbd: true,
  parse: parseNumber,
  schema: (z) =>
    z.union([z.number(), z.string().regex(/^[+-]?(?:\d{1,3}(?:[,_ ]\d{3})+|\d+)(?:\.\d+)?$|^[Tt][Bb][Dd]$/)]),
});

const DIGITS = '[+-]?(?:\\d{1,3}(?:[,_ ]\\d{3})+|\\d+)(?:\\.\\d+)?\\s*(?:[kKmM]|[bB][nN])?';
const CURRENCY = '(?:[A-Za-z]{3}|[€$£¥])';
const BEFORE = `${CURRENCY}\\s*${DIGITS}`;
const BEHIND = `${DIGITS}\\s*${CURRENCY}`;

/** An amount of money with its currency. */
export const amount: Kind<Amount> = scalarKind({
  name: 'amount',
  form: 'an amount',
  tbd: true,
  parse: parseAmount,
  schema: (z) => z.string().regex(new RegExp(`^(?:${BEFORE}|${BEHIND}|[Tt][Bb][Dd])$`)),
});
