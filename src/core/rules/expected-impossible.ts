import { formatDay } from '../model/values/day.ts';
import { hasStarted } from '../plan/references.ts';
import { madeLate } from './made-late.ts';
import type { Rule } from './rule.ts';

/**
 * An item that its owner expects before what it waits for allows, or before its own start.
 *
 * The forecast goes by what it waits for. Talk to the owners on both ends: one of them knows something that the plan
 * does not say.
 *
 * @notOk
 * ```md today=2026-11-02
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: backfill
 *     owner: chen
 *     duration: 15d
 *   - id: reconciled
 *     owner: maria
 *     duration: 5d
 *     expected: 2026-11-25
 *               ~~~~~~~~~~ expected-impossible
 *     depends_on: [backfill]
 * ---
 * ```
 * @notOk
 * ```md today=2026-11-02
 * ---
 * type: milestone
 * id: reconciled
 * owner: maria
 * start: 2026-12-07
 * duration: 5d
 * expected: 2026-11-25
 *           ~~~~~~~~~~ expected-impossible
 * ---
 * ```
 * @ok
 * ```md today=2026-11-02
 * ---
 * type: program
 * id: atlas
 * owner: maria
 * milestones:
 *   - id: backfill
 *     owner: chen
 *     duration: 15d
 *   - id: reconciled
 *     owner: maria
 *     duration: 5d
 *     expected: 2026-12-02
 *     depends_on: [backfill]
 * ---
 * ```
 */
export const expectedImpossible: Rule = {
  code: 'expected-impossible',
  severity: 'warning',
  scope: 'standing',
  types: ['milestone'],
  checkItem(item, { state }, report) {
    const { schedule } = state;
    const { expected, start } = item.values;
    if (expected === undefined || !item.open) return;
    if (start !== undefined && expected < start && !hasStarted(item)) {
      report({
        item,
        range: item.at('expected'),
        message: `${item.id} is expected on ${formatDay(expected)}, before its own start on ${formatDay(start)}: one of the two is wrong`,
        related: [{ message: `start ${formatDay(start)}`, source: item.document, range: item.at('start') }],
      });
      return;
    }
    if (!schedule.isExpectedImpossible(item)) return;
    const earliest = schedule.earliestByLinks(item) as number;
    const drivers = schedule.drivers(item).flatMap((driver) => (driver.kind === 'link' ? [driver.link] : []));
    const names = drivers.map(({ from }) => from.id).join(' and ');
    report({
      item,
      range: item.at('expected'),
      message: `${item.id} is expected on ${formatDay(expected)}, but ${names ? `${names}, which it waits for, allows` : 'what it waits for allows'} ${formatDay(earliest)} at the earliest: expect it later, or remove the dependency`,
      related: [
        ...drivers.map(({ from }) => ({
          message: `${from.id} is forecast for ${formatDay(schedule.finish(from) as number)}`,
          source: from.document,
          range: from.idRange,
        })),
        ...madeLate(item, state),
      ],
    });
  },
};
