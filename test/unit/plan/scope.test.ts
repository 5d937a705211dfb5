import assert from 'node:assert/strict';
import { findingsOf, type PlanOptions, snapshotOf } from '../../support/plan.ts';

const keysOf = (files: Record<string, string>, options: PlanOptions = {}) =>
  snapshotOf(files, options).plan.items.map((item) => item.key);

const file = (type: string, ...lines: string[]) => `---\ntype: ${type}\nowner: maria\n${lines.join('\n')}\n---\n`;
const program = (id: string, ...lines: string[]) => file('program', `id: ${id}`, ...lines);
const milestone = (id: string, ...lines: string[]) => file('milestone', `id: ${id}`, ...lines);

describe('an item belongs to', () => {
  it('the program that it names, whatever its folder', () => {
    assert.deepEqual(
      keysOf({
        'atlas/README.md': program('atlas', 'milestones: [{ id: a, owner: x }, { id: b, program: mobile, owner: x }]'),
        'atlas/c.md': milestone('c', 'program: mobile'),
        'mobile/README.md': program('mobile'),
      }),
      ['atlas', 'atlas/a', 'mobile/b', 'mobile/c', 'mobile'],
    );
  });

  it('a program that no document describes, where it names it', () => {
    const files = { 'a.md': milestone('a', 'program: somewhere') };
    assert.deepEqual(keysOf(files), ['somewhere/a']);
    assert.deepEqual(findingsOf(files), []);
  });

  it('the program of the document that holds it, in whatever folder that is', () => {
    assert.deepEqual(
      keysOf({
        'README.md': program('atlas'),
        'mobile/README.md': program('mobile', 'risks: [{ id: R-1 }]'),
        'mobile/core.md': file('workstream', 'id: core', 'program: atlas', 'actions: [{ id: A-1 }]'),
        'mobile/risks.md': '---\ntype: register\nprogram: atlas\nrisks: [{ id: R-2 }]\n---\n',
        'mobile/issues.md': '---\ntype: register\nissues: [{ id: I-1 }]\n---\n',
      }),
      ['atlas', 'mobile', 'mobile/R-1', 'atlas/core', 'atlas/A-1', 'mobile/I-1', 'atlas/R-2'],
    );
  });

  it('the program of its folder, else of the nearest folder above', () => {
    assert.deepEqual(
      keysOf({
        'README.md': program('atlas'),
        'a.md': milestone('a'),
        'teams/core/b.md': milestone('b'),
        'teams/mobile/program.md': program('mobile'),
        'teams/mobile/c.md': milestone('c'),
        'teams/mobile/deep/down/d.md': milestone('d'),
        'teams/mobile-too/e.md': milestone('e'),
      }),
      ['atlas', 'atlas/a', 'atlas/b', 'atlas/e', 'mobile/c', 'mobile/d', 'mobile'],
    );
  });

  it('a program named after the workspace folder, where there is none', () => {
    assert.deepEqual(keysOf({ 'a.md': milestone('a') }, { rootName: 'My Plans (2026)' }), ['My-Plans--2026-/a']);
    assert.deepEqual(keysOf({ 'a.md': milestone('a') }, { rootName: '!' }), ['plan/a']);
    assert.deepEqual(keysOf({ 'a/b/p.md': program('atlas'), 'a/c.md': milestone('c') }, { rootName: 'ws' }), [
      'atlas',
      'ws/c',
    ]);
  });

  it('itself, if it is a program', () => {
    const [atlas, beta] = snapshotOf({
      'README.md': program('atlas'),
      'beta.md': program('beta', 'program: atlas'),
    }).plan.items;
    assert.deepEqual([atlas?.key, atlas?.program, beta?.key, beta?.program], ['atlas', 'atlas', 'beta', 'beta']);
  });
});

describe('two programs in a folder', () => {
  const files = {
    'plans/atlas.md': program('atlas', 'milestones: [{ id: own, owner: x }]'),
    'plans/beta.md': program('beta'),
    'plans/a.md': milestone('a'),
    'plans/b.md': milestone('b', 'program: beta'),
    'plans/deep/c.md': milestone('c'),
    'plans/risks.md': '---\ntype: register\nactions: [{ id: A-1, owner: x }, { id: A-2, owner: x }]\n---\n',
  };

  it('leave the files beside them, and below, without a program, once each', () => {
    assert.deepEqual(findingsOf(files), [
      'missing-field plans/a.md:4:5 "a"',
      'missing-field plans/deep/c.md:4:5 "c"',
      'missing-field plans/risks.md:3:17 "A-1"',
    ]);
    assert.match(snapshotOf(files).findings[0]?.message ?? '', /atlas and beta.*"program: atlas"/);
  });

  it('keep their own entries, and what names one of them', () => {
    const keys = keysOf(files);
    assert.ok(keys.includes('atlas/own'));
    assert.ok(keys.includes('beta/b'));
  });

  it('of one folder are named, the first of them, where a file beside them does not say its own', () => {
    const programs = Array.from({ length: 40 }, (_, i) => [`p${i}.md`, program(`p${i}`)] as const);
    const { findings } = snapshotOf({ ...Object.fromEntries(programs), 'm.md': milestone('m') });
    assert.match(findings[0]?.message ?? '', /^the programs p0, p1, p10, p11, p12 and 35 more share /);
  });

  it('of the same id are one program, and a duplicate', () => {
    assert.deepEqual(findingsOf({ 'a.md': program('atlas'), 'b.md': program('atlas'), 'm.md': milestone('m') }), [
      'duplicate-id a.md:4:5 "atlas"',
      'duplicate-id b.md:4:5 "atlas"',
    ]);
  });
});

describe('workstreams', () => {
  const files = {
    'README.md': program(
      'atlas',
      'workstreams:',
      '  - { id: core, owner: chen }',
      '  - { id: idle }',
      'milestones:',
      '  - { id: a, workstream: core }',
      '  - { id: b, workstream: core, owner: dana }',
      '  - { id: c }',
      '  - { id: d, workstream: idle }',
      '  - { id: e, workstream: core, owner: tbd }',
    ),
    'web.md':
      '---\ntype: workstream\nid: web\nowner: noor\nmilestones:\n  - { id: f }\n  - { id: g, workstream: core }\n---\n',
    'ops.md': '---\ntype: register\nworkstream: core\nactions: [{ id: A-1 }, { id: A-2, workstream: web }]\n---\n',
  };
  const owners = new Map(
    snapshotOf(files).plan.items.map(
      (item) => [item.id, `${item.workstream ?? '-'} ${item.owner?.name ?? '-'}`] as const,
    ),
  );

  it('give their owner to items that have none', () => {
    assert.equal(owners.get('a'), 'core chen');
    assert.equal(owners.get('b'), 'core dana');
    assert.equal(owners.get('e'), 'core chen');
  });

  it('hold the entries of their documents, unless these say another', () => {
    assert.equal(owners.get('f'), 'web noor');
    assert.equal(owners.get('g'), 'core chen');
  });

  it('may be named once for a whole register', () => {
    assert.equal(owners.get('A-1'), 'core chen');
    assert.equal(owners.get('A-2'), 'web noor');
  });

  it('without an owner give none, and neither does the program', () => {
    assert.equal(owners.get('c'), '- -');
    assert.equal(owners.get('d'), 'idle -');
    assert.deepEqual(
      findingsOf(files).map((finding) => `${finding.split(' ')[0]} ${finding.split(' ')[2]}`),
      ['missing-owner "idle"', 'missing-owner "c"'],
    );
  });

  it('need no document before their names are used, but may be misspelt', () => {
    assert.deepEqual(findingsOf({ 'a.md': milestone('a', 'workstream: platform') }), []);
    assert.deepEqual(
      findingsOf({
        'p.md': program('p', 'workstreams: [{ id: platform, owner: x }]'),
        'a.md': milestone('a', 'workstream: plaform'),
      }),
      ['unknown-reference a.md:5:13 "plaform"'],
    );
    assert.deepEqual(findingsOf({ 'p.md': program('atlas'), 'a.md': milestone('a', 'program: Atlas') }), [
      'unknown-reference a.md:5:10 "Atlas"',
    ]);
  });

  it('belong to the program of their items, and are workstreams', () => {
    const files = {
      'p.md': program('atlas', 'workstreams: [{ id: core, owner: x }]', 'milestones: [{ id: go, owner: x }]'),
      'a.md': milestone('a', 'workstream: atlas/core'),
      'b.md': milestone('b', 'workstream: other/core'),
      'c.md': milestone('c', 'workstream: go'),
    };
    assert.deepEqual(findingsOf(files), [
      'unknown-reference b.md:5:13 "other/core"',
      'wrong-reference-type c.md:5:13 "go"',
    ]);
  });

  it('and programs are looked up for registers as well', () => {
    const register = (...fields: string[]) => ['---', 'type: register', ...fields, 'actions: []', '---', ''].join('\n');
    const files = {
      'p.md': program('atlas', 'workstreams: [{ id: core, owner: x }]', 'milestones: [{ id: go, owner: x }]'),
      'r/a.md': register('program: atlsa'),
      'r/b.md': register('program: atlas', 'workstream: coer'),
      'r/c.md': register('program: atlas', 'workstream: go'),
      'r/d.md': register('program: atlas', 'workstream: core'),
      'r/e.md': register('program: borealis', 'workstream: north'),
    };
    const types = { 'r/a.md': 'atlsa', 'r/b.md': 'coer', 'r/c.md': 'go' };
    assert.deepEqual(
      findingsOf(files).map((finding) => finding.replace(/:\d+:\d+/, '')),
      Object.entries(types).map(
        ([path, name]) => `${name === 'go' ? 'wrong-reference-type' : 'unknown-reference'} ${path} "${name}"`,
      ),
    );
    assert.equal(snapshotOf(files).findings[0]?.suggestion, 'atlas');
  });
});
