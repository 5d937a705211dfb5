import assert from 'node:assert/strict';
import { itemDetailsText } from '../../../src/cli/items/details-text.ts';
import { PLAIN } from '../../../src/cli/terminal/style.ts';
import { BLOCK_VIEWS } from '../../../src/core/blocks/registry.ts';
import type { Item } from '../../../src/core/plan/item.ts';
import { atOnce } from '../../../src/core/text/at-once.ts';
import { itemDetails } from '../../../src/core/views/item-label.ts';
import { whyOf } from '../../../src/core/views/why/why.ts';
import { snapshotOf } from '../../support/plan.ts';
import { whyText } from './why-text.ts';

describe('what two links of an item say alike', () => {
  const snapshot = snapshotOf({
    'README.md': `---
type: program
id: p
title: P
owner: maria
goal: a
milestones:
  - { id: a, title: A, owner: chen, due: 2026-12-01, depends_on: [D-1, c SS+1d, c] }
  - { id: c, title: C, owner: chen, due: 2026-11-24 }
decisions:
  - { id: D-1, owner: maria, due: 2026-12-10, blocks: [a] }
---
`,
  });
  const a = snapshot.plan.items.find(({ id }) => id === 'a') as Item;

  it('is said once: why, in a card, in a report, in a finding', () => {
    const place = { fromHere: (path: string) => path };
    const shown = itemDetailsText(a, snapshot, { place, style: PLAIN });
    assert.match(shown, /^ {2}a on 2026-12-10 \(\+7d\), driven by D-1$/m);
    assert.equal(whyText(whyOf(a, snapshot)).match(/^ *D-1/gm)?.length, 1);
    assert.ok(
      itemDetails(a, snapshot).some((line) => /Driven by D-1(?!,)/.test(line)),
      itemDetails(a, snapshot).join('\n'),
    );
    const waits = BLOCK_VIEWS.find(({ name }) => name === 'waits');
    assert.ok(waits);
    const request = { from: 'r.md', options: new Map(), accepts: () => true, hasFilters: false, change: undefined };
    assert.match(
      [...atOnce(waits.lines({ ...snapshot, ...request }))].join('\n'),
      /waits for \*\*maria\*\* to decide \[D-1\].*, for \[A\]\([^)]*\)\.$/m,
    );
    assert.deepEqual(
      snapshot.findings
        .filter(({ code }) => code === 'due-before-dependency')
        .map(({ message, related }) => [message, related?.length]),
      [['a is due on 2026-12-01, before D-1, which it waits for, is due on 2026-12-10', 1]],
    );
  });

  it('is said twice where it is not alike', () => {
    const [, idle] = whyOf(a, snapshot)
      .children()
      .filter(({ kind }) => kind !== 'note');
    assert.deepEqual(
      idle?.children().map(({ label, description }) => [label, /SS\+1d/.test(description)]),
      [
        ['c', true],
        ['c', false],
      ],
    );
  });
});
