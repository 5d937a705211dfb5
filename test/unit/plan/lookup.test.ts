import assert from 'node:assert/strict';
import type { Item } from '../../../src/core/plan/item.ts';
import { findingsOf, snapshotOf } from '../../support/plan.ts';

const program = (id: string, ...milestones: string[]) =>
  `---\ntype: program\nid: ${id}\nowner: maria\nmilestones:\n${milestones.map((entry) => `  - { owner: maria, ${entry} }\n`).join('')}---\n`;

/** What the references of a plan mean: `from field → target`. */
function targets(files: Record<string, string>): string[] {
  const { plan } = snapshotOf(files);
  return plan.items.flatMap((item) =>
    plan.referencesFrom(item).map(({ field, target, fault }) => `${item.key} ${field} → ${target?.key ?? fault?.kind}`),
  );
}

const messages = (files: Record<string, string>) => snapshotOf(files).findings.map((finding) => finding.message);

describe('a reference', () => {
  it('means the item of its own program first', () => {
    assert.deepEqual(
      targets({
        'a/README.md': program('atlas', 'id: freeze', 'id: x, depends_on: freeze'),
        'b/README.md': program('beta', 'id: freeze', 'id: y, depends_on: freeze'),
        'c/README.md': program('gamma', 'id: z, depends_on: [atlas/freeze, beta/freeze]'),
      }),
      [
        'atlas/x depends_on → atlas/freeze',
        'beta/y depends_on → beta/freeze',
        'gamma/z depends_on → atlas/freeze',
        'gamma/z depends_on → beta/freeze',
      ],
    );
  });

  it('means the item of another program where that is the only one', () => {
    const files = {
      'a/README.md': program('atlas', 'id: x, depends_on: ledger'),
      'b/README.md': program('beta', 'id: ledger'),
    };
    assert.deepEqual(targets(files), ['atlas/x depends_on → beta/ledger']);
    assert.deepEqual(findingsOf(files), []);
  });

  it('that several other programs have is ambiguous, and the message names each', () => {
    const files = {
      'a/README.md': program('atlas', 'id: x, depends_on: [ledger SS+3d]'),
      'b/README.md': program('beta', 'id: ledger'),
      'c/README.md': program('gamma', 'id: ledger'),
    };
    assert.deepEqual(findingsOf(files), ['ambiguous-reference a/README.md:6:41 "ledger"']);
    assert.match(messages(files)[0] as string, /beta\/ledger or gamma\/ledger/);
    assert.equal(snapshotOf(files).findings[0]?.related.length, 2);
  });

  it('with a program means that program and no other', () => {
    const files = {
      'a/README.md': program('atlas', 'id: ledger', 'id: x, depends_on: [beta/ledger, gama/ledger, delta/ledger]'),
      'b/README.md': program('beta', 'id: other'),
      'c/README.md': program('gamma', 'id: ledger'),
    };
    assert.deepEqual(findingsOf(files), [
      'unknown-reference a/README.md:7:41 "beta/ledger"',
      'unknown-reference a/README.md:7:54 "gama/ledger"',
      'unknown-reference a/README.md:7:67 "delta/ledger"',
    ]);
    const [first, second, third] = snapshotOf(files).findings;
    assert.match(first?.message ?? '', /program beta has no item "ledger"/);
    assert.equal(second?.suggestion, 'gamma/ledger');
    assert.equal(third?.suggestion, undefined);
  });

  it('may name a program that no document describes', () => {
    const files = {
      'a.md': '---\ntype: milestone\nid: a\nprogram: atlas\nowner: x\n---\n',
      'b.md': '---\ntype: milestone\nid: b\nprogram: beta\nowner: x\ndepends_on: atlas/a\n---\n',
    };
    assert.deepEqual(targets(files), ['beta/b depends_on → atlas/a']);
    assert.deepEqual(findingsOf(files), []);
  });

  it('means a program by its id alone, where one is meant', () => {
    const files = {
      'a.md': program('atlas', 'id: x, relates_to: [beta, atlas]'),
      'b/README.md': program('beta'),
    };
    assert.deepEqual(targets(files), ['atlas/x relates_to → beta', 'atlas/x relates_to → atlas']);
    assert.deepEqual(findingsOf(files), []);
  });

  it('to a program where something else belongs is wrong', () => {
    const files = { 'a.md': program('atlas', 'id: x, depends_on: [atlas]') };
    assert.deepEqual(findingsOf(files), ['wrong-reference-type a.md:6:41 "atlas"']);
  });

  it('means an item before a program of the same id', () => {
    assert.deepEqual(
      targets({ 'a.md': program('atlas', 'id: beta', 'id: x, relates_to: beta'), 'b/README.md': program('beta') }),
      ['atlas/x relates_to → atlas/beta'],
    );
  });

  it('matches in every normal form, and in case', () => {
    assert.deepEqual(
      findingsOf({
        'a.md': program('atlas', 'id: \u00e9tude', 'id: x, depends_on: e\u0301tude', 'id: y, depends_on: X'),
      }),
      ['unknown-reference a.md:8:40 "X"'],
    );
  });

  it('to a wrong type is wrong, even in another program', () => {
    const files = {
      'a.md': program('atlas', 'id: x, depends_on: [R-1, beta/A-1]', 'id: y, relates_to: [R-1, core]'),
      'r.md':
        '---\nrisks: [{ id: R-1, owner: x, probability: 1%, impact: low }]\nworkstreams: [{ id: core, owner: x }]\n---\n',
      'b/README.md': '---\ntype: program\nid: beta\nowner: x\nactions: [{ id: A-1, owner: x, blocks: x }]\n---\n',
    };
    assert.deepEqual(findingsOf(files), [
      'wrong-reference-type a.md:6:41 "R-1"',
      'wrong-reference-type a.md:6:46 "beta/A-1"',
    ]);
    assert.match(
      messages(files)[1] as string,
      /"A-1" is an action, and a milestone, dependency or decision belongs here/,
    );
  });

  it('among duplicates means the first in the order of files', () => {
    const milestone = (id: string, line: string) => `---\ntype: milestone\nid: ${id}\nowner: x\n${line}\n---\n`;
    const files = {
      'c.md': milestone('c', 'depends_on: a'),
      'b.md': milestone('a', 'title: B'),
      'a.md': milestone('a', 'title: A'),
    };
    const { plan } = snapshotOf(files);
    const [reference] = plan.referencesFrom(plan.items.at(-1) as Item);
    assert.equal(reference?.target?.title, 'A');
  });
});

describe('a reference that nothing has', () => {
  const suggestion = (written: string, ...ids: string[]) =>
    snapshotOf({ 'a.md': program('atlas', ...ids.map((id) => `id: ${id}`), `id: xxxxx, depends_on: "${written}"`) })
      .findings.filter((finding) => finding.code === 'unknown-reference')
      .map((finding) => finding.suggestion)[0];

  for (const [written, ids, expected] of [
    ['API-Freeze', ['api-freeze'], 'api-freeze'],
    ['api_freeze', ['api-freeze'], 'api-freeze'],
    ['apifreeze', ['api-freeze'], 'api-freeze'],
    ['api-freze', ['api-freeze'], 'api-freeze'],
    ['api-frezee', ['api-freeze'], 'api-freeze'],
    ['ap-frezee', ['api-freeze'], 'api-freeze'],
    ['r-1', ['R-1'], 'R-1'],
    ['R1', ['R-1'], 'R-1'],
    ['R-2', ['R-1', 'R-3'], undefined],
    ['R-12', ['R-1', 'R-13', 'R-2'], undefined],
    ['phase-2-go', ['phase-1-go'], undefined],
    ['freeze', ['api-freeze'], undefined],
    ['go-love', ['go-live', 'go-lobe'], undefined],
    ['go-livee', ['go-live', 'go-lobe'], 'go-live'],
    ['ab', ['ac'], undefined],
    ['atlass/api-freeze', ['api-freeze'], 'atlas/api-freeze'],
    ['atlas/api-freze', ['api-freeze'], 'atlas/api-freeze'],
    ['Atlas/api-freeze', ['api-freeze'], 'atlas/api-freeze'],
  ] as const) {
    it(
      `${written} is ${expected ? `probably ${expected}` : 'none of'} ${expected ? '' : ids.join(', ')}`.trim(),
      () => {
        assert.equal(suggestion(written, ...ids), expected);
      },
    );
  }

  it('is told what is near in its own program before others', () => {
    const files = {
      'a.md': program('atlas', 'id: go-live', 'id: x, depends_on: go-lve'),
      'b/README.md': program('beta', 'id: go-lave'),
    };
    assert.equal(snapshotOf(files).findings[0]?.suggestion, 'go-live');
  });

  it('is told what fits the field before what does not', () => {
    const files = {
      'a.md': program('atlas', 'id: vendors', 'id: x, depends_on: vendort'),
      'r.md': '---\nrisks: [{ id: vendor, owner: x, probability: 1%, impact: low }]\n---\n',
    };
    assert.equal(snapshotOf(files).findings[0]?.suggestion, 'vendors');
  });

  it('may be the title of an item, whose id is told', () => {
    const told = (id: string) => {
      const { findings } = snapshotOf({
        'a/README.md': program('atlas', 'id: go-live, title: Public launch', `id: x, depends_on: ${id}`),
        'b/README.md': program('beta', 'id: ga-1, title: GA', 'id: z, title: Twice told'),
        'c/README.md': program('gamma', 'id: u, title: Twice told', 'id: v, title: Public launch'),
      });
      assert.equal(findings.length, 1);
      return [findings[0]?.code, findings[0]?.message, findings[0]?.suggestion];
    };
    assert.deepEqual(told('public  Launch'), [
      'invalid-value',
      'depends_on: "public  Launch" is the title of go-live: write go-live',
      'go-live',
    ]);
    assert.deepEqual(told('GA'), [
      'unknown-reference',
      'depends_on: "GA" is the title of beta/ga-1: write beta/ga-1',
      'beta/ga-1',
    ]);
    for (const title of ['Twice told', 'No such title']) {
      const [code, message, suggestion] = told(title);
      assert.deepEqual([code, suggestion], ['invalid-value', undefined]);
      assert.match(message ?? '', /is not a dependency: /);
    }
  });

  it('is left alone while a document that may hold it is broken', () => {
    const files = {
      'a.md': program('atlas', 'id: x, depends_on: [lost, gone]'),
      'r.md': '---\nmilestones:\n  - { id: lost, title: "x }\n---\n',
    };
    assert.deepEqual(findingsOf(files), [
      'unknown-reference a.md:6:47 "gone"',
      'invalid-front-matter r.md:3:24 "\\"x }"',
    ]);
  });
});
