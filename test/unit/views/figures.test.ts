import assert from 'node:assert/strict';
import { ITEM_TYPES } from '../../../src/core/model/registry.ts';
import { figuresDetails, figuresText } from '../../../src/core/views/figures.ts';
import { itemLabel } from '../../../src/core/views/item-label.ts';
import { hoverAt } from '../../../src/language/hover/hover-at.ts';
import { CURSOR, placeIn } from '../../support/place.ts';
import { snapshotOf } from '../../support/plan.ts';

const README = `---
type: program
id: atlas
owner: maria
workstreams: [{ id: ws, owner: dana }]
milestones:
  - { id: ga, owner: dana, workstream: ws, due: 2027-01-29, budget: 10k EUR, spent: 2500 EUR }
  - { id: pilot, owner: dana, workstream: ws, due: 2026-12-11, budget: 100 USD, spent: 20 EUR }
gates:
  - { id: pen-test, owner: dana, for: [ga], lead_time: 10d }
  - { id: legal, owner: dana, for: [ga], lead_time: 10d, status: submitted, submitted: 2026-11-20 }
  - { id: passed, owner: dana, for: [ga], status: approved, approved: 2026-11-20 }
metrics:
  - { id: speed, owner: dana, unit: points, samples: [{ date: 2026-11-20, value: 41 }] }
objectives:
  - { id: O-1, owner: dana, delivered_by: [ga], key_results: [{ title: Faster, metric: speed, start: 0, target: 82 }] }
updates:
  - { id: u, owner: dana, date: 2026-11-20, health: amber, summary: Late by a week }
---
`;

describe('the figures of an item', () => {
  const snapshot = snapshotOf({ 'README.md': README });
  const named = (id: string) => snapshot.plan.items.find((item) => item.id === id) ?? assert.fail(id);

  for (const [id, text, ...details] of [
    ['atlas', '', 'Budget: 2,520 of 10,000 EUR spent (25 %)', 'Budget: 100 USD, nothing said of spending'],
    ['ws', '', 'Budget: 2,520 of 10,000 EUR spent (25 %)', 'Budget: 100 USD, nothing said of spending'],
    ['ga', '', 'Budget: 2,500 of 10,000 EUR spent (25 %)'],
    ['pilot', '', 'Budget: 100 USD, 20 EUR spent'],
    ['pen-test', 'papers due 18 Jan 2027', 'Papers due 18 Jan 2027'],
    ['legal', 'papers handed in 20 Nov', 'Papers handed in 20 Nov 2026'],
    ['passed', ''],
    ['speed', '▄ 41 points', '41 points on 20 Nov'],
    [
      'O-1',
      '50 %, 0 of 1 delivered',
      'Progress: 50 %, 0 of 1 milestone done',
      'Faster: 41, to get to 82 points (50 %)',
    ],
    ['u', 'amber', 'Health: amber', 'Late by a week'],
  ] as const) {
    it(`are of ${id}: ${text || details[0] || 'none'}`, () => {
      assert.equal(figuresText(named(id), snapshot), text);
      assert.deepEqual(figuresDetails(named(id), snapshot), details);
      assert.ok(itemLabel(named(id), snapshot).description.startsWith(text));
    });
  }

  it('are in the card that shows where an item is named', () => {
    const hover = hoverAt(placeIn({ 'README.md': README, 'x.md': `---\ntype: retro\nabout: [spe${CURSOR}ed]\n---\n` }));
    assert.deepEqual(hover?.sections[0]?.lines.slice(0, 2), [
      'metric atlas/speed · Status: tracked · Owner: dana',
      '41 points on 20 Nov',
    ]);
  });

  it('are shown for the file that a metric has its values in', () => {
    const metric = `---\ntype: metric\nid: m\nunit: points\nsource: { file: v⌖.csv, value: b }\n---\n`;
    const hover = hoverAt(placeIn({ 'x.md': metric, 'v.csv': 'date,a,b\n2026-11-06,1,41\n2026-11-20,1,43\n' }));
    assert.deepEqual(
      hover?.sections.map(({ title, lines }) => [title, ...lines]),
      [['2 values since 6 Nov 2026', '▁█ 43 points on 20 Nov']],
    );
  });

  it('are plain text, and none where an item says nothing', () => {
    for (const { name } of ITEM_TYPES) {
      const hostile = snapshotOf({
        'x.md': `---\ntype: ${name}\nid: x\nunit: "\\e[31m\\u202e"\nsamples: [{ date: 2026-11-20, value: 1 }]\nkey_results: [{ title: "\\e" }, {}]\nsummary: "\\u202e"\n---\n`,
        'y.md': `---\ntype: ${name}\nid: y\n---\n`,
      });
      const texts = hostile.plan.items.flatMap((item) => [
        figuresText(item, hostile),
        ...figuresDetails(item, hostile),
      ]);
      assert.doesNotMatch(texts.join(''), /[\u001b\u202e]|undefined|NaN/);
    }
  });
});
