import { basename } from 'node:path';
import type { Configuration } from '../core/config/configuration.ts';
import { type DocumentFacts, factsOf } from '../core/history/facts.ts';
import type { ParsedDocument } from '../core/parse/document.ts';
import { buildPlan } from '../core/plan/plan.ts';
import { Calendars } from '../core/schedule/calendars.ts';
import { Schedule } from '../core/schedule/schedule.ts';
import { type Baseline, type BaselineGiven, baselineOf } from '../core/state/baseline.ts';
import { decode } from '../workspace/decode.ts';
import { readDocument } from '../workspace/read-document.ts';
import { type Host, Slices, UNHURRIED } from '../workspace/slices.ts';
import type { IgnoreAbove } from '../workspace/walk.ts';
import { BaselineCache } from './baseline-cache.ts';
import { readBlobs } from './blobs.ts';
import { dayOfCommit } from './commit-day.ts';
import { decodeUtf8, type Reading } from './facts-by-blob.ts';
import type { Environment } from './find-git.ts';
import { isMarkdown, isSettings } from './markdown-paths.ts';
import { failed, type Missing } from './missing.ts';
import { fromBytes, toBytes } from './path-bytes.ts';
import { PlanFilesAt } from './plan-files-at.ts';
import type { BlobChange } from './plan-walk.ts';
import { openRepository, type Repository } from './repository.ts';
import { resolveRevision } from './resolve-revision.ts';
import { GitFailure } from './run-git.ts';
import { readTree } from './tree.ts';

/** What to read the baseline of a plan with. */
export interface BaselineOptions {
  /** The root of the plan. */
  readonly root: string;
  readonly env: Environment;
  /** The revision, as the plan calls it. */
  readonly name: string;
  /** Where to keep what was found; without it nothing is kept. */
  readonly cacheFolder?: string | undefined;
  /** The configuration, where it is not the one at the root of the revision. */
  readonly configuration?: Configuration | undefined;
  /** The `.gitignore` files of the folders above the root, the outermost first. */
  readonly above?: readonly IgnoreAbove[] | undefined;
  /** What was read before: given back as it is while nothing has changed. */
  readonly earlier?: BaselineGiven | undefined;
  /** Where the host wants something else done between. */
  readonly host?: Host | undefined;
  /** Ends it, and every git that it has started: then it rejects. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Reads how a plan was forecast at the revision that is its baseline. Where there is no git, or no repository, that is as
 * it is, and told as missing; a revision that is not there is for somebody to put right. Rejects only where it is
 * cancelled.
 */
export async function readBaseline(options: BaselineOptions): Promise<BaselineGiven | Missing> {
  const { root, env, name, cacheFolder, earlier, signal } = options;
  try {
    const repository = await openRepository(root, env, signal);
    if ('reason' in repository) return repository;
    const commit = await resolveRevision(repository.git, name, signal);
    if (commit === undefined) return { name, why: whyUnknown(repository) };
    if (earlier && 'items' in earlier && earlier.commit === commit && earlier.name === name) return earlier;
    const day = await dayOfCommit(repository, commit, signal);
    if (day === undefined) return { name, why: 'that commit was made on no day that a plan can have' };
    const cache = cacheFolder === undefined ? undefined : new BaselineCache(cacheFolder, repository, options);
    const known = await cache?.read(commit);
    if (known) return { ...known, name };
    const baseline = await read(repository, { name, commit, day }, options);
    if (!baseline) return { name, why: 'the clone is partial, and does not have all of that commit' };
    await cache?.write(baseline);
    return baseline;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof GitFailure || (error instanceof Error && 'code' in error)) return failed(error.message);
    throw error;
  }
}

function whyUnknown({ boundary }: Repository): string {
  return boundary.size > 0
    ? 'this clone is shallow, and there is no such branch, tag or commit in it: fetch it'
    : 'there is no such branch, tag or commit';
}

/** Undefined where some of it is missing. */
async function read(
  repository: Repository,
  named: Pick<Baseline, 'name' | 'commit' | 'day'>,
  { above = [], configuration, host, signal }: BaselineOptions,
): Promise<Baseline | undefined> {
  const slices = new Slices(host ?? UNHURRIED);
  const cancelled = (): boolean => signal?.aborted ?? false;
  const changes = await filesOf(repository, named.commit, signal);
  const settings = new Map<string, string>();
  const settling = new Set(
    changes.flatMap(({ path, after }) => (isSettings(path) && after !== undefined ? [after] : [])),
  );
  if (settling.size > 0) {
    for await (const { hash, content } of readBlobs(repository.git, settling, signal)) {
      settings.set(hash, decodeUtf8(content));
    }
  }
  const rootName = basename(repository.root);
  const files = new PlanFilesAt({ rootName, above, settings, configuration });
  await files.change(changes);
  const documents = await documentsOf(repository, files, slices, signal);
  if (!documents) return undefined;
  const hasFile = (): boolean => true;
  const plan = await slices.run(
    buildPlan({
      documents,
      configuration: files.configuration,
      rootName,
      // Nobody asks where links in prose lead.
      hasFile,
      hasFileNamed: hasFile,
      partial: false,
    }),
    cancelled,
  );
  const schedule = plan && (await slices.run(Schedule.compute(plan, new Calendars(plan), named.day), cancelled));
  signal?.throwIfAborted();
  if (!plan || !schedule) return undefined;
  const facts = new Map<string, DocumentFacts>();
  for (const document of documents) {
    facts.set(document.path, factsOf(document));
    await slices.pauseIfDue();
  }
  return baselineOf(named, plan, schedule, (path) => facts.get(path));
}

/** Every file of a commit that may be of the plan, as if all were new. */
async function filesOf(repository: Repository, commit: string, signal?: AbortSignal): Promise<readonly BlobChange[]> {
  const start = toBytes(repository.prefix).length;
  return (await readTree(repository, commit, signal)).flatMap(({ path, kind, hash }) => {
    const below = fromBytes(path.slice(start));
    const counts = kind === 'file' && (isMarkdown(below) || isSettings(below));
    return counts ? [{ path: below, before: undefined, after: hash }] : [];
  });
}

/** The documents of the plan; undefined where a partial clone does not have them all. */
async function documentsOf(
  { git }: Repository,
  { keys, readings }: PlanFilesAt,
  slices: Slices,
  signal?: AbortSignal,
): Promise<readonly ParsedDocument[] | undefined> {
  const paths = new Map<string, string[]>();
  for (const [path, key] of keys) {
    const { blob } = readings.get(key) as Reading;
    paths.set(blob, [...(paths.get(blob) ?? []), path]);
  }
  if (paths.size === 0) return [];
  const documents: ParsedDocument[] = [];
  const missing = new Set(paths.keys());
  for await (const { hash, content } of readBlobs(git, paths.keys(), signal)) {
    missing.delete(hash);
    const decoded = decode(content, decodeUtf8);
    for (const path of decoded ? (paths.get(hash) ?? []) : []) {
      const { options } = readings.get(keys.get(path) as string) as Reading;
      const document = decoded && readDocument(path, decoded, options);
      if (document) documents.push(document);
    }
    await slices.pauseIfDue();
  }
  return missing.size === 0 ? documents : undefined;
}
