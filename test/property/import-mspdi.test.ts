import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exportMspdi } from '../../src/cli/export/export-mspdi.ts';
import { EVERY_DAY } from '../../src/core/export/mspdi/project-calendars.ts';
import { readMspdi } from '../../src/core/import/mspdi/read-mspdi.ts';
import { computeState } from '../../src/core/state/state.ts';
import { importPlan } from '../../src/workspace/import-plan.ts';
import type { Snapshot } from '../../src/workspace/snapshot.ts';
import { arbitrarySchedule } from '../oracles/arbitrary-schedules.ts';
import { engineSchedule } from '../oracles/compare.ts';
import { type Length, type ReferenceItem, type ReferencePlan, written } from '../oracles/reference-plan.ts';
import { run } from '../support/plan.ts';

const RUNS = Number(process.env['MILEPOST_MSPDI'] ?? 200);

/**
 * What MS Project and a plan say in the same way: whole days, since a plan knows no hours to begin at; nothing that is
 * open with all of its work done, which Project takes for closed; and no program that is yet to start, which holds back
 * all that is in it, where Project has the start of the first task.
 */
const plans = arbitrarySchedule({ programs: 1, windows: false, expected: false, goals: false }).map(
  (plan): ReferencePlan => ({
    ...plan,
    programs: plan.programs.map((program) => ({
      ...program,
      start: program.start === undefined ? undefined : Math.min(program.start, plan.today),
    })),
    items: plan.items.map((item) => ({
      ...(item.duration?.amount ? item : withoutBegin(item)),
      // Only milestones and workstreams have calendars of their own in a plan.
      ...(item.kind === 'milestone' ? {} : { workstream: undefined, tag: undefined }),
      duration: item.duration && { ...item.duration, amount: 4 * Math.ceil(item.duration.amount) },
      // Of a multiple of four days, whole days again.
      progress: item.progress === undefined || !item.duration?.amount ? undefined : item.progress > 30 ? 50 : 25,
      dependsOn: item.dependsOn?.map((link) => ({ ...link, lag: whole(link.lag) })),
    })),
  }),
);

/** What takes no time is done, or not: it cannot be under way. */
const withoutBegin = (item: ReferenceItem): ReferenceItem => ({
  ...item,
  started: undefined,
  status: item.status === 'in-progress' ? undefined : item.status,
});

const whole = ({ amount, unit }: Length): Length => ({ amount: Math.ceil(amount), unit });

describe('a plan that goes to MS Project and comes back', function () {
  this.timeout(0);

  it('has the dates that it had', () => {
    let compared = 0;
    let plansCompared = 0;
    fc.assert(
      fc.property(plans, (reference) => {
        const { plan, schedule } = engineSchedule(reference);
        const { state } = run(computeState(plan, reference.today));
        const told: string[] = [];
        const snapshot = { plan, state, today: reference.today } as Snapshot;
        const xml = exportMspdi(plan.items, snapshot, (what) => told.push(what));
        const read = readMspdi(xml);
        assert.ok('plan' in read);
        const { snapshot: back, remarks } = run(importPlan(read.plan, reference.today));
        assert.deepEqual(
          back.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
          [],
        );
        // What was told to be held by its date alone, or to be on another, is not bound to come back.
        if (told.some((line) => !line.startsWith('left out'))) return;
        // What stands on a day off has a calendar without any in Project, and comes back with that of its program.
        if (xml.includes(`<Name>${EVERY_DAY}</Name>`)) return;
        plansCompared++;
        for (const item of plan.items) {
          const before = schedule.of(item);
          if (!before) continue;
          const after = back.plan.items.find(({ id, type }) => id === item.id && type.name === item.type.name);
          assert.ok(after, item.key);
          const now = back.state.schedule.of(after);
          const days = (one: typeof before | undefined) =>
            [one?.start, one?.finish].map((day) => day && written(day)).join(' ');
          assert.equal(
            days(now),
            days(before),
            `${item.key}\n${after.document.text}\n${remarks.map(({ text }) => text)}`,
          );
          compared++;
        }
      }),
      { numRuns: RUNS },
    );
    assert.ok(plansCompared > RUNS / 3, `${plansCompared} plans, ${compared} items`);
  });
});
