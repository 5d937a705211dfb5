import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Plan } from '../../src/core/plan/plan.ts';
import type { Schedule } from '../../src/core/schedule/schedule.ts';
import { arbitrarySchedule } from '../oracles/arbitrary-schedules.ts';
import { differences, engineSchedule } from '../oracles/compare.ts';
import { type Day, keyOf, type ReferencePlan } from '../oracles/reference-plan.ts';

const RUNS = Number(process.env['MILEPOST_SCHEDULES'] ?? 300);

describe('the schedule of any plan', function () {
  this.timeout(0);

  const holds = (property: fc.IProperty<[ReferencePlan]> | fc.IProperty<[ReferencePlan, number, number]>): void =>
    fc.assert(property as fc.IProperty<unknown>, { numRuns: RUNS });

  it('is what the definition says, worked out day by day', () => {
    holds(
      fc.property(arbitrarySchedule(), (plan) => {
        assert.deepEqual(differences(plan), []);
      }),
    );
  });

  it('has no total float below zero, and no free float above it', () => {
    holds(
      fc.property(arbitrarySchedule({ items: 14 }), (reference) => {
        const { plan, schedule } = engineSchedule(reference);
        for (const item of plan.items) {
          const { totalFloat, freeFloat } = schedule.of(item) ?? {};
          if (totalFloat === undefined || freeFloat === undefined) continue;
          assert.ok(totalFloat >= 0, `${item.key}: total float ${totalFloat}`);
          assert.ok(freeFloat >= 0 && freeFloat <= totalFloat, `${item.key}: free float ${freeFloat} of ${totalFloat}`);
        }
      }),
    );
  });

  it('is the same in whatever order files and items stand, and whichever of them share a file', () => {
    holds(
      fc.property(arbitrarySchedule({ items: 14 }), (reference) => {
        const told = toldOf(engineSchedule(reference));
        assert.deepEqual(toldOf(engineSchedule(reference, { reversed: true })), told);
        const alone = (key: string): boolean => key.charCodeAt(key.length - 1) % 2 === 0;
        assert.deepEqual(toldOf(engineSchedule(reference, { reversed: true, alone })), told);
      }),
    );
  });

  it('moves the finish of a program by a delay less the total float', () => {
    let moved = 0;
    let absorbed = 0;
    const wanted = { items: 14, programs: 1, calendars: false, elapsed: false, goals: false } as const;
    holds(
      fc.property(
        arbitrarySchedule({ ...wanted, expected: false, windows: false }),
        fc.nat(100),
        fc.integer({ min: 1, max: 30 }),
        (reference, which, days) => {
          const before = engineSchedule(reference);
          const planned = reference.items.filter((item) => isPlannedWork(item, before));
          const delayed = planned[which % Math.max(1, planned.length)];
          if (!delayed) return;
          const key = keyOf(delayed);
          const start = (startOf(before, key) as Day) + days;
          const items = reference.items.map((item) => (item === delayed ? { ...item, start } : item));
          const after = engineSchedule({ ...reference, items });
          const delay = finishOf(after, key) - finishOf(before, key);
          const float = forecastOf(before, key)?.totalFloat as number;
          const later = programFinish(after) - programFinish(before);
          assert.ok(Math.abs(later - Math.max(0, delay - float)) < 1e-6, `${key}: ${delay}, float ${float}, ${later}`);
          if (delay > float) moved++;
          else absorbed++;
        },
      ),
    );
    assert.ok(moved > 0 && absorbed > 0, `${moved} delays moved a finish, and ${absorbed} did not`);
  });
});

interface Scheduled {
  readonly plan: Plan;
  readonly schedule: Schedule;
}

function toldOf({ plan, schedule }: Scheduled): unknown {
  const items = plan.items.map((item) => [
    item.key,
    schedule.of(item),
    schedule
      .drivers(item)
      .map((driver) => (driver.kind === 'link' ? driver.link.from.key : driver.limit))
      .sort(),
  ]);
  const programs = plan.programs.map(({ id }) => {
    const { criticalPath, goal, ...rest } = schedule.program(id) ?? {};
    return [id, rest, goal?.key, criticalPath?.map(({ key }) => key)];
  });
  return [items.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)), programs];
}

const itemAt = ({ plan }: Scheduled, key: string) => plan.items.find((item) => item.key === key);

function forecastOf(scheduled: Scheduled, key: string) {
  const item = itemAt(scheduled, key);
  return item && scheduled.schedule.of(item);
}

const startOf = (scheduled: Scheduled, key: string): Day | undefined => forecastOf(scheduled, key)?.start;

/** Work that has not started, and does not wait for a day far from now. */
function isPlannedWork(item: ReferencePlan['items'][number], scheduled: Scheduled): boolean {
  const { kind, duration, status, started, closed, progress } = item;
  const isOpen = closed === undefined && [undefined, 'planned', 'at-risk', 'blocked'].includes(status);
  const hasStarted = started !== undefined || (progress ?? 0) > 0;
  const hasWork = kind === 'milestone' && (duration?.amount ?? 0) > 0;
  return hasWork && isOpen && !hasStarted && startOf(scheduled, keyOf(item)) !== undefined;
}

/** A day before all others, from which finishes are measured in working days. */
const ORIGIN: Day = 20_000;

function finishOf(scheduled: Scheduled, key: string): number {
  const item = itemAt(scheduled, key);
  return (item && scheduled.schedule.lateness(item, ORIGIN)) as number;
}

/** The finish of the only program: that of the last of its milestones. */
const programFinish = (scheduled: Scheduled): number =>
  Math.max(...scheduled.plan.ofType('milestone').map((item) => scheduled.schedule.lateness(item, ORIGIN) ?? -Infinity));
