import type { Finding } from '../../core/rules/finding.ts';

/** What became of the findings that there were, so that it adds up: `found + fresh = fixed + gone + choices + byHand`. */
export interface Account {
  /** How many there were before anything was fixed. */
  readonly found: number;
  /** Those that nobody fixed, and that are gone with what was: they followed from it. */
  readonly gone: number;
  /** Those that there are only since: what was broken had hidden them. */
  readonly fresh: number;
  /** Those that no fix is known for. */
  readonly byHand: number;
}

/** What became of findings, of which some were fixed, and some are left with a choice to make. */
export function accountOf(
  before: readonly Finding[],
  after: readonly Finding[],
  { fixed, choices }: { readonly fixed: number; readonly choices: number },
): Account {
  const fewer = before.length - fixed - after.length;
  return {
    found: before.length,
    gone: Math.max(0, fewer),
    fresh: Math.max(0, -fewer),
    byHand: after.length - choices,
  };
}
