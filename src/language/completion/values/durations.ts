import type { Candidate } from '../candidate.ts';

/** Lengths of time that people write. What has a unit of its own stands beside what one could take it for. */
const LENGTHS: Readonly<Record<'duration' | 'interval' | 'lag', readonly string[]>> = {
  duration: ['1d', '2d', '3d', '5d', '10d', '20d', '1w', '2w', '3w', '4w', '6w', '8w', '12w'],
  interval: ['1w', '2w', '4w', '5d', '10d', '20d', '1ew', '2ew', '4ew', '30ed'],
  lag: ['1d', '2d', '3d', '5d', '1w', '2w', '-1d', '-2d', '-1w', '1ed', '2ed', '1ew'],
};

const UNITS: Readonly<Record<string, string>> = {
  d: 'working day',
  w: 'working week',
  ed: 'calendar day',
  ew: 'calendar week',
};

/** Durations of work, intervals of reviews, or lags between items. */
export function durationCandidates(use: keyof typeof LENGTHS): Candidate[] {
  return LENGTHS[use].map((value) => ({ value, plain: value, kind: 'duration', detail: inWords(value) }));
}

function inWords(length: string): string {
  const [, sign, count, unit] = /^(-?)(\d+)(\w+)$/.exec(length) as unknown as [string, string, string, string];
  return `${count} ${UNITS[unit]}${count === '1' ? '' : 's'}${sign === '' ? '' : ' earlier'}`;
}

/** Three points of an estimate, to be changed. */
export const estimateCandidates = (): Candidate[] =>
  ['2d / 3d / 5d', '5d / 8d / 15d', '2w / 3w / 6w'].map((value) => ({
    value,
    plain: value,
    kind: 'duration',
    detail: 'optimistic, likely, pessimistic',
  }));
