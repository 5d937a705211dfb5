import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { TestRepository, temporaryFolder } from '../support/repository.ts';
import { Chance } from './fixes/chance.ts';
import { aPlan } from './fixes/plans.ts';

type Files = Record<string, string | undefined>;

/** What is seldom in made-up plans, and decides much: owners that are inherited, words, files that are left out. */
const SETTINGS: readonly (readonly [string, readonly (string | undefined)[]])[] = [
  [
    'milepost.yaml',
    [
      undefined,
      '',
      'statuses: { milestone: { done: [launched, wip] } }\n',
      'exclude: ["m/**"]\n',
      'include: ["**/*.md", "**/*.markdown"]\ncalendar: { holidays: [2026-12-08] }\n',
    ],
  ],
  ['.gitignore', [undefined, 'm/two.md\n', 'deep\n']],
  ['m/milepost.yaml', [undefined, '']],
  ['deep/README.md', [undefined, '---\ntype: program\nowner: dana\n---\n', '---\ntype: program\nid: below\n---\n']],
  [
    'streams.md',
    [
      undefined,
      '---\ntype: register\nworkstreams:\n  - { id: core, owner: chen }\n  - { id: ledger, owner: priya }\n---\n',
      '---\ntype: register\nworkstreams:\n  - { id: core, owner: noor, program: beta }\n---\n',
    ],
  ],
  [
    'members.md',
    ['---\ntype: register\nworkstream: core\nactions:\n  - { id: A-9, due: 2026-12-01 }\n---\n', undefined],
  ],
];

function nextFiles(chance: Chance, now: ReadonlyMap<string, string>): Files {
  const changed: Files = {};
  for (const [path, text] of now) {
    if (chance.is(0.06)) changed[path] = undefined;
    else if (chance.is(0.08))
      Object.assign(changed, { [path]: undefined, [`moved/${path.replace(/^moved\//, '')}`]: text });
    else if (chance.is(0.4)) changed[path] = withOtherLines(chance, text);
  }
  if (chance.is(0.25)) Object.assign(changed, aPlan(chance));
  for (const [path, texts] of SETTINGS) if (chance.is(0.15)) changed[path] = chance.of(texts);
  return changed;
}

const withOtherLines = (chance: Chance, text: string): string =>
  text
    .replace(/(due: )2\d{3}-\d\d-\d\d/g, (line, key) =>
      chance.is(0.5) ? `${key}2027-0${1 + chance.below(9)}-1${chance.below(10)}` : line,
    )
    .replace(/(status: )[\w-]+/g, (line, key) => (chance.is(0.4) ? key + chance.of(STATUSES) : line))
    .replace(/(owner: )\w+/g, (line, key) => (chance.is(0.3) ? key + chance.of(['maria', 'chen']) : line))
    .replace(/\bledger\b/g, (id) => (chance.is(0.05) ? 'ledger-v2' : id))
    .replace(/\n---/, (end) => (chance.is(0.04) ? '' : end));

const STATUSES = ['planned', 'in-progress', 'done', 'launched', 'wip', 'proposed', 'open'];

/** A history of a plan, in a folder named `plan`. */
export interface MadeHistory {
  readonly repository: TestRepository;
  /** The commits along the first parents of the last, oldest first. */
  readonly line: readonly string[];
}

/** Makes a history with branches and merges, in which documents are written anew, broken, moved and gone. */
export function madeHistory(seed: number, commits: number): MadeHistory {
  const chance = new Chance(seed);
  const folder = join(temporaryFolder(), 'plan');
  mkdirSync(folder);
  const repository = new TestRepository(folder);
  let day = 0;
  const commit = (files: Files): void => {
    const date = new Date(Date.UTC(2026, 8, 1 + day++)).toISOString().slice(0, 10);
    repository.commit(date, files);
  };
  const files = (): ReadonlyMap<string, string> => {
    const paths = repository.git('ls-files', '-z').split('\0').slice(0, -1);
    const markdown = paths.filter((path) => path.endsWith('.md'));
    return new Map(markdown.map((path) => [path, repository.git('show', `HEAD:${path}`)]));
  };
  const others = (changes: Files): Files =>
    Object.fromEntries(
      Object.entries(changes).filter(
        ([path, text]) => text !== undefined || repository.git('ls-files', '--', path).trim() !== '',
      ),
    );
  commit(aPlan(chance));
  const branches = ['main', 'one', 'two'];
  for (const branch of branches.slice(1)) repository.git('branch', branch);
  for (let at = 0; at < commits; at++) {
    const branch = chance.of(branches);
    repository.git('checkout', '-q', branch);
    if (chance.is(0.25)) {
      const other = chance.of(branches.filter((one) => one !== branch));
      const env = {
        GIT_AUTHOR_DATE: `2026-10-${10 + at}T12:00:00Z`,
        GIT_COMMITTER_DATE: `2026-10-${10 + at}T12:00:00Z`,
      };
      try {
        const side = chance.of(['ours', 'theirs']);
        repository.gitWith({ env }, 'merge', '-q', '--no-ff', `-X${side}`, '-m', `merge ${other}`, other);
      } catch {
        // A file that one side has changed and the other has removed: whatever is there now is committed.
        repository.git('add', '-A');
        repository.gitWith({ env }, 'commit', '-q', '--allow-empty', '-m', `merge ${other}, by hand`);
      }
      continue;
    }
    commit(others(nextFiles(chance, files())));
  }
  const line = repository.git('rev-list', '--first-parent', '--reverse', 'HEAD').trim().split('\n');
  return { repository, line };
}
