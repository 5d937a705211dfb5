import { LEVELS, parseLevel, parseProbability } from '../../model/values/scale.ts';

/** What other scales call the five points of this one, from the lowest on. */
const WORDS: readonly (readonly string[])[] = [
  ['lowest', 'trivial', 'negligible', 'insignificant', 'rare', 'very unlikely', 'remote'],
  ['minor', 'unlikely', 'marginal'],
  ['moderate', 'normal', 'possible', 'average', 'med'],
  ['major', 'significant', 'serious', 'likely', 'probable'],
  ['highest', 'critical', 'severe', 'catastrophic', 'blocker', 'extreme', 'almost certain', 'very likely', 'certain'],
];

/** A level as the format writes it: `Major`, `3 - Medium` and `Medium (3)` as well. */
export function levelText(written: string): string | undefined {
  const word = written
    .toLowerCase()
    .replace(/^\d\s*[-–:.]\s*|\s*\(\d\)$/g, '')
    .replace(/[\s_-]+/g, ' ')
    .trim();
  const level = parseLevel(word);
  if (level.ok) return LEVELS[level.value - 1];
  const index = WORDS.findIndex((words) => words.includes(word));
  return index < 0 ? undefined : LEVELS[index];
}

/** A probability as the format writes it: a percentage stays one. */
export function probabilityText(written: string): string | undefined {
  return (
    levelText(written) ??
    (parseProbability(written.replace(',', '.')).ok ? written.trim().replace(',', '.') : undefined)
  );
}

/**
 * How the numbers of a column say how much is done: as a share of 1, or of 100. A column of nothing but 0 and 1 could
 * be either.
 */
export function isShareOfOne(column: Iterable<string>): boolean | undefined {
  let hasOne = false;
  let hasFraction = false;
  for (const written of column) {
    const number = Number(written.trim().replace(',', '.'));
    if (written.trim() === '' || Number.isNaN(number)) continue;
    if (number > 1) return false;
    if (number === 1) hasOne = true;
    else if (number > 0) hasFraction = true;
  }
  if (hasFraction) return true;
  return hasOne ? undefined : false;
}

/** A percentage as the format writes it; of boxes that are ticked, as `3 of 6`, their share. */
export function percentText(written: string, shareOfOne: boolean | undefined): string | undefined {
  const text = written.trim().replace(',', '.');
  const [, ticked, all] = /^(\d+) of (\d+)$/.exec(text) ?? [];
  if (Number(all) > 0 && Number(ticked) <= Number(all)) return `${Math.floor((Number(ticked) / Number(all)) * 100)}%`;
  const [, number, sign] = /^(\d+(?:\.\d+)?)\s*(%?)$/.exec(text) ?? [];
  if (number === undefined) return undefined;
  const value = Number(number);
  if (sign === '' && shareOfOne === undefined && value === 1) return undefined;
  const percent = sign === '' && shareOfOne ? value * 100 : value;
  return percent <= 100 ? `${Math.round(percent * 10) / 10}%` : undefined;
}
