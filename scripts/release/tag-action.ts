import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';

const ROOT = new URL('../../', import.meta.url);

/** What a workflow needs, and what a person who looks at it wants to read. */
const FILES = ['LICENSE', 'README.md', 'THIRD-PARTY-NOTICES.txt', 'action.yml', 'dist/action.cjs'];

/**
 * Makes a commit that holds the action as workflows use it, and its tags: the version's, and that of its major version,
 * which moves. Gives the names of the tags.
 */
export function tagAction(repository: string, version: string): readonly string[] {
  const [, major] = /^(v[1-9]\d*)\.\d+\.\d+$/.exec(version) ?? [];
  if (major === undefined) throw new Error(`a version is v1.2.3, not ${version}`);
  const git = (args: readonly string[], input?: string | Buffer): string =>
    execFileSync('git', args, { cwd: repository, encoding: 'utf8', ...(input === undefined ? {} : { input }) }).trim();
  if (git(['tag', '--list', version]) !== '') throw new Error(`${version} is there already`);
  const source = git(['rev-parse', 'HEAD']);
  const entry = (path: string): string => {
    const blob = git(['hash-object', '-w', '--stdin'], readFileSync(new URL(path, ROOT)));
    return `100644 blob ${blob}\t${basename(path)}\n`;
  };
  const built = git(
    ['mktree'],
    FILES.filter((path) => path.startsWith('dist/'))
      .map(entry)
      .join(''),
  );
  const top = FILES.filter((path) => !path.includes('/')).map(entry);
  const tree = git(['mktree'], [...top, `040000 tree ${built}\tdist\n`].join(''));
  const commit = git(['commit-tree', tree, '-m', `The action ${version}, built from ${source}`]);
  git(['tag', version, commit]);
  git(['tag', '--force', major, commit]);
  return [version, major];
}
