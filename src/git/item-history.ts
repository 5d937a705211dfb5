import { basename } from 'node:path';
import type { PlanConfig } from '../core/config/config.ts';
import type { Configuration } from '../core/config/configuration.ts';
import type { PlanCommit } from '../core/history/commit.ts';
import { type DocumentFacts, factsOf } from '../core/history/facts.ts';
import { type FinishesAt, spread } from '../core/history/finish-trend.ts';
import { ItemFollower } from '../core/history/follow-items.ts';
import type { ItemHistory } from '../core/history/item-history.ts';
import type { ParsedDocument } from '../core/parse/document.ts';
import { type Host, Slices, UNHURRIED } from '../workspace/slices.ts';
import type { IgnoreAbove } from '../workspace/walk.ts';
import { blobHash } from './blob-hash.ts';
import { readBlobs } from './blobs.ts';
import { decodeUtf8, type FactsByBlob, readFacts } from './facts-by-blob.ts';
import type { Environment } from './find-git.ts';
import { finishesAt } from './finishes.ts';
import { HistoryCache, type KnownHistory } from './history-cache.ts';
import { isSettings } from './markdown-paths.ts';
import { failed, type Missing, missing } from './missing.ts';
import { PlanFilesAt } from './plan-files-at.ts';
import { type PlanStep, planCommit, planSteps, withFacts } from './plan-steps.ts';
import { type PlanWalk, walkPlan } from './plan-walk.ts';
import { isPartial, openRepository, type Repository } from './repository.ts';
import { GitFailure } from './run-git.ts';

/** What to read the history of the items of a plan with. */
export interface ItemHistoryOptions {
  /** The root of the plan. */
  readonly root: string;
  readonly env: Environment;
  /** Where to keep what was found; without it nothing is kept. */
  readonly cacheFolder?: string | undefined;
  /** The configuration, where it is not the one at the root of each commit. */
  readonly configuration?: Configuration | undefined;
  /** The `.gitignore` files of the folders above the root, the outermost first. */
  readonly above?: readonly IgnoreAbove[] | undefined;
  /** What was read before, without a plan as it is now: given back as it is while nothing has changed. */
  readonly earlier?: PlanHistory | undefined;
  /** The plan as it is now, with what is not committed; without it, as it was committed last. */
  readonly now?: CurrentPlan | undefined;
  /** At how many commits at most the finish of programs is forecast, evenly spread: none where left out. */
  readonly samples?: number | undefined;
  /** Where the host wants something else done between. */
  readonly host?: Host | undefined;
  /** Ends it, and every git that it has started: then it rejects. */
  readonly signal?: AbortSignal | undefined;
}

/** A plan as it is now. */
export interface CurrentPlan {
  readonly documents: readonly ParsedDocument[];
  readonly config: PlanConfig;
}

/** What the commits of a plan say of its items. */
export interface PlanHistory {
  readonly repository: Repository;
  /** Of everything there ever was, in the order in which it came. */
  readonly items: readonly ItemHistory[];
  /** The commits of the branch that changed the plan, oldest first. */
  readonly commits: readonly PlanCommit[];
  /** How programs were forecast to finish at some of these, oldest first. */
  readonly finishes: readonly FinishesAt[];
  /** What is missing, so that it does not go back to the beginning. */
  readonly missing: Missing | undefined;
}

/** Reads the history of the items of a plan. Rejects only where it is cancelled. */
export async function readItemHistory(options: ItemHistoryOptions): Promise<PlanHistory | Missing> {
  const { root, env, signal } = options;
  try {
    const repository = await openRepository(root, env, signal);
    if ('reason' in repository) return repository;
    const { earlier } = options;
    if (earlier && sameHistory(earlier.repository, repository)) return earlier;
    return await read(repository, options).catch(async (error) => {
      if (error instanceof GitFailure && (await isPartial(repository, signal))) return missing('partial');
      throw error;
    });
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof GitFailure || (error instanceof Error && 'code' in error)) return failed(error.message);
    throw error;
  }
}

/** A clone that was deepened ends at as many commits as before, and at others. */
const sameHistory = (a: Repository, b: Repository): boolean =>
  a.head === b.head && a.root === b.root && a.prefix === b.prefix && sameCommits(a.boundary, b.boundary);

const sameCommits = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((hash) => b.has(hash));

async function read(repository: Repository, options: ItemHistoryOptions): Promise<PlanHistory | Missing> {
  const { cacheFolder, now, signal } = options;
  const cache = cacheFolder === undefined ? undefined : new HistoryCache(cacheFolder, repository, options.above ?? []);
  const known = (await cache?.read()) ?? NOTHING;
  const walk = await walkPlan(repository, known.walk, signal);
  if (walk.commits.length === 0) return missing('not-tracked');
  const settings = await readSettings(repository, walk, known, signal);
  const rootName = basename(repository.root);
  const files = new PlanFilesAt({ ...options, rootName, above: options.above ?? [], settings });
  const steps = await planSteps(walk, files);
  const facts = await completed(repository, files, known, signal);
  const sampled = await sample({ repository, steps, files, rootName }, known, options);
  if (walk !== known.walk || facts !== known.facts || sampled.isNew) {
    await cache?.write({ walk, facts, settings, finishes: sampled.known });
  }
  const slices = new Slices(options.host ?? UNHURRIED);
  const follower = new ItemFollower(rootName);
  for (const step of steps) {
    follower.step(withFacts(step, facts));
    await slices.pauseIfDue();
    signal?.throwIfAborted();
  }
  if (now) follower.step({ commit: undefined, changes: uncommitted(now, files, facts), sides: [] });
  return {
    repository,
    items: follower.histories,
    commits: steps.map(({ commit }) => planCommit(commit)),
    finishes: sampled.finishes,
    missing: missingOf(repository, files, facts),
  };
}

const NOTHING: KnownHistory = { walk: undefined, facts: new Map(), settings: new Map(), finishes: new Map() };

/** What the finish of programs is looked for in. */
interface Sampled {
  readonly repository: Repository;
  readonly steps: readonly PlanStep[];
  readonly files: PlanFilesAt;
  readonly rootName: string;
}

/** Forecasts the finish of programs at some commits; what was forecast before is known. */
async function sample(
  { repository, steps, files, rootName }: Sampled,
  known: KnownHistory,
  { samples = 0, configuration, host, signal }: ItemHistoryOptions,
) {
  const chosen = spread(steps, samples);
  // Another configuration gives another forecast.
  const before = configuration ? NOTHING.finishes : known.finishes;
  const missed = new Set(chosen.filter(({ commit }) => !before.has(commit.hash)));
  const found = await finishesAt({
    git: repository.git,
    steps,
    samples: missed,
    readings: files.readings,
    rootName,
    slices: new Slices(host ?? UNHURRIED),
    signal,
  });
  const all = new Map([...before, ...found.map(({ commit, finishes }) => [commit.hash, finishes] as const)]);
  return {
    finishes: chosen.flatMap(({ commit }): FinishesAt[] => {
      const finishes = all.get(commit.hash);
      return finishes ? [{ commit: planCommit(commit), finishes }] : [];
    }),
    known: configuration ? known.finishes : all,
    isNew: found.length > 0 && !configuration,
  };
}

function missingOf({ boundary }: Repository, { readings }: PlanFilesAt, facts: FactsByBlob): Missing | undefined {
  if ([...readings.keys()].some((key) => !facts.has(key))) return missing('partial');
  return boundary.size > 0 ? missing('shallow') : undefined;
}

/** The texts of the files that settle what belongs to the plan, in all their versions. */
async function readSettings(
  { git }: Repository,
  { commits }: PlanWalk,
  known: KnownHistory,
  signal?: AbortSignal,
): Promise<ReadonlyMap<string, string>> {
  const changes = commits.flatMap((commit) => commit.changes.filter(({ path }) => isSettings(path)));
  const blobs = new Set(changes.flatMap(({ after }) => (after === undefined ? [] : [after])));
  const texts = new Map([...known.settings].filter(([blob]) => blobs.has(blob)));
  const unknown = [...blobs].filter((blob) => !texts.has(blob));
  if (unknown.length === 0) return texts;
  for await (const { hash, content } of readBlobs(git, unknown, signal)) texts.set(hash, decodeUtf8(content));
  return texts;
}

/** What all contents say that the plan was ever made of; the same object where that was known. */
async function completed(
  { git }: Repository,
  { readings }: PlanFilesAt,
  { facts }: KnownHistory,
  signal?: AbortSignal,
): Promise<FactsByBlob> {
  const unknown = new Map([...readings].filter(([key]) => !facts.has(key)));
  if (unknown.size === 0) return facts;
  // What nobody has asked for this time, such as another branch, is left to go.
  const kept = [...facts].filter(([key]) => readings.has(key));
  return new Map([...kept, ...(await readFacts(git, unknown, signal))]);
}

/** What is different from what was committed last. */
function uncommitted({ documents, config }: CurrentPlan, files: PlanFilesAt, facts: FactsByBlob) {
  const changes = new Map<string, DocumentFacts | undefined>();
  const here = new Set(documents.map(({ path }) => path));
  for (const path of files.keys.keys()) if (!here.has(path)) changes.set(path, undefined);
  const readsAlike = files.readsLike(config);
  for (const document of documents) {
    const { path, text } = document;
    const blob = files.keys.has(path) && readsAlike ? files.blobs.get(path) : undefined;
    const isSame = blob !== undefined && facts.has(files.keys.get(path) ?? '') && blobHash(text, blob.length) === blob;
    if (!isSame) changes.set(path, factsOf(document));
  }
  return changes;
}
