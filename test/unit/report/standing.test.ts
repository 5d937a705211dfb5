import assert from 'node:assert/strict';
import { keyMilestonesOf } from '../../../src/core/report/key-milestones.ts';
import { standingsOf } from '../../../src/core/report/standing.ts';
import { snapshotOf } from '../../support/plan.ts';

const plan = (more = '', milestones = ''): Record<string, string> => ({
  'README.md': `---
type: program
id: p
goal: launch
workstreams:
  - { id: web, owner: chen }
  - { id: data, owner: priya }
  - { id: docs, owner: dana }
milestones:
  - { id: schema, workstream: data, due: 2026-11-24, duration: 5d }
  - { id: api, workstream: web, duration: 5d, depends_on: [schema] }
  - { id: launch, due: 2026-11-23, depends_on: [api] }
  - { id: guide, workstream: docs, due: 2026-11-20, duration: 2d }
${milestones}${more}---
`,
});

const standings = (files = plan()): Record<string, string> => {
  const { plan: now, state } = snapshotOf(files);
  const [program] = now.programs;
  assert.ok(program);
  return Object.fromEntries(
    standingsOf(program, now, state).map(({ id = '', value, late, roots }) => [
      id,
      `${value}; late: ${late.map(({ item }) => item.id)}; by: ${roots.map((root) => root.id)}`,
    ]),
  );
};

describe('how a workstream stands', () => {
  it('is as bad as what it makes its program miss, link by link, and amber where it misses only its own dates', () => {
    assert.deepEqual(standings(), {
      // Work of five days from Monday the 23rd on.
      data: 'red; late: schema; by: schema',
      // It has no date of its own, and what waits for it has.
      web: 'red; late: ; by: schema',
      docs: 'amber; late: guide; by: guide',
      '': 'red; late: launch; by: schema',
    });
  });

  it('has against it what its program has: a grave risk counts where it affects something', () => {
    const risk = `risks:
  - { id: R-1, probability: very-high, impact: very-high, affects: [api] }
`;
    const early = plan(risk);
    const files = {
      'README.md': (early['README.md'] as string).replaceAll(/due: 2026-1[12]-\d\d/g, 'due: 2027-03-01'),
    };
    assert.deepEqual(standings(files), {
      web: 'amber; late: ; by: ',
      data: 'green; late: ; by: ',
      docs: 'green; late: ; by: ',
      '': 'green; late: ; by: ',
    });
  });
});

describe('key milestones', () => {
  const keys = (files: Record<string, string>): readonly string[] => {
    const { plan: now, state } = snapshotOf(files);
    return now.items.filter(keyMilestonesOf(now, state)).map(({ id }) => id);
  };

  it('are goals, firm dates, those that are marked, and what delivers an objective', () => {
    assert.deepEqual(keys(plan()), ['launch']);
    assert.deepEqual(
      keys(
        plan(
          'objectives: [{ id: O-1, delivered_by: [guide] }]\n',
          '  - { id: a, key: true, due: 2027-01-01 }\n  - { id: b, commitment: firm, due: 2027-01-01 }\n',
        ),
      ),
      ['launch', 'guide', 'a', 'b'],
    );
  });

  it('are all of them in a program that marks none', () => {
    const files = { 'README.md': (plan()['README.md'] as string).replace('goal: launch\n', '') };
    assert.deepEqual(keys(files), ['schema', 'api', 'launch', 'guide']);
    const other = '---\ntype: program\nid: q\nmilestones:\n  - { id: x }\n  - { id: y }\n---\n';
    assert.deepEqual(keys({ 'p/README.md': plan()['README.md'] as string, 'q/README.md': other }), [
      'launch',
      'x',
      'y',
    ]);
  });
});
