import type { LaterFile } from '../workspace/overlaid-files.ts';
import { isValueFile } from '../workspace/value-file.ts';
import { readBlobs } from './blobs.ts';
import { markdownBelow, valueFilesBelow } from './markdown-paths.ts';
import { type BytePath, fromBytes, toBytes } from './path-bytes.ts';
import type { Repository } from './repository.ts';
import { type Git, GitFailure, type GitOptions } from './run-git.ts';
import { withoutFilters } from './without-filters.ts';

/** What files of a plan were like in a commit, by their paths below its root; undefined of one that was not there. */
export type FilesAt = ReadonlyMap<string, Buffer | LaterFile | undefined>;

/** Contents that were read for another commit of the same plan, by their hashes. */
export type KnownBlobs = Map<string, Buffer>;

/**
 * Reads what has to be put in the place of the files in the working tree, so that they are those of a commit: only what
 * differs, and the contents of those files alone that a plan is made of.
 * @param isRead whether the content of a file is wanted; of the others only their being there is known
 * @param known what is not read once more; what is read is added
 */
export function filesAt(
  repository: Repository,
  commit: string,
  isRead: (path: string) => boolean,
  signal?: AbortSignal,
  known?: KnownBlobs,
): Promise<FilesAt> {
  return differingFiles(repository, ['diff-index', ...RAW, commit], isRead, { signal }, known);
}

/**
 * The same for what is staged: the files as the next commit will have them.
 * @param indexFile the index that a commit is made of, where git has a hook look at another one than the usual
 */
export function filesInIndex(
  repository: Repository,
  isRead: (path: string) => boolean,
  indexFile?: string,
  signal?: AbortSignal,
): Promise<FilesAt> {
  return differingFiles(repository, ['diff-files', ...RAW], isRead, { signal, indexFile });
}

/**
 * What a sparse checkout leaves out of the working tree, as it is staged: git itself takes these files for unchanged, and
 * not for deleted.
 */
export async function filesLeftOut(
  repository: Repository,
  isRead: (path: string) => boolean,
  signal?: AbortSignal,
  known?: KnownBlobs,
): Promise<FilesAt> {
  const overlooked = await overlookedIn(repository, { signal });
  const blobs = new Map(overlooked.flatMap(({ path, blob, isLeftOut }) => (isLeftOut ? [[path, blob]] : [])));
  return contentsOf(repository, blobs, isRead, signal, known);
}

/** What is changed in a repository of its own is none of the plan, and git would run there by its configuration. */
const RAW = ['-z', '--raw', '--no-renames', '--no-ext-diff', '--ignore-submodules=all'];

async function differingFiles(
  repository: Repository,
  command: readonly string[],
  isRead: (path: string) => boolean,
  options: GitOptions,
  known?: KnownBlobs,
): Promise<FilesAt> {
  const { git, prefix } = repository;
  const below = belowIn(repository);
  const start = toBytes(prefix).length;
  const settings = await withoutFilters(git, options.signal);
  const differing = await git.run([...command, ...below], { ...options, settings });
  if (differing.code !== 0) throw new GitFailure(differing.stderr);
  const blobs = new Map<string, string | undefined>();
  const fields = differing.stdout.toString('latin1').split('\0');
  for (let at = 0; at + 1 < fields.length; at += 2) {
    // `:100644 100644 1f2e… 3d4c… M`, then a path. What was a link or a repository of its own is no file.
    const [mode = '', , hash = '', , status] = (fields[at] as string).slice(1).split(' ') as string[];
    const path = fromBytes((fields[at + 1] as string).slice(start));
    if (status === 'U') throw new GitFailure(`${path} is in conflict: solve that first`);
    blobs.set(path, mode.startsWith('100') ? hash : undefined);
  }
  for (const { path, blob } of await overlookedIn(repository, options)) if (!blobs.has(path)) blobs.set(path, blob);
  // What nobody has added yet is in the working tree alone; and what is ignored there, where it may not have been then.
  const untracked = await othersIn(git, ['--exclude-per-directory=.gitignore', ...below], options);
  const isIgnoredOtherwise = [...blobs.keys(), ...untracked].some((path) => /(?:^|\/)\.gitignore$/.test(path));
  const ignored = isIgnoredOtherwise
    ? await othersIn(git, ['--', ...markdownBelow(prefix), ...valueFilesBelow(prefix)], options)
    : [];
  for (const path of [...untracked, ...ignored]) {
    const name = fromBytes(path.slice(start));
    if (!blobs.has(name)) blobs.set(name, undefined);
  }
  return contentsOf(repository, blobs, isRead, options.signal, known);
}

/** A file that git takes for what is staged, whatever there is in the working tree. */
interface Overlooked {
  readonly path: string;
  readonly blob: string | undefined;
  /** Whether a sparse checkout leaves it out: otherwise somebody has told git to assume that it does not change. */
  readonly isLeftOut: boolean;
}

async function overlookedIn(repository: Repository, options: GitOptions): Promise<readonly Overlooked[]> {
  const { git, prefix } = repository;
  const asked = ['ls-files', '-z', '-v', '--stage', '--full-name', ...belowIn(repository)];
  const { code, stdout, stderr } = await git.run(asked, options);
  if (code !== 0) throw new GitFailure(stderr);
  const start = toBytes(prefix).length;
  return stdout
    .toString('latin1')
    .split('\0')
    .flatMap((line) => {
      // `S 100644 1f2e… 0`, a tab, and a path.
      const [, tag, mode = '', hash] = /^([a-zS]) (\d+) (\w+)/.exec(line) ?? [];
      if (tag === undefined) return [];
      const path = fromBytes(line.slice(line.indexOf('\t') + 1 + start));
      return [{ path, blob: mode.startsWith('100') ? hash : undefined, isLeftOut: /s/i.test(tag) }];
    });
}

const belowIn = ({ prefix }: Repository): readonly string[] => (prefix === '' ? [] : ['--', `:(top,literal)${prefix}`]);

async function othersIn(git: Git, which: readonly string[], options: GitOptions): Promise<readonly BytePath[]> {
  const { code, stdout, stderr } = await git.run(['ls-files', '-z', '--others', '--full-name', ...which], options);
  if (code !== 0) throw new GitFailure(stderr);
  return stdout.toString('latin1').split('\0').slice(0, -1);
}

const UNREAD = Buffer.alloc(0);

async function contentsOf(
  { git }: Repository,
  blobs: ReadonlyMap<string, string | undefined>,
  isRead: (path: string) => boolean,
  signal: AbortSignal | undefined,
  contents: KnownBlobs = new Map(),
): Promise<FilesAt> {
  const wanted = new Set(
    [...blobs].flatMap(([path, hash]) => (hash !== undefined && isRead(path) && !contents.has(hash) ? [hash] : [])),
  );
  if (wanted.size > 0) {
    for await (const { hash, content } of readBlobs(git, wanted, signal)) contents.set(hash, Buffer.from(content));
  }
  return new Map(
    [...blobs].map(([path, hash]): [string, Buffer | LaterFile | undefined] => {
      if (hash === undefined) return [path, undefined];
      if (isValueFile(path)) return [path, valueFileAt(git, hash, path)];
      if (!isRead(path)) return [path, UNREAD];
      const content = contents.get(hash);
      if (!content) throw new GitFailure(contentMissing(path));
      return [path, content];
    }),
  );
}

/** A file of values: most are large, and read only where a metric names them. */
const valueFileAt = (git: Git, hash: string, path: string): LaterFile => ({
  async size() {
    const { code, stdout } = await git.run(['cat-file', '-s', hash], {});
    if (code !== 0) throw new GitFailure(contentMissing(path));
    return Number(stdout.toString('latin1'));
  },
  async read() {
    for await (const { content } of readBlobs(git, [hash])) return Buffer.from(content);
    throw new GitFailure(contentMissing(path));
  },
});

const contentMissing = (path: string): string => `the content of ${path} is missing: a partial clone does not have it`;
