import type { Environment } from './find-git.ts';
import { Git, GitFailure } from './run-git.ts';

/** Where git keeps what it knows of a working tree: of a linked one, or a submodule, that is elsewhere. */
export async function gitFolderOf(root: string, env: Environment): Promise<string | undefined> {
  try {
    const result = await Git.in(root, env)?.run(['rev-parse', '--absolute-git-dir']);
    return result?.code === 0 ? result.stdout.toString('utf8').replace(/\n$/, '') : undefined;
  } catch (error) {
    if (error instanceof GitFailure) return undefined;
    throw error;
  }
}
