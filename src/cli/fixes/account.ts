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

/**
 * What became of findings, of which some were fixed, and some are left with a choice to make. Each rule is looked at in
 * each file: what is gone of one does not make up for what came to light of another. A finding of the same rule in the same
 * file counts as the same, since its message and its place change with what is fixed around it.
 */
export function accountOf(
  before: readonly Finding[],
  after: readonly Finding[],
  { fixed, choices }: { readonly fixed: readonly Finding[]; readonly choices: number },
): Account {
  const fewer = new Map<string, number>();
  const count = (findings: readonly Finding[], by: number): void => {
    for (const { code, source } of findings) {
      const key = `${code} ${source.path}`;
      fewer.set(key, (fewer.get(key) ?? 0) + by);
    }
  };
  count(before, 1);
  count(fixed, -1);
  count(after, -1);
  const sum = (of: (net: number) => number): number => [...fewer.values()].reduce((all, net) => all + of(net), 0);
  return {
    found: before.length,
    gone: sum((net) => Math.max(0, net)),
    fresh: sum((net) => Math.max(0, -net)),
    byHand: after.length - choices,
  };
}
