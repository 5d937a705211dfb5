import { isHash } from './repository.ts';
import { type Git, GitFailure } from './run-git.ts';

/** What people call a commit: a branch, here or as it was fetched, or a tag. */
export interface NamedCommit {
  readonly kind: 'branch' | 'remote' | 'tag';
  /** `main`, `origin/main`, `v1`. */
  readonly name: string;
  /** Nobody else is called that: `refs/heads/main`. */
  readonly ref: string;
  readonly commit: string;
  /** The first line of what was said of it. */
  readonly subject: string;
  /** Whether it is checked out. */
  readonly isCurrent: boolean;
}

/** The names in a repository, what was changed last first. */
export interface Names {
  readonly all: readonly NamedCommit[];
  /**
   * The branch that changes are made for: the one that the remote calls its own, else the one that this branch follows, if
   * that is not itself as it was pushed, else `main` or `master`; undefined where there is none of these.
   */
  readonly trunk: NamedCommit | undefined;
}

const KINDS: Readonly<Record<string, NamedCommit['kind']>> = { heads: 'branch', remotes: 'remote', tags: 'tag' };

/** What the branch that changes are made for is called, where nothing says so. */
const TRUNKS: readonly string[] = ['main', 'master'];

/** Where many names are, nobody looks for the last of them in a list: a name can be typed. */
const MOST_NAMES = 2000;

const FIELDS = ['refname', 'objectname', '*objectname', 'symref', 'HEAD', 'upstream', 'subject'];

/** Reads the names in a repository. */
export async function readNames(git: Git, signal?: AbortSignal): Promise<Names> {
  const format = `${FIELDS.map((field) => `%(${field})`).join('%00')}%00%00`;
  const places = ['refs/heads', 'refs/remotes', 'refs/tags'];
  const asked = ['for-each-ref', '--sort=-creatordate', `--count=${MOST_NAMES}`, `--format=${format}`, ...places];
  const { code, stdout, stderr } = await git.run(asked, { signal });
  if (code !== 0) throw new GitFailure(stderr);
  const all: NamedCommit[] = [];
  let remoteTrunk: string | undefined;
  let followed: string | undefined;
  for (const line of stdout.toString('utf8').split('\0\0\n')) {
    const [ref = '', object = '', peeled = '', symref = '', head = '', upstream = '', subject = ''] = line.split('\0');
    // What one name says of another is no name of its own.
    if (symref !== '') {
      if (ref === 'refs/remotes/origin/HEAD') remoteTrunk = symref;
      continue;
    }
    const [, place = '', name = ''] = /^refs\/(heads|remotes|tags)\/(.+)$/s.exec(ref) ?? [];
    const kind = KINDS[place];
    const commit = peeled || object;
    if (!kind || !isHash(commit)) continue;
    const isCurrent = head === '*';
    if (isCurrent && (TRUNKS.includes(name) || !upstream.endsWith(`/${name}`))) followed = upstream;
    all.push({ kind, name, ref, commit, subject, isCurrent });
  }
  const byRef = (wanted: string | undefined): NamedCommit | undefined => all.find(({ ref }) => ref === wanted);
  const usual = ['refs/remotes/origin', 'refs/heads'].flatMap((place) => TRUNKS.map((name) => `${place}/${name}`));
  const trunk = [remoteTrunk, followed, ...usual].map(byRef).find((found) => found !== undefined);
  return { all, trunk };
}
