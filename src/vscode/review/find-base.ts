import { quoted, visible } from '../../core/text/visible.ts';
import type { Missing } from '../../git/missing.ts';
import type { Revisions } from '../../git/revisions.ts';
import { Refused } from '../commands/refused.ts';
import type { Base } from './plan-review.ts';

/** What somebody wants to compare with, as far as they say it. */
export type WantedBase =
  /** Where this branch left the one that changes are made for. */
  | { readonly kind: 'trunk' }
  /** The commit that is checked out. */
  | { readonly kind: 'head' }
  /** A branch, a tag, a commit; the whole name of it in git, where another may be called the same. */
  | { readonly kind: 'revision'; readonly name: string; readonly ref?: string };

/** Finds the commit that is meant; throws where there is none. */
export async function findBase(wanted: WantedBase, revisions: Revisions): Promise<Base> {
  const again = (later: Revisions): Promise<Base> => findBase(wanted, later);
  switch (wanted.kind) {
    case 'trunk':
      return { ...(await trunkBase(revisions)), again };
    case 'head':
      return { commit: revisions.head, name: 'the last commit', again };
    case 'revision': {
      const commit = await revisions.resolve(wanted.ref ?? wanted.name);
      if (commit === undefined) throw new Refused(`there is no commit ${quoted(wanted.name)}`);
      const name = commit.startsWith(wanted.name) ? shortHash(commit) : visible(wanted.name);
      return { commit, name, again };
    }
  }
}

/** The first letters of a hash. */
export const shortHash = (commit: string): string => commit.slice(0, 8);

/** What is missing for a review, to whoever asked for one. */
export const refusal = ({ text }: Missing): Refused => new Refused(`plan changes cannot be reviewed: ${text}`);

async function trunkBase(revisions: Revisions): Promise<Pick<Base, 'commit' | 'name'>> {
  const { trunk } = await revisions.names();
  if (!trunk) {
    throw new Refused('there is no branch main or master, and no remote names one: choose what to compare with');
  }
  const commit = await revisions.mergeBase(trunk.commit);
  if (typeof commit !== 'string') throw refusal(commit);
  return { commit, name: visible(trunk.name) };
}
