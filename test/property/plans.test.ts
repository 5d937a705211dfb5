import assert from 'node:assert/strict';
import fc from 'fast-check';
import { snapshotOf } from '../support/plan.ts';
import { arbitraryPlan } from './arbitrary-plans.ts';

describe('whatever a plan says', () => {
  it('is the same whatever the order of its documents', () => {
    let findings = 0;
    fc.assert(
      fc.property(
        arbitraryPlan.chain((files) =>
          fc.tuple(
            fc.constant(files),
            fc.shuffledSubarray(Object.keys(files), { minLength: Object.keys(files).length }),
          ),
        ),
        ([files, order]) => {
          const shuffled = Object.fromEntries(order.map((path) => [path, files[path] as string]));
          const one = told(files);
          findings += one.length;
          assert.deepEqual(told(shuffled), one);
        },
      ),
      { numRuns: 80 },
    );
    assert.ok(findings > 250, `only ${findings} findings`);
  });
});

/** Items, cycles and findings of a plan, with everything that a person sees of them. */
function told(files: Record<string, string>): unknown[] {
  const { plan, findings } = snapshotOf(files);
  return [
    ...plan.items.map((item) => [
      item.key,
      item.workstream,
      item.owner?.name,
      plan
        .referencesFrom(item)
        .map(({ field, target, fault }) => [field, target?.key, target?.document.path, fault?.message]),
    ]),
    ...plan.cycles.map(({ links }) => links.map(({ from, to }) => [from.key, to.key])),
    ...findings.map(({ code, message, severity, source, range, related, suggestion }) => [
      [code, message, severity, source.path, range, suggestion],
      related.map((other) => [other.message, other.source.path, other.range]),
    ]),
  ];
}
