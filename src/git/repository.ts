import { existsSync } from 'node:fs';
import { readFile, realpath } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Environment } from './find-git.ts';
import { ignoredRevisions } from './ignored-revisions.ts';
import { failed, type Missing, missing } from './missing.ts';
import { Git } from './run-git.ts';

/** The repository that a folder is in, as it stands now. */
export interface Repository {
  readonly git: Git;
  /** The folder, without links. */
  readonly root: string;
  /** From the top of the working tree to the folder: empty, or ending in `/`. */
  readonly prefix: string;
  /** The commit that is checked out. */
  readonly head: string;
  /** The commits at which a shallow clone ends: what they changed cannot be seen. */
  readonly boundary: ReadonlySet<string>;
  /** The commits of `.git-blame-ignore-revs`: what they changed does not count. */
  readonly ignored: ReadonlySet<string>;
}

/** Looks for the repository that a folder is in. Where there is none, no git is started. */
export async function openRepository(
  folder: string,
  env: Environment,
  signal?: AbortSignal,
): Promise<Repository | Missing> {
  const root = await realpath(folder);
  if (!mayBeInRepository(root)) return missing('no-repository');
  const git = Git.in(root, env);
  if (!git) return missing('no-git');
  // The name of the folder may hold line ends; a hash is never mistaken for it, which ends in a slash.
  const asked = ['--is-inside-work-tree', '--is-shallow-repository', '--show-prefix', '--revs-only', 'HEAD^{commit}'];
  const { code, stdout, stderr } = await git.run(['rev-parse', ...asked], { signal });
  if (code !== 0) return /not a git repository/.test(stderr) ? missing('no-repository') : failed(stderr);
  const lines = stdout.toString('utf8').replace(/\n$/, '').split('\n');
  const [inside, shallow] = lines;
  if (inside !== 'true') return missing('no-work-tree');
  const head = lines.at(-1) as string;
  if (!isHash(head)) return missing('no-commits');
  const prefix = lines.slice(2, -1).join('\n');
  const top = resolve(root, prefix.replace(/[^/]+\//g, '../'));
  return {
    git,
    root,
    prefix,
    head,
    boundary: shallow === 'true' ? await boundaryOf(git, root, signal) : new Set(),
    ignored: await ignoredRevisions(top),
  };
}

/** Whether a clone has left objects behind that git fetches when they are needed, which Milepost does not let it do. */
export async function isPartial({ git }: Repository, signal?: AbortSignal): Promise<boolean> {
  const { code } = await git.run(['config', '--get-regexp', '^remote\\..*\\.promisor$'], { signal });
  return code === 0;
}

/** Whether a text is the whole hash of an object. */
export const isHash = (text: string): boolean => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text);

/** Whether there is something upward that looks like a repository, a bare one included. */
function mayBeInRepository(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git')) || (existsSync(join(at, 'HEAD')) && existsSync(join(at, 'objects')))) return true;
    if (dirname(at) === at) return false;
  }
}

async function boundaryOf(git: Git, root: string, signal: AbortSignal | undefined): Promise<ReadonlySet<string>> {
  const { stdout } = await git.run(['rev-parse', '--git-path', 'shallow'], { signal });
  const path = resolve(root, stdout.toString('utf8').replace(/\n$/, ''));
  return new Set((await readFile(path, 'latin1')).split('\n').filter(isHash));
}
