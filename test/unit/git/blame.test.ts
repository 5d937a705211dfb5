import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import fc from 'fast-check';
import { removeTemporaryFolders, TestRepository, temporaryFolder } from '../../support/repository.ts';
import { arbitrarySteps, historyOf, type Step } from './random-histories.ts';

/** How many histories each test makes up, of dozens of commits. More by the environment, for a long run. */
const RUNS = Number(process.env['MILEPOST_HISTORIES'] ?? 4);

describe('dates of lines', function () {
  // For each file of each history, git is started once; on a busy machine that takes its time.
  this.timeout(120_000 + RUNS * 2000);
  after(removeTemporaryFolders);

  it('are those of git blame, whatever the history', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySteps, async (steps) => {
        const { repository } = imported(steps);
        await assertBlamed(repository);
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it('are those of git blame in a folder that files are moved out of, and into', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySteps, async (steps) => {
        const { repository } = imported(steps, 'plans/');
        await assertBlamed(repository, { root: join(repository.folder, 'plans') });
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it('are those of git blame where revisions are ignored', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySteps, async (steps) => {
        const { repository, reformatting } = imported(steps);
        writeFileSync(join(repository.folder, '.git-blame-ignore-revs'), `# looks\n\n${reformatting.join(' # x\n')}\n`);
        await assertBlamed(repository, {}, '--ignore-revs-file=.git-blame-ignore-revs');
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });

  it('are the same where they are brought forward from an older commit', async () => {
    await fc.assert(
      fc.asyncProperty(arbitrarySteps, fc.nat(40), async (steps, choice) => {
        const { repository, before, last } = imported(steps);
        const cacheFolder = temporaryFolder();
        repository.git('update-ref', 'HEAD', before[choice % before.length] as string);
        await repository.history({ cacheFolder });
        repository.git('update-ref', 'HEAD', last);
        await assertBlamed(repository, { cacheFolder });
      }),
      { numRuns: RUNS, endOnFailure: true },
    );
  });
});

/** A repository with a history, its last commit checked out, as far as that can be without a file. */
function imported(steps: readonly Step[], folder = '') {
  const repository = new TestRepository();
  const history = historyOf(steps, folder);
  repository.write({ [`${folder}here`]: '' });
  repository.gitWith({ input: history.stream }, 'fast-import', '--quiet', '--export-marks=marks');
  const hashes = readFileSync(join(repository.folder, 'marks'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => line.split(' ') as [string, string])
    .sort(([a], [b]) => Number(a.slice(1)) - Number(b.slice(1)))
    .map(([, hash]) => hash);
  const last = hashes.at(-1) as string;
  repository.git('update-ref', 'HEAD', last);
  return {
    repository,
    last,
    reformatting: history.reformatting.map((mark) => hashes[mark - 1] as string),
    /** The commits that the last one has grown out of, itself included. */
    before: hashes.filter((_, index) => history.isBehindLast(index + 1)),
  };
}

async function assertBlamed(
  repository: TestRepository,
  options: { root?: string; cacheFolder?: string } = {},
  ...blameOptions: string[]
): Promise<void> {
  const { dates, missing } = await repository.history(options);
  // All files may have been moved away.
  if (missing?.reason === 'not-tracked') return;
  assert.ok(dates);
  const prefix = relative(repository.folder, options.root ?? repository.folder);
  for (const [path, { days }] of dates.files) {
    assert.deepEqual([...days], repository.blame(join(prefix, path), ...blameOptions), path);
  }
}
