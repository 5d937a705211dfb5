import fc from 'fast-check';

/** One thing that somebody does in a made-up history. Numbers choose among what there is. */
export interface Step {
  readonly kind: 'edit' | 'create' | 'rename' | 'merge' | 'reformat' | 'delete';
  /** The branch that it happens on, and the other one of a merge. */
  readonly branch: number;
  readonly other: number;
  readonly file: number;
  readonly line: number;
  readonly removed: number;
  readonly added: number;
  /** What becomes of each file in a merge. */
  readonly sides: readonly ('ours' | 'theirs' | 'both')[];
}

export const arbitrarySteps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    kind: fc.constantFrom('edit', 'edit', 'edit', 'create', 'rename', 'merge', 'merge', 'reformat', 'delete'),
    branch: fc.nat(2),
    other: fc.nat(2),
    file: fc.nat(5),
    line: fc.nat(20),
    removed: fc.nat(3),
    added: fc.nat(3),
    sides: fc.array(fc.constantFrom('ours', 'theirs', 'both'), { minLength: 6, maxLength: 6 }),
  }),
  { minLength: 8, maxLength: 30, size: 'max' },
);

type Tree = ReadonlyMap<string, readonly string[]>;

interface Made {
  readonly parents: readonly number[];
  readonly tree: Tree;
}

/** A history as `git fast-import` reads it; the marks of its commits count from 1. */
export interface RandomHistory {
  readonly stream: string;
  readonly marks: number;
  /** The marks of commits that only change how lines look. */
  readonly reformatting: readonly number[];
  /** For each commit, whether the last one has grown out of it. */
  readonly isBehindLast: (mark: number) => boolean;
}

/** Makes a history of steps. Each commit has an author date of its own. */
export function historyOf(steps: readonly Step[], folder = ''): RandomHistory {
  const commits: Made[] = [];
  const reformatting: number[] = [];
  let written = 0;
  const line = (): string => (++written % 7 === 0 ? '' : `line ${written} of ${(written * 7919) % 1000}`);
  const lines = (count: number): string[] => Array.from({ length: count }, line);
  const commit = (parents: readonly number[], tree: Tree): number => commits.push({ parents, tree });
  const first = commit([], new Map(['a', 'b', 'c'].map((name) => [`${folder}${name}.md`, lines(8)])));
  const tips = [first, first, first];
  for (const step of steps) {
    const parent = tips[step.branch] as number;
    const { tree } = commits[parent - 1] as Made;
    const paths = [...tree.keys()];
    const path = paths[step.file % Math.max(1, paths.length)] as string;
    let next = new Map(tree);
    const parents = [parent];
    if (step.kind === 'create') {
      next.set(`${folder}new ${commits.length}.md`, lines(1 + step.added * 3));
    } else if (step.kind === 'merge') {
      const theirs = tips[step.other] as number;
      if (theirs === parent) continue;
      parents.push(theirs);
      const other = (commits[theirs - 1] as Made).tree;
      next = merged(tree, other, step);
      // A merge can rename, too; where one file became two, blame and a patch may name another of them as its heir.
      const [some] = next;
      const isPlain = tree.size === other.size && next.size === tree.size;
      if (step.removed === 3 && isPlain && some && next.delete(some[0])) {
        next.set(`${folder}moved ${commits.length}.md`, some[1]);
      }
    } else if (path === undefined) {
      continue;
    } else if (step.kind === 'rename') {
      next.delete(path);
      const into = path.startsWith(folder) && step.removed === 3 ? 'elsewhere/' : folder;
      next.set(`${into}moved ${commits.length}.md`, edited(tree.get(path) as string[], step, lines(step.added % 2)));
    } else if (step.kind === 'delete') {
      if (paths.length < 3) continue;
      next.delete(path);
    } else if (step.kind === 'reformat') {
      const at = step.line % ((tree.get(path) as string[]).length + 1);
      next.set(
        path,
        (tree.get(path) as string[]).map((text, n) => (n >= at && n <= at + step.removed && text ? `${text}.` : text)),
      );
    } else {
      next.set(path, edited(tree.get(path) as string[], step, lines(step.added)));
    }
    const mark = commit(parents, next);
    if (step.kind === 'reformat') reformatting.push(mark);
    tips[step.branch] = mark;
  }
  const behind = new Set<number>();
  const open = [commits.length];
  for (let mark = open.pop(); mark !== undefined; mark = open.pop()) {
    if (behind.has(mark)) continue;
    behind.add(mark);
    open.push(...(commits[mark - 1] as Made).parents);
  }
  return {
    stream: commits.map((made, index) => writtenOut(made, index + 1)).join(''),
    marks: commits.length,
    reformatting,
    isBehindLast: (mark) => behind.has(mark),
  };
}

function edited(before: readonly string[], { line, removed }: Step, added: readonly string[]): string[] {
  const at = line % (before.length + 1);
  return before.toSpliced(at, removed, ...added);
}

/** The files of a merge: of one side, or a bit of both. */
function merged(ours: Tree, theirs: Tree, { sides, line }: Step): Map<string, readonly string[]> {
  const paths = [...new Set([...ours.keys(), ...theirs.keys()])].sort();
  return new Map(
    paths.map((path, index) => {
      const [mine, other] = [ours.get(path), theirs.get(path)];
      const side = sides[index % sides.length];
      if (!mine || !other) return [path, (mine ?? other) as readonly string[]];
      if (side !== 'both') return [path, side === 'ours' ? mine : other];
      const at = line % (mine.length + 1);
      return [path, [...mine.slice(0, at), ...other.slice(at)]];
    }),
  );
}

const DAY = 86_400;
const ZONES = ['+0000', '+1300', '-1100', '+0530'];

function writtenOut({ parents, tree }: Made, mark: number): string {
  // Near midnight, so that the zone decides which day it is.
  const when = 1_700_000_000 - (1_700_000_000 % DAY) + mark * 3 * DAY + (mark % 2 === 0 ? -1800 : 1800);
  const who = `Maria <maria@example.org> ${when} ${ZONES[mark % ZONES.length]}`;
  const [first, ...others] = parents;
  return [
    'commit refs/heads/made\n',
    `mark :${mark}\nauthor ${who}\ncommitter ${who}\ndata 0\n`,
    first === undefined ? '' : `from :${first}\n`,
    ...others.map((other) => `merge :${other}\n`),
    'deleteall\n',
    ...[...tree].map(([path, lines]) => {
      const text = lines.map((line) => `${line}\n`).join('');
      return `M 100644 inline "${path}"\ndata ${Buffer.byteLength(text)}\n${text}\n`;
    }),
    '\n',
  ].join('');
}
