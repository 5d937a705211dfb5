import assert from 'node:assert/strict';
import { syncPlan } from '../../../src/core/blocks/sync-plan.ts';
import { parseDay } from '../../../src/core/model/values/day.ts';
import { MemoryFiles } from '../../../src/workspace/memory-files.ts';
import { PlanService } from '../../../src/workspace/plan-service.ts';
import { UNHURRIED } from '../../../src/workspace/slices.ts';
import { type Snapshot, saysTheSame } from '../../../src/workspace/snapshot.ts';
import { run } from '../../support/plan.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

const BLOCKS = 'blocks.md';
const EMPTY = `---
type: register
---

Minutes.

<!-- milepost milestones -->
<!-- /milepost -->
`;
const REGISTER = `---
type: register
milestones:
  - { id: M-1, title: First, owner: maria, due: 2027-01-15, duration: 40d, status: in-progress, progress: checklist }
---

# Notes

## M-1

- [ ] one
- [ ] two
`;
const SINGLE = `---
type: milestone
id: single
owner: maria
due: 2027-02-01
---

# Single

Text.
`;

/** A plan with a block that is up to date, and everything that is published of it from then on. */
async function upToDate(): Promise<{ service: PlanService; published: Snapshot[] }> {
  const service = new PlanService({
    files: new MemoryFiles({ [BLOCKS]: EMPTY, 'register.md': REGISTER, 'single.md': SINGLE }),
    host: UNHURRIED,
    decodeUtf8: (bytes) => decoder.decode(bytes),
    rootName: 'plan',
    today: parseDay('2026-11-20') as number,
  });
  const [synced] = run(syncPlan(await service.settled(), () => true));
  assert.ok(synced?.after.includes('M-1'));
  service.setOpen(BLOCKS, synced?.after);
  service.setToday(parseDay('2026-11-21') as number);
  await service.settled();
  const published: Snapshot[] = [];
  service.onSnapshot((snapshot) => published.push(snapshot));
  return { service, published };
}

const outdated = ({ findings }: Snapshot): number => findings.filter(({ code }) => code === 'outdated-block').length;

const change = (service: PlanService, path: string, what: string, by: string): void => {
  const text = service.snapshot?.plan.documentAt(path)?.text ?? '';
  assert.ok(text.includes(what), `${what} is in ${path}`);
  service.setOpen(path, text.replace(what, by));
};

describe('live blocks while somebody types', () => {
  it('are compared after all else has been published, and not told again where they hold', async () => {
    const { service, published } = await upToDate();
    change(service, 'single.md', 'Text.', 'Text.\n\nSee [[nothing]].');
    change(service, 'single.md', 'owner: maria\n', 'owner: maria\nbudget: 1\n');
    await service.settled();
    assert.deepEqual(
      published.map(({ isDraft }) => isDraft),
      [true],
    );
    assert.equal(service.snapshot?.isDraft, false);
    assert.equal(outdated(service.snapshot), 0);
    assert.ok(saysTheSame(service.snapshot, published[0] as Snapshot), 'who still shows the draft need not begin anew');
  });

  it('are told of once they have been compared, and stay told of until they are again', async () => {
    const { service, published } = await upToDate();
    change(service, 'single.md', '2027-02-01', '2027-03-01');
    await service.settled();
    assert.deepEqual(published.map(outdated), [0, 1]);
    assert.equal(saysTheSame(service.snapshot, published[0] as Snapshot), false);
    assert.ok(saysTheSame(service.snapshot, published[1] as Snapshot));
    change(service, 'single.md', '2027-03-01', '2027-04-01');
    await service.settled();
    change(service, 'single.md', '2027-04-01', '2027-02-01');
    await service.settled();
    // The second is outdated as well: nothing else was found, so nothing was told.
    assert.deepEqual(published.map(outdated), [0, 1, 1, 1, 0]);
    assert.deepEqual(
      published.map(({ isDraft }) => isDraft),
      [true, false, true, true, false],
    );
  });

  it('are told of where they stand now', async () => {
    const { service, published } = await upToDate();
    change(service, 'single.md', '2027-02-01', '2027-03-01');
    await service.settled();
    published.length = 0;
    change(service, BLOCKS, 'Minutes.', 'More than minutes.');
    await service.settled();
    assert.deepEqual(
      published.map((snapshot) => [snapshot.isDraft, outdated(snapshot)]),
      [[false, 1]],
    );
    const [found] = published[0]?.findings.filter(({ code }) => code === 'outdated-block') ?? [];
    const { start, end } = found?.range ?? { start: 0, end: 0 };
    assert.equal(found?.source.text.slice(start, end), '<!-- milepost milestones -->');
  });

  it('are not compared again where only prose has changed, be it around them', async () => {
    const { service, published } = await upToDate();
    change(service, 'single.md', 'Text.', 'Another text, of [[nothing]].');
    await service.settled();
    change(service, BLOCKS, 'Minutes.', 'Minutes of a meeting.');
    await service.settled();
    change(service, 'register.md', '# Notes', '# More notes');
    await service.settled();
    service.setToday(parseDay('2026-11-22') as number);
    await service.settled();
    assert.deepEqual(
      published.map(({ isDraft }) => isDraft),
      [false, false, false, false],
    );
  });

  const said: readonly [string, string, string, string][] = [
    ['the text of a block', BLOCKS, '[M-1]', '[M-9]'],
    ['a box that is ticked', 'register.md', '[ ] one', '[x] one'],
    ['a box that goes', 'register.md', '- [ ] two\n', '- [x] two\n'],
    ['the heading that a link leads to', 'register.md', '## M-1', '## M-1: the first'],
    ['a title in a heading', 'single.md', '# Single', '# Another'],
    ['front matter', 'register.md', 'title: First', 'title: Second'],
  ];
  for (const [name, path, what, by] of said) {
    it(`are compared again for ${name}`, async () => {
      const { service, published } = await upToDate();
      change(service, path, what, by);
      await service.settled();
      assert.equal(published[0]?.isDraft, true);
      assert.equal(outdated(service.snapshot as Snapshot), 1);
    });
  }

  it('are compared again when a decision record says another status, which stands in its body', async () => {
    const record = 'adr/0001-use-kafka.md';
    const block = EMPTY.replace('milepost milestones', 'milepost decisions');
    const service = new PlanService({
      files: new MemoryFiles({
        'milepost.yaml': 'adapters: [{ use: adr, files: "adr/*.md" }]\n',
        [BLOCKS]: block,
        [record]: '# Use Kafka\n\n## Status\n\nRejected\n',
      }),
      host: UNHURRIED,
      decodeUtf8: (bytes) => decoder.decode(bytes),
      rootName: 'plan',
      today: parseDay('2026-11-21') as number,
    });
    const [synced] = run(syncPlan(await service.settled(), () => true));
    service.setOpen(BLOCKS, synced?.after);
    assert.equal(outdated(await service.settled()), 0);
    change(service, record, 'Rejected', 'Proposed');
    assert.equal(outdated(await service.settled()), 1);
  });
});
