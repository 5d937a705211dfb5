import { readBlobs } from './blobs.ts';
import { markdownBelow } from './markdown-paths.ts';
import { type BytePath, fromBytes, toBytes } from './path-bytes.ts';
import type { Repository } from './repository.ts';
import { type Git, GitFailure } from './run-git.ts';

/** What files of a plan were like in a commit, by their paths below its root; undefined of one that was not there. */
export type FilesAt = ReadonlyMap<string, Buffer | undefined>;

/**
 * Reads what has to be put in the place of the files in the working tree, so that they are those of a commit: only what
 * differs, and the contents of those files alone that a plan is made of.
 * @param isRead whether the content of a file is wanted; of the others only their being there is known
 */
export async function filesAt(
  repository: Repository,
  commit: string,
  isRead: (path: string) => boolean,
  signal?: AbortSignal,
): Promise<FilesAt> {
  const { git, prefix } = repository;
  const below = ['--', `:(top,literal)${prefix}`].slice(0, prefix === '' ? 0 : 2);
  const start = toBytes(prefix).length;
  const differing = await git.run(['diff-index', '-z', '--raw', '--no-renames', '--no-ext-diff', commit, ...below], {
    signal,
  });
  if (differing.code !== 0) throw new GitFailure(differing.stderr);
  const blobs = new Map<string, string | undefined>();
  const fields = differing.stdout.toString('latin1').split('\0');
  for (let at = 0; at + 1 < fields.length; at += 2) {
    // `:100644 100644 1f2e… 3d4c… M`, then a path. What was a link or a repository of its own is no file.
    const [mode = '', , hash = ''] = (fields[at] as string).slice(1).split(' ') as [string?, string?, string?];
    blobs.set(fromBytes((fields[at + 1] as string).slice(start)), mode.startsWith('100') ? hash : undefined);
  }
  // What nobody has added yet is in the working tree alone; and what is ignored there, where it may not have been then.
  const untracked = await othersIn(git, ['--exclude-per-directory=.gitignore', ...below], signal);
  const isIgnoredOtherwise = [...blobs.keys(), ...untracked].some((path) => /(?:^|\/)\.gitignore$/.test(path));
  const ignored = isIgnoredOtherwise ? await othersIn(git, ['--', ...markdownBelow(prefix)], signal) : [];
  for (const path of [...untracked, ...ignored]) {
    const known = fromBytes(path.slice(start));
    if (!blobs.has(known)) blobs.set(known, undefined);
  }
  return contentsOf(repository, blobs, isRead, signal);
}

async function othersIn(git: Git, options: readonly string[], signal?: AbortSignal): Promise<readonly BytePath[]> {
  const { code, stdout, stderr } = await git.run(['ls-files', '-z', '--others', '--full-name', ...options], { signal });
  if (code !== 0) throw new GitFailure(stderr);
  return stdout.toString('latin1').split('\0').slice(0, -1);
}

const UNREAD = Buffer.alloc(0);

async function contentsOf(
  { git }: Repository,
  blobs: ReadonlyMap<string, string | undefined>,
  isRead: (path: string) => boolean,
  signal: AbortSignal | undefined,
): Promise<FilesAt> {
  const wanted = new Set([...blobs].flatMap(([path, hash]) => (hash !== undefined && isRead(path) ? [hash] : [])));
  const contents = new Map<string, Buffer>();
  if (wanted.size > 0) {
    for await (const { hash, content } of readBlobs(git, wanted, signal)) contents.set(hash, Buffer.from(content));
  }
  return new Map(
    [...blobs].map(([path, hash]): [string, Buffer | undefined] => {
      if (hash === undefined) return [path, undefined];
      if (!isRead(path)) return [path, UNREAD];
      const content = contents.get(hash);
      if (!content) throw new GitFailure(`the content of ${path} is missing: a partial clone does not have it`);
      return [path, content];
    }),
  );
}
