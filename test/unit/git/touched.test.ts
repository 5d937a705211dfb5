import assert from 'node:assert/strict';
import { join } from 'node:path';
import { formatDay, parseDay } from '../../../src/core/model/values/day.ts';
import { touchedBefore, touchedBy } from '../../../src/git/touched.ts';
import type { Snapshot } from '../../../src/workspace/snapshot.ts';
import { snapshotOf } from '../../support/plan.ts';
import { removeTemporaryFolders, TestRepository } from '../../support/repository.ts';

const REGISTER = `---
type: program
id: atlas
owner: maria
risks:
  - id: R-1
    owner: chen
  # The worst.
  - id: R-2
    owner: chen
title: Atlas
---
# Atlas

What it is for.

## R-1

Why it matters.

## R-2

Why that matters.
`;

describe('an item was touched', () => {
  after(removeTemporaryFolders);

  let repository: TestRepository;
  before(() => {
    repository = new TestRepository();
    repository.commit('2026-01-05', { 'atlas.md': REGISTER });
    repository.commit('2026-01-06', { 'atlas.md': REGISTER.replace('Why it', 'Why exactly it') });
    repository.commit('2026-01-07', { 'atlas.md': committed });
  });
  const committed = REGISTER.replace('Why it', 'Why exactly it').replace(
    'R-2\n    owner: chen',
    'R-2\n    owner: dana',
  );

  /** When each item of a plan was touched, as `id day`. */
  async function touched(
    files: Record<string, string>,
    in_ = repository,
    today = '2026-11-21',
    by = touchedBy,
  ): Promise<string[]> {
    const { dates } = await in_.history();
    assert.ok(dates);
    const byGit = by(dates);
    const { plan } = snapshotOf(files);
    return plan.items.map((item) => {
      const day = byGit(item, parseDay(today) as number);
      return `${item.id} ${day === undefined ? 'never' : formatDay(day)}`;
    });
  }

  it('before: what has been changed since tells nothing, so that nothing that stays seems to have aged', async () => {
    const files = { 'atlas.md': REGISTER.replace('Why that matters.', 'Why that matters much.') };
    const before = await touched(files, repository, '2026-11-21', touchedBefore);
    assert.deepEqual(before, ['atlas 2026-01-05', 'R-1 2026-01-05', 'R-2 2026-01-05']);
    assert.deepEqual(await touched(files), ['atlas 2026-01-05', 'R-1 2026-11-21', 'R-2 2026-11-21']);
    const gone = await touched({ 'new.md': REGISTER }, repository, '2026-11-21', touchedBefore);
    assert.deepEqual(gone, ['atlas never', 'R-1 never', 'R-2 never']);
  });

  it('when its own lines were changed, in the front matter or in its prose', async () => {
    assert.deepEqual(await touched({ 'atlas.md': committed }), [
      'atlas 2026-01-05',
      'R-1 2026-01-06',
      'R-2 2026-01-07',
    ]);
  });

  it('today, where it is not as it was committed', async () => {
    const files = (change: (text: string) => string) => ({ 'atlas.md': change(committed) });
    const today =
      (...ids: string[]) =>
      (told: string[]) =>
        assert.deepEqual(
          told.filter((text) => text.endsWith('2026-11-21')).map((text) => text.split(' ')[0]),
          ids,
        );
    await touched(files((text) => text)).then(today());
    await touched(files((text) => text.replace('Why that', 'Why, then, that'))).then(today('R-2'));
    await touched(files((text) => text.replace('for.', 'for?'))).then(today('atlas'));
    await touched(files((text) => text.replace('# The', '# Not the'))).then(today('atlas'));
    await touched(files((text) => text.replace('  # The', '  - id: R-3\n    owner: chen\n  # The'))).then(today('R-3'));
    await touched(files((text) => text.replace('    owner: chen\n', ''))).then(today());
  });

  it('not by what Milepost has written into a live block', async () => {
    const inner = new TestRepository();
    const page = (content: string): string =>
      `---\ntype: milestone\nid: a\n---\nWhy.\n\n<!-- milepost risks -->\n${content} -->\n\nMore.\n`;
    inner.commit('2026-01-05', { 'a.md': page('<!-- /milepost') });
    const synced = page('\nNo risks.\n\n<!-- /milepost 2026-11-21');
    assert.deepEqual(await touched({ 'a.md': synced }, inner), ['a 2026-01-05']);
    inner.commit('2026-01-09', { 'a.md': synced });
    assert.deepEqual(await touched({ 'a.md': synced }, inner), ['a 2026-01-05']);
    assert.deepEqual(await touched({ 'a.md': synced.replace('More', 'Less') }, inner), ['a 2026-11-21']);
  });

  it('not in the future, but for authors whose calendar is a day ahead', async () => {
    const asOf = (today: string) => touched({ 'atlas.md': committed }, repository, today);
    assert.deepEqual(await asOf('2026-01-05'), ['atlas 2026-01-05', 'R-1 2026-01-06', 'R-2 2026-01-05']);
    assert.deepEqual(await asOf('2026-01-03'), ['atlas never', 'R-1 never', 'R-2 never']);
  });

  it('no later, where only line ends differ, or a byte order mark is gone', async () => {
    const told = await touched({ 'atlas.md': committed });
    assert.deepEqual(await touched({ 'atlas.md': committed.replaceAll('\n', '\r\n') }), told);
    assert.deepEqual(await touched({ 'atlas.md': `\ufeff${committed}` }), told);
    assert.deepEqual(await touched({ 'atlas.md': committed.trimEnd() }), told);
  });

  it('today where its file is new, and nobody knows when where git does not look', async () => {
    const item = (id: string) => `---\ntype: milestone\nid: ${id}\n---\n`;
    assert.deepEqual(await touched({ 'new.md': item('new') }), ['new 2026-11-21']);
    const outer = repository.copy();
    outer.git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', repository.folder, 'inner');
    outer.commit('2026-01-08');
    assert.deepEqual(await touched({ 'inner/a.md': item('a'), 'inner b.md': item('b') }, outer), [
      'b 2026-11-21',
      'a never',
    ]);
  });

  it('as git says and fields say: the latest counts', async () => {
    const plan = join(repository.folder, 'plans');
    const milestone = (id: string, ...fields: string[]) =>
      ['---', 'type: milestone', `id: ${id}`, 'owner: maria', 'status: in-progress', ...fields, '---', ''].join('\n');
    const files = {
      'git.md': milestone('git'),
      'said.md': milestone('said', 'updated: 2026-11-20'),
      'older.md': milestone('older', 'updated: 2026-01-02'),
      'newer.md': milestone('newer', 'updated: 2026-02-02'),
    };
    repository.commit(
      '2026-01-12',
      Object.fromEntries(Object.entries(files).map(([name, text]) => [`plans/${name}`, text])),
    );
    const { dates } = await repository.history({ root: plan });
    assert.ok(dates);
    const stale = ({ findings }: Snapshot) =>
      findings.filter(({ code }) => code === 'stale').map(({ message }) => message.replace(/, .*/, ''));
    assert.deepEqual(stale(snapshotOf(files, { touched: touchedBy(dates) })), [
      'nobody has changed git since 2026-01-12',
      'nobody has touched newer since 2026-02-02',
      'nobody has changed older since 2026-01-12',
    ]);
    assert.deepEqual(stale(snapshotOf(files)), [
      'nobody has touched newer since 2026-02-02',
      'nobody has touched older since 2026-01-02',
    ]);
  });
});
