import { lstatSync, readFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { quoted, visible } from '../../core/text/visible.ts';
import { CONFIG_NAME } from '../../workspace/config-name.ts';
import type { Files } from '../../workspace/files.ts';
import { PlanService } from '../../workspace/plan-service.ts';
import { Slices } from '../../workspace/slices.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { walk } from '../../workspace/walk.ts';
import { NO_GIT } from '../arguments/options.ts';
import type { Call } from '../command.ts';
import { Failure, reasonOf } from '../failure.ts';
import { Progress } from '../terminal/progress.ts';
import { type Asked, askGit } from './ask-git.ts';
import { DiskFiles } from './disk-files.ts';
import { ignoreAbove } from './ignore-above.ts';
import { Place, slashed } from './place.ts';

/** A plan, read from the disk as a whole. */
export interface OpenedPlan {
  readonly place: Place;
  readonly snapshot: Snapshot;
  /** What is missing because it could not be read, each with the reason. */
  readonly unreadable: readonly string[];
}

/** Signals and progress get their turn between slices of work. */
const HOST = { now: () => performance.now(), pause: () => new Promise<void>((resume) => setImmediate(resume)) };

/** Keeps a byte order mark, unlike a TextDecoder: offsets count it. */
const decodeUtf8 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8');

/** Reads the plan around the folder of a call, and asks git when its items were changed last, unless told not to. */
export async function openPlanWithHistory(call: Call, place = new Place(call.cwd)): Promise<OpenedPlan> {
  if (call.option(NO_GIT.name) !== undefined) return openPlan(call, place);
  const git = askGit(call, place.root);
  try {
    return await openPlan(call, place, git);
  } finally {
    git.cancel();
  }
}

/** Reads the plan around the folder of a call. */
export async function openPlan(call: Call, place = new Place(call.cwd), git?: Asked): Promise<OpenedPlan> {
  const { service, unreadable, progress } = serviceFor(call, place, new DiskFiles(place.root));
  try {
    // Where git is first, all of it is built once.
    git?.touched.then((touched) => service.setTouched(touched)).catch(() => {});
    await service.settled();
    if (git) {
      service.setTouched(await progress.during('Reading the history', git.touched));
      const { plan } = await service.settled();
      service.setBaseline(await progress.during('Reading the baseline', git.baseline(plan)));
    }
    return { place, snapshot: await service.settled(), unreadable };
  } finally {
    progress.end();
  }
}

/** What reads the plan of a call, and goes on doing so. */
export interface PlanReader {
  readonly service: PlanService;
  /** What could not be read so far, each with the reason. */
  readonly unreadable: readonly string[];
  readonly progress: Progress;
}

/** A service for the plan around the folder of a call, which reads from some files. */
export function serviceFor(call: Call, place: Place, files: Files): PlanReader {
  const { cwd, option, today, shell } = call;
  const config = option('config');
  const configPath = config === undefined ? CONFIG_NAME : slashed(relative(place.root, resolve(cwd, config)));
  if (config === undefined) refuseSpecial(join(place.root, CONFIG_NAME));
  const unreadable: string[] = [];
  const unreadableAt = (path: string, error: unknown): void => {
    unreadable.push(`${visible(place.fromHere(path))} (${reasonOf(error)})`);
  };
  const progress = new Progress(shell.stderr);
  const service = new PlanService({
    files,
    host: HOST,
    decodeUtf8,
    above: async () => ignoreAbove(place.root, unreadableAt),
    rootName: basename(place.root),
    today,
    configPath,
    onError(path, error) {
      if (path === configPath) throw new Failure(`${visible(path)} cannot be read: ${reasonOf(error)}`);
      unreadableAt(path, error);
    },
    onProgress: (done, total) => progress.update(done, total),
  });
  // What is named expressly may lie anywhere, and must be there.
  if (config !== undefined) service.setOpen(configPath, readConfig(resolve(cwd, config), config));
  return { service, unreadable, progress };
}

/** The folders below the root that are plans of their own, in order. What cannot be read has been told already. */
export async function plansBelow({ root }: Place): Promise<readonly string[]> {
  const ignored = (): void => {};
  const above = ignoreAbove(root, ignored);
  const { roots } = await walk({ files: new DiskFiles(root), slices: new Slices(HOST), decodeUtf8, above }, ignored);
  return [...roots].sort();
}

/** A pipe or device of that name would be read for ever, or as nothing. */
function refuseSpecial(path: string): void {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (!found || found.isFile() || found.isDirectory() || found.isSymbolicLink()) return;
  throw new Failure(`${CONFIG_NAME} cannot be read: it is a pipe or device, and no file`);
}

function readConfig(path: string, written: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new Failure(`the configuration ${quoted(written)} cannot be read: ${reasonOf(error)}`);
  }
}

/** Fails where files could not be read: what was found of the rest may be wrong, and is not all. */
export function failIfUnreadable({ unreadable }: Pick<OpenedPlan, 'unreadable'>): void {
  const [first, ...rest] = unreadable;
  if (first === undefined) return;
  const more = rest.length === 0 ? '' : ` and ${rest.length} more`;
  throw new Failure(`part of the plan could not be read: ${first}${more}`);
}
