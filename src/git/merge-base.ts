import { isHash } from './repository.ts';
import type { Git } from './run-git.ts';

/** The newest commit that two have in common; undefined where there is none. */
export async function mergeBase(
  git: Git,
  one: string,
  other: string,
  signal?: AbortSignal,
): Promise<string | undefined> {
  const { stdout } = await git.run(['merge-base', '--end-of-options', one, other], { signal });
  const [hash = ''] = stdout.toString('latin1').split('\n');
  return isHash(hash) ? hash : undefined;
}
