import type { PlanCommit } from '../core/history/commit.ts';
import { parseDay } from '../core/model/values/day.ts';
import { ahead } from './ahead.ts';
import { DiffTree } from './diff-tree.ts';
import { isMarkdown, isSettings, markdownBelow, settingsBelow } from './markdown-paths.ts';
import { fromBytes, toBytes } from './path-bytes.ts';
import type { RawChange } from './raw-reader.ts';
import type { Repository } from './repository.ts';
import { revList } from './rev-list.ts';

/** The commits that lead to one, as far as they have to do with a plan: each after all that follow it. */
export interface PlanWalk {
  /** The commit that they lead to. It need not be among them. */
  readonly head: string;
  readonly commits: readonly WalkedCommit[];
}

/** A commit that has changed a file of a plan, or joins some that did. */
export interface WalkedCommit extends PlanCommit {
  /** The next such commits before it. */
  readonly parents: readonly string[];
  /** What is different from the first of these: Markdown files and what settles which of them count. */
  readonly changes: readonly BlobChange[];
}

/** A file that has another content. Its path is below the root of the plan. */
export interface BlobChange {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

/** How many commits are asked about before the first is answered. */
const AHEAD = 64;

/** Neither the name of an author holds a bracket, nor a day a blank. */
const FORMAT = '%as %cs %an<%s';

/**
 * Walks from the commit that is checked out to the first. What commits changed is not asked again where it is known.
 *
 * It does not end at a commit that was reached before: of the commits of some files git leaves out what changed nothing,
 * and which merges these are depends on where it ends.
 */
export async function walkPlan(
  repository: Repository,
  known: PlanWalk | undefined,
  signal?: AbortSignal,
): Promise<PlanWalk> {
  const { git, head, prefix } = repository;
  if (known?.head === head) return known;
  const before = new Map(known?.commits.map((commit) => [nameOf(commit), commit]));
  const paths = [...markdownBelow(prefix), ...settingsBelow(prefix)];
  const start = toBytes(prefix).length;
  const differences = DiffTree.files(git, paths, signal);
  const changesOf = async (hash: string, parent: string | undefined): Promise<readonly BlobChange[]> =>
    (await differences.ask(hash, parent)).flatMap((change) => blobChange(change, start));
  const commits: WalkedCommit[] = [];
  try {
    const listed = revList(git, { head, since: undefined, paths, format: FORMAT }, signal);
    const asked = ahead(listed, AHEAD, (commit) => {
      const same = before.get(nameOf(commit));
      return { commit, changes: same ? Promise.resolve(same.changes) : changesOf(commit.hash, commit.parents[0]) };
    });
    for await (const { commit, changes } of asked) {
      const { hash, parents, line } = commit;
      commits.push({ ...described(hash, fromBytes(line)), parents, changes: await changes });
    }
    return { head, commits };
  } finally {
    differences.stop();
  }
}

/** What a commit has changed depends on what it is compared with. */
const nameOf = ({ hash, parents: [first = ''] }: Pick<WalkedCommit, 'hash' | 'parents'>): string => `${hash} ${first}`;

function described(hash: string, line: string): PlanCommit {
  const [authored = '', committed = ''] = line.split(' ', 2);
  const rest = line.slice(authored.length + committed.length + 2);
  const end = rest.indexOf('<');
  return {
    hash,
    author: rest.slice(0, end),
    authored: parseDay(authored),
    committed: parseDay(committed),
    subject: rest.slice(end + 1),
  };
}

/** Patterns take in a few files more than are asked for. */
function blobChange({ path, blobs }: RawChange, start: number): BlobChange[] {
  const below = fromBytes(path.slice(start));
  const { before, after } = blobs;
  return before !== after && (isMarkdown(below) || isSettings(below)) ? [{ path: below, before, after }] : [];
}
