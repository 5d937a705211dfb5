import assert from 'node:assert/strict';
import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { GIT_ENV, removeTemporaryFolders, TestRepository } from '../support/repository.ts';
import { diffSchema } from './schemas.ts';
import { inProcessWith } from './support.ts';

const METRIC = `---
type: metric
id: velocity
owner: dana
direction: up
threshold: 40
source: metrics/velocity.csv
---
`;
const csv = (value: number): string => `date,value\n2026-10-30,${value}\n`;

describe('files of values', () => {
  after(removeTemporaryFolders);

  let repository: TestRepository;
  const run = (...args: string[]) => inProcessWith(GIT_ENV, repository.folder, ...args, '--today', '2026-11-02');
  const findings = async (...args: string[]): Promise<string[]> => {
    const { stdout, stderr } = await run('diff', ...args, '--format', 'json');
    assert.equal(stderr, '');
    const { findings: found } = diffSchema.parse(JSON.parse(stdout));
    return [...found.new.map(({ code }) => `new ${code}`), ...found.resolved.map(({ code }) => `fixed ${code}`)];
  };

  beforeEach(() => {
    repository = new TestRepository();
    repository.commit('2026-10-01', { 'm.md': METRIC, 'metrics/velocity.csv': csv(41), 'metrics/other.csv': csv(1) });
  });

  it('are compared as they were in commits, as they are staged, and as they are', async () => {
    assert.deepEqual(await findings('HEAD'), []);
    repository.write({ 'metrics/velocity.csv': csv(39) });
    assert.deepEqual(await findings('HEAD'), ['new metric-beyond-threshold']);
    assert.deepEqual(await findings('--staged'), []);
    repository.git('add', '-A');
    assert.deepEqual(await findings('--staged'), ['new metric-beyond-threshold']);
    repository.commit('2026-10-02', { 'metrics/velocity.csv': csv(38) });
    repository.commit('2026-10-03', { 'metrics/velocity.csv': undefined });
    repository.commit('2026-10-04', { 'metrics/velocity.csv': csv(42), 'metrics/other.csv': 'x' });
    assert.deepEqual(await findings('HEAD~3', 'HEAD~2'), ['new metric-beyond-threshold']);
    assert.deepEqual(await findings('HEAD~2', 'HEAD~1'), ['new metric-source', 'fixed metric-beyond-threshold']);
    assert.deepEqual(await findings('HEAD~1', 'HEAD'), ['fixed metric-source']);
    assert.deepEqual(await findings('HEAD~3', 'HEAD'), []);
  });

  it('that were large are not read from a commit either', async () => {
    repository.commit('2026-10-02', { 'metrics/velocity.csv': csv(39).repeat(20_000) });
    repository.commit('2026-10-03', { 'metrics/velocity.csv': csv(39) });
    assert.deepEqual(await findings('HEAD~1', 'HEAD'), ['new metric-beyond-threshold', 'fixed metric-source']);
  });

  it('behind a link are not read', async function () {
    if (process.platform === 'win32') this.skip();
    repository.write({ 'metrics/velocity.csv': undefined });
    symlinkSync(join(repository.folder, 'metrics/other.csv'), join(repository.folder, 'metrics/velocity.csv'));
    const { stdout } = await run('check');
    assert.match(stdout, /has its values in "metrics\/velocity\.csv", and there is no such file/);
  });

  it('are told with the metric', async () => {
    const { stdout } = await run('show', 'velocity', '--format', 'json');
    assert.match(stdout, /"sparkline": "▄"/);
    assert.match(stdout, /"date": "2026-10-30",\s+"value": 41/);
  });
});
