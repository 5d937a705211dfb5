import { resolve } from 'node:path';
import { quoted } from '../../core/text/visible.ts';
import { filesAt, filesInIndex, filesLeftOut, type KnownBlobs } from '../../git/files-at.ts';
import { mergeBase } from '../../git/merge-base.ts';
import { missing } from '../../git/missing.ts';
import { openRepository, type Repository } from '../../git/repository.ts';
import { resolveRevision } from '../../git/resolve-revision.ts';
import { GitFailure } from '../../git/run-git.ts';
import { OverlaidFiles, type Overlay } from '../../workspace/overlaid-files.ts';
import { isReadByPlans } from '../../workspace/plan-files.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { Call } from '../command.ts';
import { Failure } from '../failure.ts';
import { DiskFiles } from './disk-files.ts';
import { serviceFor } from './open-plan.ts';
import { Place } from './place.ts';

/** A plan as it is in several places, on the same day. What git says of when items were changed is left out of all. */
export interface Opened {
  readonly place: Place;
  readonly unreadable: readonly string[];
}

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

/** Where a plan is read from besides commits: what is in the files, or what the next commit will have. */
export type Uncommitted = 'worktree' | 'index';

/** A plan in one place. */
export interface Side {
  /** The hash of a commit, or what is not committed. */
  readonly at: string;
  readonly snapshot: Snapshot;
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

/** Reads a plan in one place after the other. */
type SideReader = (places: readonly string[]) => Promise<readonly Side[]>;

/**
 * Opens the repository around a plan. One service reads all sides: of each what differs from the one before, so that most
 * of the plan is read, and put together, once. No file is written, and nothing is checked out.
 */
async function inRepository<T>(
  call: Call,
  read: (repository: Repository, sidesAt: SideReader) => Promise<T>,
): Promise<T & Opened> {
  const place = new Place(call.cwd);
  const repository = await openRepository(place.root, call.shell.env);
  if ('reason' in repository) throw new Failure(`revisions cannot be compared: ${repository.text}`);
  const files = new OverlaidFiles(new DiskFiles(place.root));
  const { service, unreadable, progress } = serviceFor(call, place, files);
  const known: KnownBlobs = new Map();
  const overlayOf = async (at: string): Promise<Overlay> => {
    if (at === 'worktree') return filesLeftOut(repository, isReadByPlans, undefined, known);
    if (at === 'index') return filesInIndex(repository, isReadByPlans, indexFileOf(call));
    return filesAt(repository, at, isReadByPlans, undefined, known);
  };
  const sidesAt: SideReader = async (places) => {
    // While one side is put together, git finds what the next one needs.
    let last: Promise<unknown> = Promise.resolve();
    const overlays = places.map((at) => {
      const overlay = last.then(() => overlayOf(at));
      last = overlay;
      overlay.catch(() => {});
      return overlay;
    });
    const sides: Side[] = [];
    for (const [n, at] of places.entries()) {
      service.touch(files.overlay(await (overlays[n] as Promise<Overlay>)));
      sides.push({ at, snapshot: await service.settled() });
    }
    return sides;
  };
  try {
    return { place, unreadable, ...(await read(repository, sidesAt)) };
  } catch (error) {
    if (error instanceof GitFailure) throw new Failure(`git says: ${error.message.split('\n')[0]}`);
    throw error;
  } finally {
    progress.end();
    service.dispose();
  }
}

/** Whether a side is none of the commits. */
export const isUncommitted = (at: string): at is Uncommitted => at === 'worktree' || at === 'index';

/** Where git has a hook look for what is about to be committed; not so where somebody calls a command. */
function indexFileOf({ shell }: Call): string | undefined {
  const { GIT_INDEX_FILE } = shell.env;
  return GIT_INDEX_FILE ? resolve(shell.cwd(), GIT_INDEX_FILE) : undefined;
}

async function commitOf(repository: Repository, name: string): Promise<string> {
  const commit = await resolveRevision(repository.git, name);
  if (commit === undefined)
    throw new Failure(`there is no commit ${quoted(name)}: write a branch, a tag or a hash${hintFor(repository)}`);
  return commit;
}

/** What is missing may be in what a shallow clone, as CI servers make them, has left behind. */
const hintFor = ({ boundary }: Repository): string =>
  boundary.size > 0 ? '; the clone is shallow: fetch more of the history' : '';
