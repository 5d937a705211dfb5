import assert from 'node:assert/strict';
import { applyEdits } from '../../src/core/fixes/edit/apply.ts';
import type { Item } from '../../src/core/plan/item.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { actionsAt } from '../../src/language/actions/registry.ts';
import { snapshotOf } from '../support/plan.ts';
import { Chance } from './fixes/chance.ts';
import { aPlan } from './fixes/plans.ts';
import { aNamedPlan } from './rename/plans.ts';

const PLANS = 150;

/** What an item refers to, and who waits for it. */
function saidOf(item: Item, plan: Plan): readonly string[] {
  const targets = plan.referencesFrom(item).map(({ field, target }) => `${field} ${target?.key}`);
  return [item.key, item.status, ...targets, ...plan.linksFrom(item).map(({ to }) => `before ${to.key}`)];
}

/** A plan, decisions of which were taken, with one more program whose items have the ids that come next in the others. */
const withNamesOfOthers = (files: Readonly<Record<string, string>>): Record<string, string> => ({
  ...Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path, text.replaceAll('due: 2026-12-01', 'status: accepted')]),
  ),
  'waits.md': '---\ntype: milestone\nid: waits\nprogram: atlas\ndepends_on: [I-1, D-8, ga-part-1]\n---\n',
  'delta/README.md':
    '---\ntype: program\nid: delta\nissues: [{ id: I-1 }]\ndecisions: [{ id: D-8 }]\nmilestones: [{ id: ga-part-1 }]\n---\n',
});

describe('every action on an item', () => {
  it('adds one item, changes that one alone, and leaves every other as it was', () => {
    const counts = new Map<string, number>();
    for (let seed = 1; seed <= PLANS; seed++) {
      const chance = new Chance(seed);
      const files = seed % 3 === 0 ? withNamesOfOthers(aNamedPlan(chance)) : aPlan(chance);
      const before = snapshotOf(files);
      const { plan, state, today } = before;
      for (const item of plan.items) {
        const { document } = item;
        for (const action of actionsAt({ plan, state, today, document, offset: item.idRange.start })) {
          const where = `seed ${seed}, ${document.path}: ${action.title}`;
          const after = { ...files };
          for (const path of new Set(action.edits.map((edit) => edit.path))) {
            after[path] = applyEdits(
              files[path] as string,
              action.edits.filter((edit) => edit.path === path),
            );
          }
          if (action.creates) {
            assert.ok(!(action.creates.path in files), where);
            after[action.creates.path] = action.creates.text;
          }
          const then = snapshotOf(after).plan;
          assert.equal(then.items.length, plan.items.length + 1, where);
          // Where something is written twice or nobody knows whose it is, the order of files decides.
          if (plan.lookup.duplicates.length > 0 || plan.problems.size > 0 || plan.cycles.length > 0) continue;
          const now = new Map(then.items.map((one) => [one.key, one]));
          for (const other of plan.items) {
            const same = now.get(other.key);
            assert.ok(same, `${where}: ${other.key} is gone`);
            if (other === item) continue;
            const changed = saidOf(same, then).filter((line) => !saidOf(other, plan).includes(line));
            assert.deepEqual(changed, [], `${where}: ${other.key}`);
          }
          const came = then.items.filter(({ key }) => !plan.items.some((one) => one.key === key));
          assert.equal(came.length, 1, where);
          const mine = now.get(item.key) as Item;
          const names = then.referencesFrom(mine).some(({ target, fault }) => target === came[0] && !fault);
          assert.ok(names, `${where}: it does not name the new one`);
          counts.set(item.type.name, (counts.get(item.type.name) ?? 0) + 1);
        }
      }
    }
    for (const type of ['milestone', 'risk', 'decision']) assert.ok((counts.get(type) ?? 0) > 5, type);
  });
});
