/** Why nobody can say when lines were changed, or what they were like. */
export type MissingReason = keyof typeof TEXTS | 'failed';

/** What is missing, and a clause that says so to people. */
export interface Missing {
  readonly reason: MissingReason;
  readonly text: string;
}

const TEXTS = {
  'no-git': 'there is no git in PATH',
  'no-repository': 'the plan is in no git repository',
  'no-work-tree': 'the repository is bare, or this is a part of it that git looks after',
  'no-commits': 'the repository has no commits yet',
  'not-tracked': 'git tracks no file of the plan',
  partial: 'the clone is partial: git would have to fetch what older commits changed',
  shallow: 'the clone is shallow: when older lines were changed cannot be seen',
  'no-base': 'the two have no commit in common',
  'shallow-base': 'the clone is shallow, and where the two parted is not in it: fetch more of the history',
} as const;

/** What is missing, in words. */
export const missing = (reason: keyof typeof TEXTS): Missing => ({ reason, text: TEXTS[reason] });

/** Git did not do what it should; the first line of what it said is the reason. */
export function failed(said: string): Missing {
  const [line] = said.split('\n') as [string];
  return { reason: 'failed', text: `git failed: ${line.replace(/^fatal: /, '') || 'it did not say why'}` };
}
