import * as vscode from 'vscode';
import { PlanFolder } from '../../../../src/vscode/plans/plan-folder.ts';
import { WorkspaceFiles } from '../../../../src/vscode/plans/workspace-files.ts';
import { equal, match, ok } from '../assert.ts';
import { Cloud } from '../cloud.ts';
import { milepost, milestone, removePlan, untilShown, writePlan } from '../milepost.ts';
import { openFile, setText, until, writeFile } from '../support.ts';

describe('when something fails', () => {
  afterEach(removePlan);

  it('row 39: what one part throws is logged once, and the rest goes on', async () => {
    const { log, decorations, plans } = await milepost();
    await writePlan({ 'a.md': milestone('a') });
    await until(() => plans.hasPlan, 'the plan');
    const failures: string[] = [];
    const failure = log.failure.bind(log);
    log.failure = (what, error, where) => {
      failures.push(`${what}: ${error}`);
      failure(what, error, where);
    };
    const { at } = plans;
    const [folder] = plans.folders;
    ok(folder);
    try {
      plans.at = () => {
        throw new Error('broken');
      };
      equal(decorations.provideFileDecoration(folder.uriOf('a.md')), undefined);
      equal(decorations.provideFileDecoration(folder.uriOf('a.md')), undefined);
    } finally {
      plans.at = at;
      log.failure = failure;
    }
    equal(failures[0], 'marking a file: Error: broken');
    const { document } = await openFile('a.md');
    await setText(document, milestone('a', 'due: x\n'));
    await untilShown('a.md', ['invalid-value 6:6-7']);
  });

  it('row 40: of edits that come faster than builds the last one counts', async () => {
    await writePlan({ 'a.md': milestone('a') });
    const { document } = await openFile('a.md');
    for (let i = 1; i <= 40; i++) await setText(document, milestone('a', `${'x-y: 1\n'.repeat(i)}due: x\n`));
    await untilShown('a.md', ['invalid-value 46:6-7']);
  });

  it('row 24: an honest file of a megabyte is read like any other', async () => {
    await writePlan({
      'big.md': `${milestone('big', 'due: x\n')}${'A line of prose, and [[nothing]] else.\n'.repeat(30_000)}`,
    });
    await until(
      () => vscode.languages.getDiagnostics().some(([uri, found]) => uri.path.endsWith('/big.md') && found.length > 0),
      'its findings',
    );
  });

  it('row 37: a branch switch of many files is one change', async () => {
    const { plans } = await milepost();
    let snapshots = 0;
    const counting = plans.onDidChange(() => snapshots++);
    const names = Array.from({ length: 300 }, (_, i) => `branch/${i}.md`);
    await writePlan({ 'branch/first.md': milestone('first') });
    await Promise.all(names.map((name, i) => writeFile(name, milestone(`m-${i}`))));
    await until(() => plans.folders[0]?.snapshot?.plan.items.length === 301, 'all items', 15_000);
    counting.dispose();
    ok(snapshots < 60, `${snapshots} snapshots`);
  });
});

describe('row 14: a virtual file system', () => {
  const cloud = new Cloud();
  const root = vscode.Uri.parse('milepost-cloud:/plans');
  let registration: vscode.Disposable;
  before(() => {
    registration = vscode.workspace.registerFileSystemProvider('milepost-cloud', cloud, { isCaseSensitive: true });
    cloud.set('/plans/a.md', milestone('a', 'due: x\n'));
    cloud.set('/plans/deep/b.md', milestone('b'));
  });
  after(() => registration.dispose());

  it('is read like any other; what is missing is missing, and what is unavailable is not', async () => {
    const files = new WorkspaceFiles(root, { isOtherRoot: () => false, isElsewhere: () => false });
    equal((await files.list(''))?.map(({ name, kind }) => `${name} ${kind}`).join(), 'a.md file,deep folder');
    equal((await files.list('nowhere'))?.length, 0);
    equal(await files.read('nothing.md'), undefined);
    cloud.reachable = false;
    try {
      await rejects(() => files.list(''));
      await rejects(() => files.read('a.md'));
    } finally {
      cloud.reachable = true;
    }
  });

  it('keeps what was read while it is out of reach', async () => {
    const { plans, log } = await milepost();
    // A second workspace folder would start the editor anew: the plan is made by hand.
    const platform = { host: { now: () => 0, pause: () => Promise.resolve() } };
    const folder = new PlanFolder(root, 'plans', plans.folders[0]?.snapshot?.today ?? 0, platform, log, {
      isOtherRoot: () => false,
      isElsewhere: () => false,
      onListed: () => {},
      onSnapshot: () => {},
      onProgress: () => {},
    });
    equal((await folder.service.settled()).plan.items.length, 2);
    cloud.reachable = false;
    folder.service.touch(['', 'a.md', 'deep/b.md']);
    const { plan } = await folder.service.settled();
    cloud.reachable = true;
    equal(plan.items.length, 2);
    match(folder.uriOf('deep/b.md').toString(), /^milepost-cloud:\/plans\/deep\/b\.md$/);
    folder.dispose();
  });
});

async function rejects(run: () => Promise<unknown>): Promise<void> {
  const error = await run().then(
    () => undefined,
    (reason: unknown) => reason,
  );
  ok(error instanceof Error, 'it should have been rejected');
}
