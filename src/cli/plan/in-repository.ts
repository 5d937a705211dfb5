import { resolve } from 'node:path';
import { filesAt, filesInIndex, filesLeftOut, type KnownBlobs } from '../../git/files-at.ts';
import { openRepository, type Repository } from '../../git/repository.ts';
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

/** Where a plan is read from besides commits: what is in the files, or what the next commit will have. */
export type Uncommitted = 'worktree' | 'index';

/** A plan in one place. */
export interface Side {
  /** The hash of a commit, or what is not committed. */
  readonly at: string;
  readonly snapshot: Snapshot;
}

/** Reads a plan in one place after the other. */
export type SideReader = (places: readonly string[]) => Promise<readonly Side[]>;

/**
 * Opens the repository around a plan. One service reads all sides: of each what differs from the one before, so that most
 * of the plan is read, and put together, once. No file is written, and nothing is checked out.
 */
export async function inRepository<T>(
  call: Call,
  read: (repository: Repository, sidesAt: SideReader) => Promise<T>,
  place = new Place(call.cwd),
): Promise<T & Opened> {
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
