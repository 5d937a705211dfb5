import { type Git, GitFailure } from './run-git.ts';

/**
 * Settings for commands that look at files of the working tree. To tell whether a file differs, git may have it read
 * through a filter that the configuration of the repository names, which is a program: these leave every filter empty.
 */
export async function withoutFilters(git: Git, signal?: AbortSignal): Promise<readonly string[]> {
  const listed = await git.run(['config', '--null', '--name-only', '--get-regexp', '^filter\\.'], { signal });
  // With 1 there are none.
  if (listed.code > 1) throw new GitFailure(listed.stderr);
  const keys = listed.stdout.toString('utf8').split('\0').slice(0, -1);
  const names = new Set(keys.map((key) => key.slice('filter.'.length, key.lastIndexOf('.'))));
  return [...names].flatMap((name) => {
    // On a command line a setting ends at the first of these.
    if (name.includes('=')) throw new GitFailure(`a filter in its configuration is named ${JSON.stringify(name)}`);
    return [`filter.${name}.clean=`, `filter.${name}.process=`, `filter.${name}.required=false`];
  });
}
