import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Budget, USUAL_BUDGET } from '../../../src/core/graph/budget.ts';
import type { PictureOptions } from '../../../src/core/graph/options.ts';
import type { Picture } from '../../../src/core/graph/picture.ts';
import { pictureOf } from '../../../src/core/graph/picture-of.ts';
import type { Snapshot } from '../../../src/workspace/snapshot.ts';
import { snapshotOf } from '../../support/plan.ts';

interface Size {
  readonly programs: number;
  readonly workstreams: number;
  /** In each program. */
  readonly items: number;
  /** How many of the items before it each waits for, and how far back. */
  readonly links: number;
  readonly reach: number;
}

/** A plan of a size, the same each time. */
function planOf({ programs, workstreams, items, links, reach }: Size): Snapshot {
  const files = Array.from({ length: programs }, (_, p) => {
    const lines = Array.from({ length: items }, (_, i) => {
      const before = Array.from({ length: links }, (_, k) => i - 1 - ((i * 7 + k * 13) % reach)).filter((j) => j >= 0);
      const other = p > 0 && i % 10 === 0 ? [`p${p - 1}/i${i}`] : [];
      const after = [...new Set(before)].map((j) => `i${j}`).concat(other);
      const workstream = workstreams > 0 && i % (workstreams + 1) > 0 ? `, workstream: w${i % (workstreams + 1)}` : '';
      const month = String(1 + (i % 12)).padStart(2, '0');
      const status = links < 2 ? '' : i % 17 === 3 ? ', status: blocked' : i % 7 === 1 ? ', status: done' : '';
      return `  - { id: i${i}, duration: ${1 + (i % 5)}d, due: 2027-${month}-15${workstream}${status}, depends_on: [${after}] }`;
    });
    return [`p${p}/plan.md`, ['---', 'type: program', `id: p${p}`, 'milestones:', ...lines, '---', ''].join('\n')];
  });
  return snapshotOf(Object.fromEntries(files));
}

/** Two programs, each with a chain that sets its end, and beside it items that wait for the first of that. */
function longPaths(length = 40, beside = 80): Snapshot {
  const files = ['p0', 'p1'].map((program) => {
    const path = Array.from({ length }, (_, i) => {
      return `  - { id: ${program}-${i}, workstream: path, duration: 5d, depends_on: [${i > 0 ? `${program}-${i - 1}` : ''}] }`;
    });
    const others = Array.from({ length: beside }, (_, i) => {
      const workstream = i < 40 ? 'side' : 'other';
      return `  - { id: ${program}-s${i}, workstream: ${workstream}, duration: 1d, depends_on: [${program}-0] }`;
    });
    const text = ['---', 'type: program', `id: ${program}`, 'milestones:', ...path, ...others, '---', ''].join('\n');
    return [`${program}.md`, text];
  });
  return snapshotOf(Object.fromEntries(files));
}

const chain = (items: number): Snapshot => planOf({ programs: 1, workstreams: 0, items, links: 1, reach: 1 });
const draw = (snapshot: Snapshot, options: PictureOptions = {}): Picture => pictureOf(snapshot, options).picture;

/** Checks what holds of every picture: its budget, and that everything is on it or counted. */
function check(snapshot: Snapshot, options: PictureOptions = {}): Picture {
  const picture = draw(snapshot, options);
  const { nodes: most, edges: mostEdges }: Budget = options.budget ?? USUAL_BUDGET;
  const { nodes, edges, groups, summary } = picture;
  assert.ok(nodes.length <= Math.max(1, most), `${nodes.length} nodes of ${most}`);
  assert.ok(edges.length <= mostEdges, `${edges.length} edges of ${mostEdges}`);
  const inNodes = nodes.reduce((sum, node) => sum + (node.kind === 'fold' ? node.counts.items : 1), 0);
  assert.equal(inNodes, summary.items);
  assert.equal(summary.shown + summary.folded, summary.items);
  assert.equal(summary.shown, nodes.filter(({ kind }) => kind === 'item').length);
  assert.equal(summary.folds, nodes.filter(({ kind }) => kind === 'fold').length);
  const ofGroups = snapshot.plan.items.filter(({ type }) => type.name === 'program' || type.name === 'workstream');
  const { items, filtered, done, unlinked } = summary;
  assert.equal(items + filtered + done + unlinked, snapshot.plan.items.length - ofGroups.length);
  const keys = new Set(nodes.map(({ key }) => key));
  assert.equal(keys.size, nodes.length, 'keys are unique');
  for (const { from, to } of edges) assert.ok(keys.has(from) && keys.has(to), `${from} ${to}`);
  const frames = new Set<string | undefined>([undefined]);
  for (const { key, parent } of groups) {
    assert.ok(frames.has(parent), `${parent} comes after ${key}`);
    frames.add(key);
  }
  for (const { group } of nodes) assert.ok(frames.has(group), `${group} is no frame`);
  for (const { key } of groups) {
    const isUsed = nodes.some(({ group }) => group === key) || groups.some(({ parent }) => parent === key);
    assert.ok(isUsed, `there is nothing in ${key}`);
  }
  return picture;
}

/** The keys of the critical paths that are drawn as items, and of those that are not. */
function pathOf(picture: Picture, snapshot: Snapshot, program: string): { drawn: number; all: number } {
  const path = snapshot.state.schedule.program(program)?.criticalPath ?? [];
  const keys = new Set(picture.nodes.map(({ key }) => key));
  return { drawn: path.filter((item) => keys.has(`item ${item.key}`)).length, all: path.length };
}

describe('a picture within its budget', () => {
  it('shows everything that fits', () => {
    const { summary } = check(planOf({ programs: 2, workstreams: 3, items: 50, links: 1, reach: 5 }));
    assert.deepEqual([summary.shown, summary.folded, summary.links, summary.text], [100, 0, 0, '']);
  });

  it('folds workstreams, the largest first, and never the critical path', () => {
    const snapshot = planOf({ programs: 2, workstreams: 4, items: 150, links: 2, reach: 20 });
    const picture = check(snapshot);
    assert.ok(picture.summary.folds > 0 && picture.summary.shown > 40, picture.summary.text);
    for (const id of ['p0', 'p1']) {
      const { drawn, all } = pathOf(picture, snapshot, id);
      assert.ok(all > 3 && drawn === all, `${drawn} of ${all}`);
    }
    const fold = picture.nodes.find(({ kind }) => kind === 'fold');
    assert.match(fold?.lines[1] ?? '', /^\d+ (?:more )?items · \d+ done · \d+ late/);
    assert.match(picture.summary.text, /^\d+ of 300 items are shown; \d+ are folded into \d+ groups?\./);
  });

  it('opens what a person has opened, and folds what a person has folded', () => {
    const snapshot = planOf({ programs: 3, workstreams: 4, items: 200, links: 1, reach: 5 });
    const folds = (options: PictureOptions) =>
      check(snapshot, options).nodes.flatMap(({ kind, key }) => (kind === 'fold' ? [key] : []));
    const usual = folds({});
    assert.ok(usual.includes('workstream p2/w4'), usual.join());
    const opened = check(snapshot, { open: ['workstream p2/w4'] });
    assert.ok(!opened.nodes.some(({ key }) => key === 'workstream p2/w4'));
    assert.ok(opened.nodes.filter(({ kind, group }) => kind === 'item' && group === 'workstream p2/w4').length >= 30);
    assert.ok(folds({ folded: ['program p1'] }).includes('program p1'));
    const small = planOf({ programs: 1, workstreams: 2, items: 30, links: 1, reach: 3 });
    const { nodes, summary } = check(small, { folded: ['workstream p0/w1'] });
    assert.ok(nodes.some(({ key }) => key === 'workstream p0/w1'));
    assert.equal(summary.folds, 1);
  });

  it('opens the last of what a person has opened where there is no room for all, and says which do not open', () => {
    const snapshot = planOf({ programs: 1, workstreams: 3, items: 200, links: 1, reach: 4 });
    const opened = (open: readonly string[]) =>
      new Set(
        check(snapshot, { open })
          .nodes.filter(({ kind }) => kind === 'item')
          .map(({ group }) => group),
      );
    assert.ok(opened(['workstream p0/w1', 'workstream p0/w2']).has('workstream p0/w2'));
    assert.ok(opened(['workstream p0/w2', 'workstream p0/w1']).has('workstream p0/w1'));
    const tight = check(snapshot, { budget: { nodes: 12, edges: 20 }, open: ['rest p0'] });
    const refused = tight.nodes.find(({ key }) => key === 'rest p0');
    assert.ok(refused?.kind === 'fold' && !refused.opens);
  });

  it('tells where each item is, in months and in several programs too, and of none that is not in it', () => {
    const where = (snapshot: Snapshot, options: PictureOptions = {}): ReadonlySet<string> => {
      const { picture, nodeOf } = pictureOf(snapshot, options);
      const counts = new Map<string, number>();
      for (const item of snapshot.plan.items) {
        const key = item.type.name === 'program' ? undefined : nodeOf(item);
        if (key !== undefined) counts.set(key, (counts.get(key) ?? 0) + 1);
      }
      const held = picture.nodes.map((node) => [node.key, node.kind === 'fold' ? node.counts.items : 1] as const);
      assert.deepEqual(counts, new Map(held));
      return new Set(held.map(([key]) => key.replace(/ .*/, '')));
    };
    const months = where(planOf({ programs: 1, workstreams: 1, items: 400, links: 1, reach: 20 }), {
      open: ['workstream p0/w1'],
    });
    assert.ok(months.has('month'), [...months].join());
    const programs = planOf({ programs: 300, workstreams: 0, items: 3, links: 1, reach: 1 });
    assert.ok(where(programs).has('programs'));
    where(programs, { filter: ({ id }) => id === 'i1' });
    where(planOf({ programs: 2, workstreams: 2, items: 20, links: 2, reach: 3 }), { only: 'critical' });
  });

  it('tells where a program or a workstream is that is folded', () => {
    const text = (id: string) =>
      `---\ntype: program\nid: ${id}\nworkstreams:\n  - { id: w }\nmilestones:\n  - { id: m, workstream: w }\n---\n`;
    const snapshot = snapshotOf({ 'a.md': text('a'), 'b.md': text('b') });
    const found = (folded: readonly string[], key: string) => {
      const item = snapshot.plan.items.find((each) => each.key === key);
      assert.ok(item, key);
      return pictureOf(snapshot, { folded }).nodeOf(item);
    };
    assert.equal(found([], 'a/w'), undefined);
    assert.equal(found(['workstream a/w'], 'a/w'), 'workstream a/w');
    assert.equal(found(['program a'], 'a/w'), 'program a');
    assert.equal(found(['program a'], 'b/w'), undefined);
  });

  it('opens a group that is too large into months, and these into items', () => {
    const snapshot = planOf({ programs: 1, workstreams: 0, items: 600, links: 1, reach: 100 });
    const months = check(snapshot).nodes.filter((node) => node.kind === 'fold');
    assert.ok(months.length >= 3, 'a plan of one group is shown by month');
    for (const { key } of months) assert.match(key, /^month (?:\d{4}-\d\d|none) of program p0$/);
    const [first] = months;
    const opened = check(snapshot, { open: [first?.key as string] });
    assert.ok(!opened.nodes.some(({ key }) => key === first?.key));
    assert.deepEqual(
      check(snapshot, {
        open: [
          'month of',
          'month 2026-11 of nothing',
          'month 1999-01 of program p0',
          'item x',
          'program q',
          '__proto__',
        ],
      }).nodes,
      check(snapshot).nodes,
      'keys of what is not there mean nothing',
    );
    const two = planOf({ programs: 2, workstreams: 0, items: 70, links: 1, reach: 3 });
    assert.deepEqual(check(two, { open: ['month 1999-01 of program p0'] }).nodes, check(two).nodes);
  });

  it('of a critical path that is too long shows both ends', () => {
    const snapshot = chain(1000);
    const picture = check(snapshot);
    const { drawn, all } = pathOf(picture, snapshot, 'p0');
    assert.ok(drawn >= 50 && drawn < all, `${drawn} of ${all}`);
    assert.equal(picture.summary.critical, all - drawn);
    const keys = picture.nodes.map(({ key }) => key);
    const path = snapshot.state.schedule.program('p0')?.criticalPath ?? [];
    assert.ok(keys.includes(`item ${path[0]?.key}`) && keys.includes(`item ${path.at(-1)?.key}`));
    assert.equal(picture.nodes.length, USUAL_BUDGET.nodes, 'no room is left');
    assert.match(picture.summary.text, / 881 of these are on critical paths\.$/);
  });

  it('folds nothing of critical paths while there is room for all of them', () => {
    const snapshot = longPaths();
    const picture = check(snapshot);
    for (const program of ['p0', 'p1']) {
      const { drawn, all } = pathOf(picture, snapshot, program);
      assert.ok(all > 35 && drawn === all, `${drawn} of ${all} of ${program}`);
    }
    assert.equal(picture.summary.critical, 0);
    assert.doesNotMatch(picture.summary.text, /critical/);
  });

  it('opens what a person opens before the last of critical paths', () => {
    const open = ['workstream p0/side'];
    const { nodes, summary } = check(longPaths(45), { open });
    assert.ok(!nodes.some(({ key }) => key === open[0]), summary.text);
    assert.ok(summary.critical > 0, summary.text);
  });

  it('folds what a person folds, though it is critical', () => {
    const key = 'workstream p0/path';
    const large = check(longPaths(), { folded: [key] });
    assert.ok(!large.nodes.some((node) => node.kind === 'item' && /^p0-\d/.test(node.id)), 'of a large plan');
    assert.equal(large.summary.critical, 40);
    const small = check(longPaths(40, 0), { folded: [key] });
    assert.deepEqual(
      small.nodes.filter(({ program }) => program === 'p0').map((node) => node.key),
      [key],
    );
    assert.equal(
      small.summary.text,
      '40 of 80 items are shown; 40 are folded into 1 group. 40 of these are on critical paths.',
    );
    const whole = check(longPaths(40, 0), { folded: ['program p0'] });
    assert.ok(whole.nodes.some((node) => node.key === 'program p0'));
  });

  it('shows what it is about though a person has folded it', () => {
    const snapshot = longPaths(40, 0);
    const item = snapshot.plan.items.find(({ id }) => id === 'p0-20');
    assert.ok(item);
    const { nodes } = check(snapshot, { folded: ['workstream p0/path'], focus: { item, upstream: 9, downstream: 9 } });
    assert.ok(nodes.some((node) => node.kind === 'item' && node.id === 'p0-20'));
  });

  it('always shows what it is about', () => {
    const snapshot = planOf({ programs: 1, workstreams: 2, items: 400, links: 2, reach: 5 });
    const item = snapshot.plan.items.find(({ id }) => id === 'i200');
    assert.ok(item);
    const { nodes } = check(snapshot, { focus: { item, upstream: 400, downstream: 400 } });
    assert.ok(nodes.some((node) => node.kind === 'item' && node.focus && node.id === 'i200'));
  });

  it('of many programs shows most in one node', () => {
    const snapshot = planOf({ programs: 300, workstreams: 0, items: 3, links: 1, reach: 1 });
    const picture = check(snapshot);
    const together = picture.nodes.find(({ key }) => key === 'programs');
    assert.ok(together?.kind === 'fold' && !together.opens);
    assert.match(together.title, /^\d+ programs$/);
    const some = check(snapshot, { open: ['program p299'] });
    assert.ok(some.nodes.some(({ program, kind }) => program === 'p299' && kind === 'item'));
  });

  it('leaves out links that follow from others where these are too many, and says so', () => {
    const snapshot = planOf({ programs: 1, workstreams: 0, items: 30, links: 30, reach: 30 });
    const picture = check(snapshot);
    assert.equal(picture.nodes.length, 30);
    const all = draw(snapshot, { budget: { nodes: 1e6, edges: 1e6 } });
    assert.ok(all.edges.length > USUAL_BUDGET.edges, `${all.edges.length}`);
    assert.equal(picture.summary.links, all.edges.length - picture.edges.length);
    assert.equal(reachable(picture), reachable(all), 'what waits for what is the same');
    assert.match(picture.summary.text, /^\d+ links are not drawn, to keep the picture readable\.$/);
  });

  it('of what is dense in all directions shows groups', () => {
    const lines = Array.from({ length: 60 }, (_, n) => {
      const after = n < 30 ? [] : Array.from({ length: 30 }, (_, k) => `i${k}`);
      return `  - { id: i${n}, workstream: w${n % 2}, depends_on: [${after}] }`;
    });
    const text = ['---', 'type: program', 'id: p', 'milestones:', ...lines, '---', ''].join('\n');
    const { summary, nodes } = check(snapshotOf({ 'p.md': text }));
    assert.ok(summary.folds > 0 && nodes.length < 60, summary.text);
  });

  it('holds for ten thousand items, and every budget', () => {
    const snapshot = planOf({ programs: 40, workstreams: 6, items: 250, links: 2, reach: 30 });
    assert.equal(snapshot.plan.items.length, 10_040);
    check(snapshot);
    check(snapshot, { hideDone: true });
    check(snapshot, { only: 'critical' });
    check(snapshot, { only: 'blocked' });
    check(snapshot, { programs: ['p3'] });
    for (const nodes of [1, 2, 10, 1000]) check(snapshot, { budget: { nodes, edges: nodes } });
  });

  it('holds for random plans, wishes and budgets', () => {
    const size = fc.record({
      programs: fc.integer({ min: 1, max: 6 }),
      workstreams: fc.integer({ min: 0, max: 4 }),
      items: fc.integer({ min: 1, max: 40 }),
      links: fc.integer({ min: 0, max: 5 }),
      reach: fc.integer({ min: 1, max: 20 }),
    });
    const key = fc.constantFrom(
      ...['program p0', 'program p1', 'workstream p0/w1', 'workstream p1/w2', 'rest p0', 'rest p1', 'programs'],
      ...['month 2027-01 of workstream p0/w1', 'month 2026-11 of rest p0', 'month 2026-12 of program p0'],
    );
    const wishes = fc.record({
      open: fc.array(key, { maxLength: 4 }),
      folded: fc.array(key, { maxLength: 3 }),
      hideDone: fc.boolean(),
      budget: fc.record({ nodes: fc.integer({ min: 1, max: 100 }), edges: fc.integer({ min: 0, max: 100 }) }),
    });
    fc.assert(
      fc.property(size, wishes, (plan, options) => void check(planOf(plan), options)),
      { numRuns: 60 },
    );
  });
});

/** What can be reached from each node of a picture along its edges, as a text to compare. */
function reachable({ nodes, edges }: Picture): string {
  const next = new Map(nodes.map(({ key }) => [key, edges.flatMap(({ from, to }) => (from === key ? [to] : []))]));
  return nodes
    .map(({ key }) => {
      const found = new Set<string>();
      const queue = [...(next.get(key) ?? [])];
      for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
        if (found.has(at)) continue;
        found.add(at);
        queue.push(...(next.get(at) ?? []));
      }
      return `${key}: ${[...found].sort()}`;
    })
    .join('\n');
}
