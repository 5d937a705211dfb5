import assert from 'node:assert/strict';
import { isEditable } from '../../src/core/fixes/documents.ts';
import { applyEdits } from '../../src/core/fixes/edit/apply.ts';
import type { Item } from '../../src/core/plan/item.ts';
import type { Plan } from '../../src/core/plan/plan.ts';
import { addDependency, canWait, mayWaitFor } from '../../src/language/actions/add-dependency.ts';
import { snapshotOf } from '../support/plan.ts';
import { Chance } from './fixes/chance.ts';
import { aPlan } from './fixes/plans.ts';
import { aNamedPlan } from './rename/plans.ts';

const PLANS = Number(process.env['MILEPOST_DEPENDENCIES'] ?? 200);

/** Every link of a plan but those of one item, and everything that items say. */
function saidOf(plan: Plan, without: Item): readonly string[] {
  return plan.items.flatMap((item) => [
    `${item.key} ${item.status} ${item.title}`,
    ...plan
      .referencesFrom(item)
      .flatMap(({ field, target, written }) =>
        item.key === without.key && field === 'depends_on'
          ? []
          : [`${item.key} ${field} ${written.text} ${target?.key}`],
      ),
  ]);
}

describe('adding a dependency', () => {
  it('makes the item wait for that one as well, closes no circle, and changes nothing else', () => {
    let added = 0;
    for (let seed = 1; seed <= PLANS; seed++) {
      const chance = new Chance(seed);
      const files = seed % 2 === 0 ? aNamedPlan(chance) : aPlan(chance);
      const { plan } = snapshotOf(files);
      const waiting = plan.items.filter((item) => canWait(item) && isEditable(item));
      if (waiting.length === 0) continue;
      const item = chance.of(waiting);
      const fitting = mayWaitFor(item, plan);
      if (fitting.length === 0) continue;
      const on = chance.of([...fitting]);
      const edits = addDependency(item, on, plan);
      if (!edits || plan.lookup.duplicates.length > 0) continue;
      const where = `seed ${seed}, ${item.document.path}: ${item.key} waits for ${on.key}`;
      assert.deepEqual([...new Set(edits.map(({ path }) => path))], [item.document.path], where);
      const before = files[item.document.path] as string;
      const then = snapshotOf({ ...files, [item.document.path]: applyEdits(before, edits) }).plan;
      const now = then.items.find(({ key }) => key === item.key);
      assert.ok(now, where);
      const waitsFor = (one: Item, of: Plan): string[] =>
        of.linksTo(one).map(({ from, reference }) => `${from.key} ${reference.field}`);
      assert.deepEqual(
        waitsFor(now, then).sort(),
        [...waitsFor(item, plan), `${on.key} depends_on`].sort(),
        `${where}\n${before}\n---\n${applyEdits(before, edits)}`,
      );
      assert.deepEqual(saidOf(then, item), saidOf(plan, item), where);
      assert.equal(then.cycles.length, plan.cycles.length, where);
      added++;
    }
    assert.ok(added > PLANS / 4, `${added} of ${PLANS}`);
  });
});
