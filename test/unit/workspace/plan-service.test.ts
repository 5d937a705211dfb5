import assert from 'node:assert/strict';
import { metricState } from '../../../src/core/metrics/metric-state.ts';
import { parseDay } from '../../../src/core/model/values/day.ts';
import { RULES } from '../../../src/core/rules/registry.ts';
import type { Files } from '../../../src/workspace/files.ts';
import { MemoryFiles } from '../../../src/workspace/memory-files.ts';
import { PlanService, type PlanServiceOptions } from '../../../src/workspace/plan-service.ts';
import { type Host, UNHURRIED } from '../../../src/workspace/slices.ts';
import type { Snapshot } from '../../../src/workspace/snapshot.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

function serviceOf(files: Files, more: Partial<PlanServiceOptions> = {}): PlanService {
  return new PlanService({
    files,
    host: UNHURRIED,
    decodeUtf8: (bytes) => decoder.decode(bytes),
    rootName: 'plan',
    today: parseDay('2026-11-21') as number,
    ...more,
  });
}

/** A host that pauses at every chance, for real. */
const HASTY: Host = {
  now: () => performance.now() * 1e6,
  pause: () => new Promise((resolve) => setImmediate(resolve)),
};

/** What a turn is, where nothing pauses but for promises, and where every step does. */
const TURNS: readonly (readonly [string, Host, () => Promise<void>])[] = [
  ['between promises', UNHURRIED, () => Promise.resolve()],
  ['between real pauses', HASTY, HASTY.pause],
];

/** Edits of one open document, and what each snapshot showed of it when which title was the last written. */
function edits(service: PlanService, path: string) {
  let written: string | undefined;
  const seen: { shown: string | undefined; written: string | undefined; complete: boolean }[] = [];
  service.onSnapshot(({ plan, complete }) => {
    const shown = plan.items.find((item) => item.document.path === path)?.title;
    seen.push({ shown, written, complete });
  });
  const set = (title: string): void => {
    written = title;
    service.setOpen(path, milestone(path.replace('.md', ''), `title: ${title}\n`));
  };
  return { set, seen };
}

const milestone = (id: string, more = ''): string => `---\ntype: milestone\nid: ${id}\nowner: maria\n${more}---\n`;
const CONFIGURED = 'statuses: {milestone: {done: [launched]}}\nexclude: ["arch/**"]\n';
const codes = (snapshot: Snapshot): string[] =>
  snapshot.findings.map((finding) => `${finding.source.path} ${finding.code}`);

describe('PlanService', () => {
  it('reads the files below a root, and leaves out what is hidden, ignored or foreign', async () => {
    const files = new MemoryFiles({
      'a.md': milestone('a'),
      'deep/er/b.md': milestone('b'),
      'notes.md': '# Notes',
      'post.md': '---\ntype: post\n---\n',
      'node_modules/x/c.md': milestone('c'),
      '.github/d.md': milestone('d'),
      'build/e.md': milestone('e'),
      'build/keep/f.md': milestone('f'),
      'docs/drafts/g.md': milestone('g'),
      '.gitignore': 'build\n',
      'docs/.gitignore': 'drafts/\n',
      'image.png': 'x',
    });
    const { plan } = await serviceOf(files).settled();
    assert.deepEqual(
      plan.items.map((item) => item.id),
      ['a', 'b'],
    );
    assert.ok(plan.hasFile('notes.md'));
  });

  it('obeys include and exclude, and reads again when they change', async () => {
    const files = new MemoryFiles({
      'plans/a.md': milestone('a'),
      'plans/old/b.md': milestone('b'),
      'other/c.md': milestone('c'),
      'milepost.yaml': 'include: ["plans/**/*.md"]\nexclude: ["plans/old/**"]\n',
    });
    const service = serviceOf(files);
    const ids = async (): Promise<string[]> => (await service.settled()).plan.items.map((item) => item.id);
    assert.deepEqual(await ids(), ['a']);
    files.set('milepost.yaml', 'exclude: ["plans/old/**"]\n');
    service.touch(['milepost.yaml']);
    assert.deepEqual(await ids(), ['c', 'a']);
    files.set('milepost.yaml', undefined);
    service.touch(['milepost.yaml']);
    assert.deepEqual(await ids(), ['c', 'a', 'b']);
  });

  it('takes the text of an open document for its file, and the file again when it is closed', async () => {
    const files = new MemoryFiles({ 'a.md': milestone('a') });
    const service = serviceOf(files);
    service.setOpen('a.md', milestone('a', 'status: nearly\n'));
    assert.deepEqual(codes(await service.settled()), ['a.md unknown-status']);
    files.set('a.md', milestone('a', 'due: soon\n'));
    service.touch(['a.md']);
    assert.deepEqual(codes(await service.settled()), ['a.md unknown-status']);
    service.setOpen('a.md', undefined);
    assert.deepEqual(codes(await service.settled()), ['a.md invalid-value']);
  });

  it('shows what open documents say by themselves before the rest is read', async () => {
    const files = new MemoryFiles({ 'a.md': milestone('a'), 'b.md': milestone('b') });
    const service = serviceOf(files);
    const seen: Snapshot[] = [];
    service.onSnapshot((snapshot) => seen.push(snapshot));
    service.setOpen('a.md', milestone('a', 'depends_on: [b]\nstatus: nearly\n'));
    await service.settled();
    assert.deepEqual(
      seen.map((snapshot) => [snapshot.complete, codes(snapshot)]),
      [
        [false, ['a.md unknown-status']],
        [true, ['a.md unknown-status']],
      ],
    );
  });

  it('row 37: makes one build of ten thousand events, equal to a cold scan', async () => {
    const files = new MemoryFiles();
    for (let n = 0; n < 300; n++) files.set(`m-${n}.md`, milestone(`m-${n}`, `depends_on: [m-${(n + 1) % 400}]\n`));
    const service = serviceOf(files);
    await service.settled();
    let snapshots = 0;
    service.onSnapshot(() => snapshots++);
    for (let n = 0; n < 10_000; n++) {
      const path = `m-${n % 500}.md`;
      files.set(path, n % 3 === 0 ? undefined : milestone(`m-${n % 500}`, `depends_on: [m-${n % 400}]\n`));
      service.touch([path]);
    }
    const after = await service.settled();
    assert.equal(snapshots, 1);
    assert.deepEqual(codes(after), codes(await serviceOf(files).settled()));
  });

  for (const [name, host, turn] of TURNS) {
    it(`row 40: never publishes a revision older than the last change, ${name}`, async () => {
      const files = new MemoryFiles();
      for (let n = 0; n < 5; n++) files.set(`m-${n}.md`, milestone(`m-${n}`));
      const service = serviceOf(files, { host });
      await service.settled();
      const { set, seen } = edits(service, 'm-0.md');
      // One of these gaps ends at each moment of a build, that between its last step and its publication among them.
      for (let gap = 0; gap < 120; gap++) {
        set(`first-${gap}`);
        for (let n = 0; n < gap; n++) await turn();
        set(`second-${gap}`);
        await service.settled();
      }
      assert.deepEqual(
        seen.filter(({ shown, written }) => shown !== written),
        [],
      );
      // Some gaps were too short for a build, and some long enough: those between were tried as well.
      assert.ok(seen.length > 120 && seen.length < 240, `${seen.length}`);
    });

    it(`row 40: nor of what is open while the rest is not read yet, ${name}`, async () => {
      const early: boolean[] = [];
      for (let gap = 0; gap < 120; gap++) {
        const service = serviceOf(new MemoryFiles({ 'a.md': milestone('a'), 'b.md': milestone('b') }), { host });
        const { set, seen } = edits(service, 'a.md');
        set('first');
        for (let n = 0; n < gap; n++) await turn();
        set('second');
        const { complete, plan } = await service.settled();
        assert.ok(complete && plan.items.length === 2);
        assert.deepEqual(
          seen.filter(({ shown, written }) => shown !== written),
          [],
          `after ${gap} turns`,
        );
        early.push(seen.some(({ complete, shown }) => !complete && shown === 'first'));
      }
      assert.ok(early.includes(true) && early.includes(false));
    });
  }

  it('row 41: after thousands of random edits finds what a cold check finds', async () => {
    const files = new MemoryFiles();
    const service = serviceOf(files);
    let state = 7;
    const below = (n: number): number => {
      state = (Math.imul(state, 1103515245) + 12345) >>> 0;
      return (state >>> 8) % n;
    };
    for (let edit = 1; edit <= 2000; edit++) {
      const path = `${['', 'x/', 'x/y/'][below(3)]}m-${below(30)}.md`;
      const text = [
        undefined,
        milestone(`i-${below(30)}`, `depends_on: [i-${below(30)}]\n`),
        milestone(`i-${below(30)}`, `due: 2026-1${below(3)}-1${below(9)}\n`),
        `---\ntype: program\nid: p-${below(3)}\n---\n`,
        '---\ntype: milestone\ntitle: "open\n---\n',
      ][below(5)];
      files.set(path, text);
      service.touch([path]);
      if (edit % 100 === 0) {
        assert.deepEqual(codes(await service.settled()), codes(await serviceOf(files).settled()));
      }
    }
  });

  it('finds the files of folders that come and go as one event', async () => {
    const files = new MemoryFiles({ 'x/a.md': milestone('a'), 'x/b.md': milestone('b') });
    const service = serviceOf(files);
    await service.settled();
    for (const name of ['a', 'b']) {
      files.set(`y/${name}.md`, files.get(`x/${name}.md`));
      files.set(`x/${name}.md`, undefined);
    }
    service.touch(['x', 'y']);
    const { plan } = await service.settled();
    assert.deepEqual(
      plan.documents.map((document) => document.path),
      ['y/a.md', 'y/b.md'],
    );
  });

  it('row 14: takes what cannot be read for unavailable, not for missing', async () => {
    const memory = new MemoryFiles({ 'a.md': milestone('a', 'depends_on: [b]\n'), 'b.md': milestone('b') });
    let offline = false;
    const files: Files = {
      list: (folder) => memory.list(folder),
      size: (path) => memory.size(path),
      read: async (path) => {
        if (offline && path === 'b.md') throw new Error('unavailable');
        return memory.read(path);
      },
    };
    const errors: string[] = [];
    const online = serviceOf(files, { onError: (path) => errors.push(path) });
    await online.settled();
    offline = true;
    online.touch(['b.md']);
    assert.equal((await online.settled()).plan.items.length, 2);
    const cold = await serviceOf(files).settled();
    assert.equal(cold.plan.items.length, 1);
    assert.deepEqual(codes(cold), []);
    assert.deepEqual(errors, ['b.md']);
    offline = false;
    memory.set('b.md', undefined);
    online.touch(['b.md']);
    assert.deepEqual(codes(await online.settled()), ['a.md unknown-reference']);
  });

  it('row 27: says of UTF-16 that it is, and leaves binary files alone', async () => {
    const utf16 = new Uint8Array([0xff, 0xfe, ...[...milestone('a')].flatMap((c) => [c.charCodeAt(0), 0])]);
    const files = new MemoryFiles({ 'a.md': utf16, 'b.md': new Uint8Array([45, 45, 45, 10, 0, 1, 2]), 'c.md': '' });
    const { findings, plan } = await serviceOf(files).settled();
    assert.deepEqual(
      findings.map((finding) => finding.message),
      ['unsupported encoding: this file is UTF-16; save it as UTF-8'],
    );
    assert.equal(plan.items.length, 0);
  });

  it('does not take in what it leaves out because somebody edits it or looks at it', async () => {
    const files = new MemoryFiles({
      'a.md': milestone('a'),
      '.gitignore': 'build/\n',
      'build/a.md': milestone('a'),
      'node_modules/x/a.md': milestone('a'),
    });
    const service = serviceOf(files);
    service.setOpen('build/a.md', milestone('a'));
    assert.deepEqual(codes(await service.settled()), []);
    service.setOpen('node_modules/x/a.md', milestone('a'));
    service.touch(['build/a.md', '.hidden/a.md']);
    const { plan, findings } = await service.settled();
    assert.equal(plan.items.length, 1);
    assert.deepEqual(findings, []);
    files.set('.gitignore', undefined);
    service.touch(['.gitignore']);
    assert.equal((await service.settled()).plan.items.length, 2);
  });

  it('knows what is typed into a file that it leaves out, for the day on which it takes that in', async () => {
    const files = new MemoryFiles({
      'a.md': milestone('a'),
      '.gitignore': 'drafts/\n',
      'drafts/b.md': milestone('b'),
    });
    const service = serviceOf(files);
    await service.settled();
    service.setOpen('drafts/b.md', milestone('typed'));
    service.setOpen('drafts/closed.md', milestone('closed'));
    assert.equal((await service.settled()).plan.items.length, 1);
    service.setOpen('drafts/closed.md', undefined);
    const idsWith = async (ignored: string | undefined): Promise<readonly (string | undefined)[]> => {
      files.set('.gitignore', ignored);
      service.touch(['.gitignore']);
      return (await service.settled()).plan.items.map(({ id }) => id);
    };
    assert.deepEqual(await idsWith(undefined), ['a', 'typed']);
    assert.deepEqual(await idsWith('drafts/\n'), ['a']);
    assert.deepEqual(await idsWith(undefined), ['a', 'typed']);
    service.setOpen('drafts/b.md', undefined);
    assert.deepEqual(
      (await service.settled()).plan.items.map(({ id }) => id),
      ['a', 'b'],
    );
  });

  it('asks anew for rules from above whenever it lists its files', async () => {
    const files = new MemoryFiles({ 'a.md': milestone('a'), 'drafts/b.md': milestone('b') });
    let text = 'drafts/\n';
    const service = serviceOf(files, { above: async () => [{ root: 'plans', text }] });
    assert.equal((await service.settled()).plan.items.length, 1);
    text = '';
    service.touch(['']);
    assert.equal((await service.settled()).plan.items.length, 2);
  });

  it('reads the files of a folder again that went and is back, with no more than its name', async () => {
    // Of a folder that was moved away, and of one in which files are written at once, a watcher may tell nothing else.
    const metric = `---\ntype: metric\nid: m\nowner: maria\nsource: v.csv\n---\n`;
    const files = new MemoryFiles({
      'deep/er/a.md': milestone('a'),
      'deep/m.md': metric,
      'deep/v.csv': '2026-11-20,41',
      'deeper.md': milestone('b'),
    });
    const service = serviceOf(files);
    const before = await service.settled();
    files.set('deep/er/a.md', milestone('c'));
    files.set('deep/v.csv', '2026-11-20,39');
    service.touch(['deep']);
    const { plan } = await service.settled();
    assert.deepEqual(
      plan.items.map(({ id }) => id),
      ['c', 'm', 'b'],
    );
    assert.equal(plan.valueFiles?.at('deep/v.csv')?.source.text, '2026-11-20,39');
    assert.equal(plan.documentAt('deeper.md'), before.plan.documentAt('deeper.md'));
  });

  it('takes what git says of when items were changed as a change like any other', async () => {
    const service = serviceOf(new MemoryFiles({ 'a.md': milestone('a', 'status: in-progress\n') }));
    assert.deepEqual(codes(await service.settled()), []);
    const long = () => parseDay('2026-01-05');
    service.setTouched(long);
    assert.deepEqual(codes(await service.settled()), ['a.md stale']);
    const { revision } = service.snapshot as Snapshot;
    service.setTouched(long);
    assert.equal((await service.settled()).revision, revision);
    service.setTouched(() => undefined);
    assert.deepEqual(codes(await service.settled()), []);
  });

  it('takes what git says of the baseline like any other change, as long as the plan names it', async () => {
    const files = new MemoryFiles({ 'a.md': milestone('a'), 'milepost.yaml': 'baseline: v1\n' });
    const service = serviceOf(files);
    assert.deepEqual(codes(await service.settled()), []);
    service.setBaseline({ name: 'v1', why: 'there is none' });
    assert.deepEqual(codes(await service.settled()), ['milepost.yaml unknown-baseline']);
    files.set('milepost.yaml', 'baseline: v2\n');
    service.touch(['milepost.yaml']);
    assert.deepEqual(codes(await service.settled()), []);
    const known = { name: 'v2', commit: '', day: 0, items: [], finishes: new Map<string, number>() };
    service.setBaseline(known);
    assert.equal((await service.settled()).state.drifts.baseline, known);
    service.setBaseline(undefined);
    assert.equal((await service.settled()).state.drifts.baseline, undefined);
  });

  it('row 39: goes on without a rule that throws, and from the last snapshot when a build does', async () => {
    const failures: string[] = [];
    const files = new MemoryFiles({ 'a.md': milestone('a'), 'b.md': milestone('b', 'stauts: done\n') });
    const service = serviceOf(files, { onFailure: (what, error) => failures.push(`${what}: ${error}`) });
    const before = await service.settled();
    const [stale] = RULES.filter((rule) => rule.code === 'stale');
    assert.ok(stale);
    const { check } = stale;
    try {
      Object.assign(stale, {
        check() {
          throw new Error('broken');
        },
      });
      service.touch(['a.md']);
      assert.deepEqual(codes(await service.settled()), codes(before));
      assert.deepEqual(failures, ['the rule stale: Error: broken']);
    } finally {
      Object.assign(stale, { check });
    }
    const broken = serviceOf(files, {
      rootName: undefined as unknown as string,
      onFailure: (what) => failures.push(what),
    });
    await broken.settled();
    assert.equal(broken.snapshot, undefined);
    assert.deepEqual(failures.slice(1), ['building the plan']);
  });

  it('does not lose a change that comes while a build fails', async () => {
    const failures: string[] = [];
    let fails = false;
    const service = serviceOf(new MemoryFiles({ 'a.md': milestone('a'), 'b.md': milestone('b') }), {
      onFailure: (what) => failures.push(what),
      onProgress: () => {
        if (!fails) return;
        fails = false;
        service.setOpen('b.md', milestone('b', 'status: nearly\n'));
        throw new Error('broken');
      },
    });
    await service.settled();
    fails = true;
    service.touch(['a.md']);
    assert.deepEqual(codes(await service.settled()), ['b.md unknown-status']);
    assert.deepEqual(failures, ['building the plan']);
  });

  it('still reads the files after a failure over what is open', async () => {
    const failures: string[] = [];
    const service = serviceOf(new MemoryFiles({ 'a.md': milestone('a'), 'b.md': milestone('b') }), {
      onFailure: (what) => failures.push(what),
    });
    const end = service.onSnapshot(() => {
      end();
      throw new Error('broken');
    });
    service.setOpen('a.md', milestone('a'));
    await service.settled();
    const { complete, plan } = await service.settled();
    assert.deepEqual([complete, plan.items.length, failures], [true, 2, ['building the plan']]);
  });

  it('reads what was open before the configuration with it', async () => {
    const files = new MemoryFiles({ 'milepost.yaml': CONFIGURED });
    const service = serviceOf(files);
    const seen: string[][] = [];
    service.onSnapshot((snapshot) => seen.push(codes(snapshot)));
    service.setOpen('a.md', milestone('a', 'status: launched\n'));
    service.setOpen('arch/b.md', milestone('b', 'status: bogus\n'));
    const { plan } = await service.settled();
    assert.deepEqual(
      plan.items.map((item) => [item.id, item.status]),
      [['a', 'done']],
    );
    assert.deepEqual(seen, [[], []]);
  });

  it('reads new files that are not saved yet again when the configuration changes', async () => {
    const files = new MemoryFiles();
    const service = serviceOf(files);
    service.setOpen('a.md', milestone('a', 'status: launched\n'));
    service.setOpen('arch/b.md', milestone('b', 'status: bogus\n'));
    assert.deepEqual(codes(await service.settled()), ['a.md unknown-status', 'arch/b.md unknown-status']);
    files.set('milepost.yaml', CONFIGURED);
    service.touch(['milepost.yaml']);
    assert.deepEqual(codes(await service.settled()), []);
  });

  it('takes a new day for a change', async () => {
    const service = serviceOf(new MemoryFiles({ 'a.md': milestone('a', 'due: 2026-11-21\n') }));
    assert.deepEqual(codes(await service.settled()), []);
    service.setToday((parseDay('2026-11-21') as number) + 1);
    assert.deepEqual(codes(await service.settled()), ['a.md overdue']);
  });
});

describe('the files of values of a plan', () => {
  const metric = (source: string): string =>
    `---\ntype: metric\nid: m\nowner: dana\ndirection: up\nthreshold: 40\nsource: ${source}\n---\n`;
  const latest = ({ plan, today }: Snapshot): number | undefined => {
    const [found] = plan.ofType('metric');
    return found && metricState(found, { plan, today }).latest?.value;
  };

  /** Files that tell what was read of them. */
  function noted(files: Readonly<Record<string, string | Uint8Array>>) {
    const memory = new MemoryFiles(files);
    const read: string[] = [];
    return Object.assign(memory, {
      reads: read,
      read(path: string) {
        read.push(path);
        return MemoryFiles.prototype.read.call(memory, path);
      },
      size: async (path: string) => memory.get(path)?.length,
    });
  }

  it('are read where a metric names them, and no others', async () => {
    const files = noted({ 'm.md': metric('v.csv'), 'v.csv': '2026-11-20,41', 'w.csv': '2026-11-20,1' });
    const service = serviceOf(files);
    const snapshot = await service.settled();
    assert.equal(latest(snapshot), 41);
    assert.deepEqual(codes(snapshot), []);
    assert.deepEqual(files.reads.sort(), ['m.md', 'milepost.yaml', 'v.csv']);
    assert.deepEqual(snapshot.plan.valueFiles?.paths, ['v.csv', 'w.csv']);
    assert.ok(snapshot.plan.hasFile('w.csv'));
    assert.ok(service.takesValuesFrom('v.csv') && !service.takesValuesFrom('w.csv'));
  });

  it('are read again when they change, come or go', async () => {
    const files = new MemoryFiles({ 'm.md': metric('v.csv') });
    const service = serviceOf(files);
    assert.deepEqual(codes(await service.settled()), ['m.md metric-source']);
    for (const [content, found, value] of [
      ['2026-11-20,41', [], 41],
      ['2026-11-20,39', ['m.md metric-beyond-threshold'], 39],
      [undefined, ['m.md metric-source'], undefined],
      ['2026-11-20,42', [], 42],
      ['', ['m.md metric-source'], undefined],
    ] as const) {
      files.set('v.csv', content);
      service.touch(['v.csv']);
      const snapshot = await service.settled();
      assert.deepEqual(codes(snapshot), found);
      assert.equal(latest(snapshot), value);
    }
  });

  it('are those that a document names now', async () => {
    const files = noted({ 'm.md': metric('v.csv'), 'v.csv': '2026-11-20,41', 'w.csv': '2026-11-20,43' });
    const service = serviceOf(files);
    await service.settled();
    service.setOpen('m.md', metric('w.csv'));
    assert.equal(latest(await service.settled()), 43);
    service.setOpen('m.md', undefined);
    assert.equal(latest(await service.settled()), 41);
    service.setOpen('m.md', metric('v.csv').replace('metric\n', 'risk\n'));
    assert.equal((await service.settled()).plan.valueFiles?.at('v.csv'), undefined);
  });

  it('count as they stand in the editor', async () => {
    const service = serviceOf(new MemoryFiles({ 'm.md': metric('v.csv'), 'v.csv': '2026-11-20,41' }));
    await service.settled();
    service.setOpen('v.csv', '2026-11-20,39\n');
    assert.equal(latest(await service.settled()), 39);
    service.setOpen('v.csv', undefined);
    assert.equal(latest(await service.settled()), 41);
  });

  it('are not read where they are large, no text, ignored, a folder, or another plan', async () => {
    const large = noted({ 'm.md': metric('v.csv'), 'v.csv': '2026-11-20,41\n'.repeat(20_000) });
    const found = await serviceOf(large).settled();
    assert.match(found.findings[0]?.message ?? '', /has more than 256 KB/);
    assert.deepEqual(large.reads, ['milepost.yaml', 'm.md']);
    const binary = { 'm.md': metric('v.csv'), 'v.csv': new Uint8Array([0x32, 0, 0, 0, 0x32]) };
    assert.match((await serviceOf(new MemoryFiles(binary)).settled()).findings[0]?.message ?? '', /it is no text/);
    for (const files of [
      { 'data/v.csv': '2026-11-20,41', '.gitignore': 'data\n' },
      { 'data/v.csv': '2026-11-20,41', 'data/milepost.yaml': '' },
      { 'data/v.csv/x.md': '# x' },
    ]) {
      const { findings } = await serviceOf(new MemoryFiles({ 'm.md': metric('data/v.csv'), ...files })).settled();
      assert.match(findings[0]?.message ?? '', /there is no such file/);
    }
  });

  it('stay as they were last seen where they cannot be read now', async () => {
    const memory = new MemoryFiles({ 'm.md': metric('v.csv'), 'v.csv': '2026-11-20,41' });
    let offline = false;
    const errors: string[] = [];
    const asked = (path: string): string => {
      if (offline && path === 'v.csv') throw new Error('unavailable');
      return path;
    };
    const files: Files = {
      list: (folder) => memory.list(folder),
      size: async (path) => memory.size(asked(path)),
      read: async (path) => memory.read(asked(path)),
    };
    const service = serviceOf(files, { onError: (path) => errors.push(path) });
    await service.settled();
    offline = true;
    service.touch(['v.csv']);
    const snapshot = await service.settled();
    assert.equal(latest(snapshot), 41);
    assert.deepEqual(codes(snapshot), []);
    assert.deepEqual(codes(await serviceOf(files).settled()), []);
    offline = false;
    memory.set('v.csv', '2026-11-20,42');
    service.touch(['v.csv']);
    assert.equal(latest(await service.settled()), 42);
    assert.deepEqual([...new Set(errors)], ['v.csv']);
  });

  it('leave a plan without any as it is, and one with some where nothing of them changes', async () => {
    const files = new MemoryFiles({ 'm.md': metric('v.csv'), 'v.csv': '2026-11-20,41', 'a.md': milestone('a') });
    const service = serviceOf(files);
    const before = await service.settled();
    service.touch(['v.csv']);
    service.setOpen('a.md', milestone('a', 'title: b\n'));
    const after = await service.settled();
    assert.equal(after.plan.valueFiles, before.plan.valueFiles);
    assert.equal(after.plan.parts.outline, before.plan.parts.outline);
  });
});

describe('the papers of reviews', () => {
  const gate = (needs: string): string => `---\ntype: gate\nid: g\nowner: dana\nneeds: [${needs}]\n---\n`;
  const missing = ({ findings }: Snapshot): readonly string[] =>
    findings.filter(({ code }) => code === 'missing-paper').map(({ message }) => /"([^"]*)"/.exec(message)?.[1] ?? '');

  it('are there or not, whatever sort of files they are, and are never read', async () => {
    const memory = new MemoryFiles({
      'g.md': gate('docs/a.pdf, docs/b.docx, docs/c.md'),
      'docs/a.pdf': 'x',
      'docs/c.md': '',
    });
    const read: string[] = [];
    const asked: string[] = [];
    const files: Files = {
      list: (folder) => memory.list(folder),
      size: (path) => {
        asked.push(path);
        return memory.size(path);
      },
      read: (path) => {
        read.push(path);
        return memory.read(path);
      },
    };
    const service = serviceOf(files);
    assert.deepEqual(missing(await service.settled()), ['docs/b.docx']);
    assert.deepEqual(asked.sort(), ['docs/a.pdf', 'docs/b.docx']);
    assert.ok(!read.includes('docs/a.pdf') && service.asksFor('docs/a.pdf') && !service.asksFor('docs/z.pdf'));
    memory.set('docs/a.pdf', undefined);
    memory.set('docs/b.docx', 'x');
    service.touch(['docs/a.pdf', 'docs/b.docx']);
    assert.deepEqual(missing(await service.settled()), ['docs/a.pdf']);
    service.setOpen('g.md', gate('docs/z.pdf'));
    assert.deepEqual(missing(await service.settled()), ['docs/z.pdf']);
    assert.ok(!service.asksFor('docs/a.pdf'));
  });

  it('that cannot be asked for now are not called missing', async () => {
    const memory = new MemoryFiles({ 'g.md': gate('docs/a.pdf') });
    const files: Files = {
      list: (folder) => memory.list(folder),
      size: async () => Promise.reject(new Error('unavailable')),
      read: (path) => memory.read(path),
    };
    assert.deepEqual(missing(await serviceOf(files).settled()), []);
  });
});
