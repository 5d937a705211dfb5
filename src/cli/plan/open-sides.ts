import { quoted } from '../../core/text/visible.ts';
import { filesAt } from '../../git/files-at.ts';
import { mergeBase } from '../../git/merge-base.ts';
import { openRepository, type Repository } from '../../git/repository.ts';
import { resolveRevision } from '../../git/resolve-revision.ts';
import { GitFailure } from '../../git/run-git.ts';
import { OverlaidFiles } from '../../workspace/overlaid-files.ts';
import { isReadByPlans } from '../../workspace/plan-files.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { Call } from '../command.ts';
import { Failure } from '../failure.ts';
import { DiskFiles } from './disk-files.ts';
import { serviceFor } from './open-plan.ts';
import { Place } from './place.ts';

/** A plan at two revisions, on the same day. What git says of when items were changed is left out of both. */
export interface OpenedSides {
  readonly place: Place;
  readonly base: Side;
  readonly head: Side;
  readonly unreadable: readonly string[];
}

/** A plan at a revision. */
export interface Side {
  /** The commit; undefined for the working tree. */
  readonly commit: string | undefined;
  readonly snapshot: Snapshot;
}

/** Which revisions to compare, as somebody calls them. */
export interface Revisions {
  readonly base: string;
  /** The working tree, where left out. */
  readonly head?: string | undefined;
  /** Whether to begin where the two parted, in place of the base itself. */
  readonly fromMergeBase: boolean;
}

/**
 * Reads a plan at two revisions. One service reads both: the head first, then what is different in the base, so that most
 * of the plan is read, and put together, once. No file is written, and nothing is checked out.
 */
export async function openSides(call: Call, revisions: Revisions): Promise<OpenedSides> {
  const place = new Place(call.cwd);
  const repository = await openRepository(place.root, call.shell.env);
  if ('reason' in repository) throw new Failure(`revisions cannot be compared: ${repository.text}`);
  try {
    return await readSides(call, place, repository, revisions);
  } catch (error) {
    if (error instanceof GitFailure) throw new Failure(`git says: ${error.message.split('\n')[0]}`);
    throw error;
  }
}

async function readSides(
  call: Call,
  place: Place,
  repository: Repository,
  { base, head, fromMergeBase }: Revisions,
): Promise<OpenedSides> {
  const { git } = repository;
  const headCommit = head === undefined ? undefined : await commitOf(repository, head);
  const named = await commitOf(repository, base);
  const baseCommit = fromMergeBase ? await mergeBase(git, named, headCommit ?? repository.head) : named;
  if (baseCommit === undefined)
    throw new Failure(`${quoted(base)} and ${quoted(head ?? 'HEAD')} have no commit in common`);
  const files = new OverlaidFiles(new DiskFiles(place.root));
  const { service, unreadable, progress } = serviceFor(call, place, files);
  const sideAt = async (commit: string | undefined): Promise<Side> => {
    const overlay = commit === undefined ? new Map() : await filesAt(repository, commit, isReadByPlans);
    service.touch(files.overlay(overlay));
    return { commit, snapshot: await service.settled() };
  };
  try {
    const headSide = await sideAt(headCommit);
    return { place, base: await sideAt(baseCommit), head: headSide, unreadable };
  } finally {
    progress.end();
    service.dispose();
  }
}

async function commitOf({ git }: Repository, name: string): Promise<string> {
  const commit = await resolveRevision(git, name);
  if (commit === undefined) throw new Failure(`there is no commit ${quoted(name)}: write a branch, a tag or a hash`);
  return commit;
}
