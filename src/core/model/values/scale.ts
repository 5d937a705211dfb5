import { fail, ok, type Result } from './result.ts';

/** The five-point scale, from very low (1) to very high (5). */
export const LEVELS = ['very-low', 'low', 'medium', 'high', 'very-high'] as const;
export type Level = 1 | 2 | 3 | 4 | 5;

/** What a level is worth as a probability, in percent. */
const LEVEL_PERCENT = [5, 20, 40, 60, 85] as const;

/** A probability: its percentage, and its point on the five-point scale. */
export interface Probability {
  readonly percent: number;
  readonly level: Level;
}

const PERCENTAGE = /^(\d+(?:\.\d+)?|\.\d+)\s*(%?)$/;

/** Reads a level: a word of the scale in any case, or 1 to 5. */
export function parseLevel(text: string): Result<Level> {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  const index = (LEVELS as readonly string[]).indexOf(word);
  if (index >= 0) return ok((index + 1) as Level);
  if (/^[1-5]$/.test(word)) return ok(Number(word) as Level);
  return fail(`write ${LEVELS.join(', ')}, or 1 to 5`);
}

/** Words that other scales have, by what they come to on this one. */
const OTHER_WORDS: Readonly<Record<(typeof LEVELS)[number], string>> = {
  'very-low': 'improbable insignificant minimal negligible rare tiny trivial',
  low: 'little minor small unlikely',
  medium: 'average mid middle moderate normal possible',
  high: 'big considerable large likely major serious significant',
  'very-high':
    'almost-certain blocker catastrophic certain critical crucial disastrous enormous extreme huge massive severe showstopper very-likely',
};

/** The level that a word of another scale comes nearest to: `huge`, `Moderate`. */
export function levelMeant(text: string): string | undefined {
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return LEVELS.find((level) => OTHER_WORDS[level].split(' ').includes(word));
}

/** Reads a percentage as 0 to 100: `40%`, `40 %`, `40`, `0.4`. A bare 1 could be 1 % or 100 %, and is refused. */
export function parsePercentage(text: string): Result<number> {
  const match = PERCENTAGE.exec(text.trim());
  if (!match) return fail('write a percentage such as 40%');
  const number = Number(match[1]);
  const percent = match[2] === '%' || number === 0 || number > 1 ? number : number * 100;
  if (match[2] === '' && number === 1) return fail('1 could mean 1% or 100%: write which');
  if (percent > 100) return fail('a percentage is at most 100%');
  // 0.07 * 100 is 7.000000000000001 in binary fractions.
  return ok(Math.round(percent * 1e6) / 1e6);
}

/** Reads a probability: a percentage, or a level by name or by 1 to 5. */
export function parseProbability(text: string): Result<Probability> {
  const level = parseLevel(text);
  if (level.ok) return ok({ level: level.value, percent: LEVEL_PERCENT[level.value - 1] as number });
  const percent = parsePercentage(text);
  if (percent.ok) return ok({ percent: percent.value, level: levelOfPercent(percent.value) });
  return /^[\d.]/.test(text.trim()) ? percent : fail(`write a percentage such as 40%, ${LEVELS.join(', ')}, or 1 to 5`);
}

/** The point on the five-point scale of a percentage: up to 10 % is 1, to 30 % 2, to 50 % 3, to 70 % 4, above 5. */
export function levelOfPercent(percent: number): Level {
  return percent <= 10 ? 1 : percent <= 30 ? 2 : percent <= 50 ? 3 : percent <= 70 ? 4 : 5;
}
