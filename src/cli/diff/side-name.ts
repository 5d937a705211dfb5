import type { Side } from '../plan/open-sides.ts';

/** What a side of a comparison is called: the beginning of its commit, or what is not committed. */
export const nameOfSide = ({ commit }: Side): string => commit?.slice(0, 10) ?? 'the working tree';
