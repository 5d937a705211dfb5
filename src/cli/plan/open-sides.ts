import { quoted } from '../../core/text/visible.ts';
import { mergeBase } from '../../git/merge-base.ts';
import { missing } from '../../git/missing.ts';
import { nearestRevision } from '../../git/nearest-revision.ts';
import type { Repository } from '../../git/repository.ts';
import { resolveRevision } from '../../git/resolve-revision.ts';
import type { Call } from '../command.ts';
import { Failure } from '../failure.ts';
import { inRepository, isUncommitted, type Opened, type Side, type Uncommitted } from './in-repository.ts';

/** A plan on two sides. */
export interface OpenedSides extends Opened {
  readonly base: Side;
  readonly head: Side;
}

/** A plan at a base, and what several branches make of it. */
export interface OpenedOptions extends Opened {
  readonly base: Side;
  /** In the order in which they were named. */
  readonly options: readonly NamedSide[];
}

/** A side by the name that somebody called it. */
export interface NamedSide extends Side {
  readonly name: string;
}

/** Which revisions to compare, as somebody calls them. */
export interface Revisions {
  readonly base: string;
  /** The name of a commit; else what is not committed. */
  readonly head: { readonly name: string } | Uncommitted;
  /** Whether to begin where the two parted, in place of the base itself. */
  readonly fromMergeBase: boolean;
}

/** Reads a plan on two sides: the head first, since it may be what is in the files. */
export function openSides(call: Call, { base, head, fromMergeBase }: Revisions): Promise<OpenedSides> {
  return inRepository(call, async (repository, sidesAt) => {
    const at = typeof head === 'string' ? head : await commitOf(repository, head.name);
    const named = await commitOf(repository, base);
    const parted = fromMergeBase
      ? await mergeBase(repository.git, named, isUncommitted(at) ? repository.head : at)
      : named;
    if (parted === undefined) {
      const other = typeof head === 'string' ? 'HEAD' : head.name;
      const names = `${quoted(base)} and ${quoted(other)}`;
      // Where a part of the history is not there, nobody knows that they have none.
      const isShallow = repository.boundary.size > 0;
      throw new Failure(isShallow ? `${names}: ${missing('shallow-base').text}` : `${names} have no commit in common`);
    }
    const [headSide, baseSide] = (await sidesAt([at, parted])) as [Side, Side];
    return { head: headSide, base: baseSide };
  });
}

/** Reads a plan at a base and at several others. Contents that they share are read once. */
export function openOptions(call: Call, base: string, names: readonly string[]): Promise<OpenedOptions> {
  return inRepository(call, async (repository, sidesAt) => {
    const commits: string[] = [];
    for (const name of [base, ...names]) commits.push(await commitOf(repository, name));
    const [first, ...options] = (await sidesAt(commits)) as [Side, ...Side[]];
    return { base: first, options: options.map((side, n) => ({ ...side, name: names[n] as string })) };
  });
}

async function commitOf(repository: Repository, name: string): Promise<string> {
  const commit = await resolveRevision(repository.git, name);
  if (commit !== undefined) return commit;
  const near = await nearestRevision(repository.git, name);
  const advice = near === undefined ? 'write a branch, a tag or a hash' : `did you mean ${quoted(near)}?`;
  throw new Failure(`there is no commit ${quoted(name)}: ${advice}${hintFor(repository)}`);
}

/** What is missing may be in what a shallow clone, as CI servers make them, has left behind. */
const hintFor = ({ boundary }: Repository): string =>
  boundary.size > 0 ? '; the clone is shallow: fetch more of the history' : '';
