import { LINK_TYPES } from '../../../core/model/values/reference.ts';
import type { Candidate } from '../candidate.ts';

const MEANINGS: Readonly<Record<(typeof LINK_TYPES)[number], string>> = {
  FS: 'starts when that is finished',
  SS: 'starts when that starts',
  FF: 'finishes when that is finished',
  SF: 'finishes when that starts',
};

const LAGS = ['+1d', '+2d', '+3d', '+1w', '+2w', '-1d', '-2d', '+2ed'];

/** What may follow the id of a dependency: link types, and once there is one, lags. */
export function linkCandidates(typed: string): Candidate[] {
  const type = LINK_TYPES.find((name) => name === typed.trim().slice(0, 2).toUpperCase());
  const types = LINK_TYPES.map((name): Candidate => ({ value: name, kind: 'word', detail: MEANINGS[name] }));
  const lags = LAGS.map((lag): Candidate => {
    const value = type ? `${type}${lag}` : lag;
    return { value, kind: 'duration', detail: lag.startsWith('-') ? 'earlier' : 'later' };
  });
  return [...types, ...lags];
}
