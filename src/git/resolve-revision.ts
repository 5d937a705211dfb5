import { isHash } from './repository.ts';
import type { Git } from './run-git.ts';

/**
 * The commit that somebody means by a name: a branch, a tag, a hash; undefined where there is none. The name is input
 * and no argument, so nothing in it is ever an option.
 */
export async function resolveRevision(git: Git, name: string, signal?: AbortSignal): Promise<string | undefined> {
  if (/[\n\0]/.test(name)) return undefined;
  const { stdout } = await git.run(['cat-file', '--batch-check'], { input: `${name}^{commit}\n`, signal });
  // Of a name that is none it says so, with the name: which can look like half of an answer.
  const [, hash] = /^(\w+) commit \d+\n$/.exec(stdout.toString('latin1')) ?? [];
  return hash !== undefined && isHash(hash) ? hash : undefined;
}
