import assert from 'node:assert/strict';
import { diffPlans } from '../../../src/core/diff/diff-plans.ts';
import { parseDay } from '../../../src/core/model/values/day.ts';
import { atOnce } from '../../../src/core/text/at-once.ts';
import type { ChangeNode } from '../../../src/core/views/diff/change-node.ts';
import { changeTree } from '../../../src/core/views/diff/change-tree.ts';
import { sidesText, throughText, wasText } from '../../../src/core/views/diff/move-text.ts';
import { snapshotOf } from '../../support/plan.ts';

type Files = Readonly<Record<string, string>>;

const TODAY = '2026-11-02';

const program = (...milestones: readonly string[]): string =>
  `---\ntype: program\nid: atlas\ntitle: Atlas\nowner: maria\nstart: ${TODAY}\nmilestones:\n${milestones.map((one) => `  - { owner: maria, ${one} }\n`).join('')}---\n`;

const SCHEMA = 'id: schema, title: The schema, duration: 5d';
const EXPORT = 'id: export, title: The export, duration: 10d, depends_on: [schema]';
const BACKFILL = 'id: backfill, title: The backfill, duration: 1d, depends_on: [export]';
const LIVE = 'id: live, title: Go live, depends_on: [backfill]';

function compared(base: Files | string, head: Files | string) {
  const side = (files: Files | string) =>
    snapshotOf(typeof files === 'string' ? { 'plan.md': files } : files, { today: TODAY });
  const [before, now] = [side(base), side(head)];
  return { diff: atOnce(diffPlans(before, now)), base: before, head: now };
}

/** The tree as text, two spaces a level. */
function draw(base: Files | string, head: Files | string): string[] {
  const drawn = (node: ChangeNode, indent: string): string[] => {
    assert.equal(node.hasChildren, node.children().length > 0);
    return [
      `${indent}${node.label}: ${node.description}`,
      ...node.children().flatMap((child) => drawn(child, `${indent}  `)),
    ];
  };
  return changeTree(compared(base, head)).flatMap((node) => drawn(node, ''));
}

function nodes(base: Files | string, head: Files | string): ChangeNode[] {
  const all = (node: ChangeNode): ChangeNode[] => [node, ...node.children().flatMap(all)];
  return changeTree(compared(base, head)).flatMap(all);
}

/** Where a node leads: `base plan.md:9 10d`, and the same for the head. */
function places({ place }: ChangeNode): string[] {
  return (['base', 'head'] as const).flatMap((side) => {
    const { source, range } = place?.[side] ?? {};
    if (!source || !range) return [];
    const { line } = source.lines.positionAt(range.start);
    return [`${side} ${source.path}:${line + 1} ${source.text.slice(range.start, range.end)}`];
  });
}

describe('the tree of a change to the plan', () => {
  it('says what moved, what caused it, and the way between', () => {
    const head = program(SCHEMA.replace('5d', '7d'), EXPORT, BACKFILL, LIVE);
    assert.deepEqual(draw(program(SCHEMA, EXPORT, BACKFILL, LIVE), head), [
      'Programs: 1',
      '  Atlas: 23 → 25 Nov +2d',
      'What was changed: 1',
      '  The schema: duration 5d → 7d · 6 → 10 Nov +2d',
      '    duration: 5d → 7d',
      'What that moves: 3',
      '  The export: 20 → 24 Nov +2d, through schema',
      '    schema: duration 5d → 7d',
      '  The backfill: 23 → 25 Nov +2d, through schema',
      '    schema: duration 5d → 7d · by export',
      '      The export: 20 → 24 Nov +2d',
      '  Go live: 23 → 25 Nov +2d, through schema',
      '    schema: duration 5d → 7d · by export, backfill',
      '      The export: 20 → 24 Nov +2d',
      '      The backfill: 23 → 25 Nov +2d',
    ]);
  });

  it('leads to both sides, each where it is written there', () => {
    const all = nodes(program(SCHEMA, EXPORT), program('id: first', SCHEMA.replace('5d', '7d'), EXPORT));
    const named = (label: string) => places(all.find((node) => node.label === label) as ChangeNode);
    assert.deepEqual(named('duration'), ['base plan.md:8 5d', 'head plan.md:9 7d']);
    assert.deepEqual(named('first'), ['head plan.md:8 first']);
    assert.deepEqual(named('schema'), ['base plan.md:8 schema', 'head plan.md:9 schema']);
  });

  it('says what was added, removed, renamed and moved to another file, and what ended', () => {
    const risk = (status: string) => `risks:\n  - { id: R-1, title: The risk, owner: maria, status: ${status} }\n---\n`;
    const before = { 'plan.md': program(SCHEMA, EXPORT, LIVE).replace(/---\n$/, risk('open')) };
    const now = {
      'plan.md': program(EXPORT.replace('schema', 'model'), 'id: late, title: Late').replace(
        /---\n$/,
        risk('accepted'),
      ),
      'model.md':
        '---\ntype: milestone\nid: model\ntitle: The schema\nowner: maria\nduration: 5d\nprogram: atlas\n---\n',
    };
    const drawn = draw(before, now);
    const own = drawn.slice(drawn.indexOf('What was changed: 4') + 1).filter((line) => /^ {2}\S/.test(line));
    assert.deepEqual(own.slice(0, 4), [
      '  The schema: renamed · was schema · program: atlas',
      '  Late: added · now 2 Nov',
      '  The risk: status open → accepted',
      '  Go live: removed',
    ]);
  });

  it('has findings that are new and resolved, and leads to the side that has them', () => {
    const all = nodes(
      program(SCHEMA, 'id: a, depends_on: [gone]'),
      program(SCHEMA.replace('maria', 'x'), 'id: a, due: 2020-01-01'),
    );
    const findings = all.filter(({ kind }) => kind === 'finding');
    assert.ok(findings.length >= 2);
    for (const finding of findings) {
      const isResolved = typeof finding.sign === 'object' && 'isResolved' in finding.sign && finding.sign.isResolved;
      assert.match(places(finding).join(), isResolved ? /^base / : /^head /);
    }
    const resolved = findings.find(({ details }) => details[1]?.startsWith('unknown-reference'));
    assert.deepEqual(places(resolved as ChangeNode), ['base plan.md:9 gone']);
  });

  it('names what all items share where that moved them', () => {
    const later = program(SCHEMA).replace(`start: ${TODAY}`, 'start: 2026-11-09');
    assert.ok(draw(program(SCHEMA), later).includes('    atlas: its start or its calendar'));
    const calendar = 'calendar:\n  holidays: [2026-11-03]\n';
    const drawn = draw({ 'plan.md': program(SCHEMA) }, { 'plan.md': program(SCHEMA), 'milepost.yaml': calendar });
    assert.ok(drawn.includes('    milepost.yaml: the configuration'));
    assert.ok(drawn.includes('  The schema: 6 → 9 Nov +1d, through milepost.yaml'));
  });

  it('writes out what hides in titles and values', () => {
    const hostile = 'id: a, title: "$(alert)\\u202e<b>\\u0007"';
    const text = JSON.stringify(
      nodes(program('id: a, title: Fine'), program(hostile)).map(({ label, description, details }) => [
        label,
        description,
        details,
      ]),
    );
    assert.ok(text.includes('\\\\u{202e}<b>\\\\u{7}'));
    assert.ok(!text.includes('\u202e') && !text.includes('\\u0007'));
  });

  it('gives doubled ids names of their own, so that a tree can tell them apart', () => {
    const doubled = (days: string): string =>
      program(`id: a, duration: ${days}`, `id: a, title: Again, duration: ${days}`, 'id: b, depends_on: [a]');
    const check = (node: ChangeNode): void => {
      const ids = node.children().map(({ id }) => id);
      assert.equal(new Set(ids).size, ids.length, ids.join());
      node.children().forEach(check);
    };
    const tree = changeTree(compared(doubled('2d'), doubled('3d')));
    assert.equal(tree.find(({ id }) => id === 'changed')?.children().length, 2);
    tree.forEach(check);
  });

  it('is empty where nothing has changed, or nothing was there', () => {
    assert.deepEqual(draw(program(SCHEMA), program(SCHEMA)), []);
    assert.ok(draw({}, program(SCHEMA)).includes('  The schema: added · now 6 Nov'));
    assert.ok(draw(program(SCHEMA), {}).includes('  Atlas: removed'));
  });
});

describe('words for a move', () => {
  const day = (text: string) => parseDay(text) as number;
  const today = day(TODAY);
  const move = (base: string | undefined, head: string | undefined) =>
    sidesText({ base: base === undefined ? base : day(base), head: head === undefined ? head : day(head) }, today);

  it('say each month and year once', () => {
    assert.equal(move('2026-11-20', '2026-11-24'), '20 → 24 Nov');
    assert.equal(move('2026-11-30', '2026-12-04'), '30 Nov → 4 Dec');
    assert.equal(move('2026-12-30', '2027-01-04'), '30 Dec → 4 Jan 2027');
    assert.equal(move('2027-02-01', '2027-02-03'), '1 → 3 Feb 2027');
    assert.equal(move('2026-02-01', '2027-02-03'), '1 Feb → 3 Feb 2027');
    assert.equal(move('2026-11-20', undefined), 'was 20 Nov');
    assert.equal(move(undefined, '2026-11-20'), 'now 20 Nov');
    assert.equal(move('2026-11-20', '2026-11-20'), '20 Nov');
    assert.equal(move(undefined, undefined), '');
  });

  it('say at an item what it was, by how much it moves, and through what', () => {
    const { diff } = compared(
      program(SCHEMA, EXPORT, 'id: x'),
      program(SCHEMA.replace('5d', '7d'), EXPORT, 'id: y, title: New, duration: 2d'),
    );
    const said = diff.items.map((change) => `${(change.item.head ?? change.item.base)?.id}: ${wasText(change, today)}`);
    assert.deepEqual(said, ['schema: was 6 Nov, +2d', 'export: was 20 Nov, +2d, through schema', 'y: new', 'x: ']);
  });

  it('name no more causes than a line has room for', () => {
    const cause = (program: string) => ({ kind: 'program', program }) as const;
    assert.equal(throughText(['a', 'b', 'c', 'd'].map(cause)), 'through the program a, the program b and 2 more');
    assert.equal(throughText([]), '');
  });
});
