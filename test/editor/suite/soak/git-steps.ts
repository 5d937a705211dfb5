import { existsSync } from 'node:fs';
import { git } from './repository.ts';
import type { Step } from './step.ts';
import { onDisk } from './texts.ts';

/** Days in the past on which somebody commits: what was changed on some of them is stale, on others it is not. */
const DAYS = ['2026-06-10', '2026-09-01', '2026-10-20', '2026-11-10', '2026-11-19', '2026-11-21'];

const branches = (): readonly string[] =>
  (git(['branch', '--format=%(refname:short)']) ?? '').split('\n').filter(Boolean);

const isMerging = (): boolean => existsSync(onDisk('.git/MERGE_HEAD'));

/** What git does, in a terminal: a commit, another branch, files that come back. */
export const GIT_STEPS: readonly Step[] = [
  {
    what: 'commit',
    weight: 6,
    run({ chance }) {
      const day = chance.of(DAYS);
      git(['add', '-A']);
      return git(['commit', '-q', '-m', 'A change'], day) === undefined ? undefined : `as of ${day}`;
    },
  },
  {
    what: 'switch to another branch',
    weight: 4,
    run({ chance }) {
      const branch = chance.of(branches());
      return git(['checkout', '-q', '-f', branch]) === undefined ? undefined : branch;
    },
  },
  {
    what: 'begin a branch',
    weight: 2,
    run({ chance }) {
      const branch = `work-${chance.below(4)}`;
      return git(['checkout', '-q', '-b', branch]) === undefined ? undefined : branch;
    },
  },
  {
    what: 'merge a branch, whatever conflicts',
    weight: 2,
    run({ chance }) {
      const branch = chance.of(branches());
      git(['commit', '-q', '-a', '-m', 'Before a merge']);
      const merged = git(['merge', '-q', '--no-ff', '-m', 'A merge', branch]);
      return `${branch}${merged === undefined ? ', in vain' : ''}`;
    },
  },
  {
    what: 'give up a merge',
    weight: 1,
    run: () => (isMerging() && git(['merge', '--abort']) !== undefined ? 'as it was' : undefined),
  },
  {
    what: 'stash',
    weight: 2,
    run: ({ chance }) => {
      const more = chance.is(0.5) ? ['--include-untracked'] : [];
      return git(['stash', 'push', '-q', ...more]) === undefined ? undefined : more.join(' ') || 'what is tracked';
    },
  },
  {
    what: 'take a stash back',
    weight: 3,
    run: () => (git(['stash', 'pop', '-q']) === undefined ? undefined : 'the last'),
  },
  {
    what: 'go back some commits',
    weight: 1,
    run({ chance }) {
      const to = `HEAD~${1 + chance.below(3)}`;
      return git(['reset', '-q', chance.of(['--hard', '--soft', '--mixed']), to]) === undefined ? undefined : to;
    },
  },
  {
    what: 'bring files of another commit',
    weight: 2,
    run({ chance }) {
      const from = chance.of(['start', 'before', 'v1', ...branches()]);
      return git(['checkout', '-q', from, '--', chance.of(['program-1', 'program-2', 'atlas', '.'])]) === undefined
        ? undefined
        : from;
    },
  },
];
