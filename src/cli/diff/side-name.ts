import { isUncommitted, type Side } from '../plan/in-repository.ts';

const NAMES = { worktree: 'the working tree', index: 'what is staged' } as const;

/** What a side of a comparison is called: the beginning of its commit, or what is not committed. */
export const nameOfSide = ({ at }: Pick<Side, 'at'>): string => (isUncommitted(at) ? NAMES[at] : at.slice(0, 10));
