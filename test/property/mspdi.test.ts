import assert from 'node:assert/strict';
import fc from 'fast-check';
import { exportMspdi } from '../../src/cli/export/export-mspdi.ts';
import { computeState } from '../../src/core/state/state.ts';
import type { Snapshot } from '../../src/workspace/snapshot.ts';
import { arbitrarySchedule } from '../oracles/arbitrary-schedules.ts';
import { engineSchedule } from '../oracles/compare.ts';
import { readMspdi } from '../oracles/mspdi-file.ts';
import { scheduleMspdi } from '../oracles/mspdi-schedule.ts';
import { workOf } from '../oracles/reference-calendar.ts';
import type { Link } from '../oracles/reference-node.ts';
import { dayOf, type ReferencePlan, written } from '../oracles/reference-plan.ts';
import { referenceSchedule } from '../oracles/reference-schedule.ts';
import { run } from '../support/plan.ts';

const RUNS = Number(process.env['MILEPOST_MSPDI'] ?? 300);
const KEY = '188743731';
const MUST_START_ON = 2;
const MUST_FINISH_ON = 3;

/** A plan as a file of MS Project, read again, and what was told beside it. */
function exported(reference: ReferencePlan) {
  const { plan } = engineSchedule(reference);
  const { state } = run(computeState(plan, reference.today));
  const told: string[] = [];
  const snapshot = { plan, state, today: reference.today } as Snapshot;
  const xml = exportMspdi(plan.items, snapshot, (what) => told.push(what));
  const file = readMspdi(xml);
  const tasks = new Map(file.tasks.filter(({ isSummary }) => !isSummary).map((task) => [task.extended.get(KEY), task]));
  /** Whether a sort of note names an item. */
  const isTold = (words: string, key: string): boolean =>
    told.some((line) => line.includes(words) && (line.includes(key) || line.endsWith(' more')));
  return { file, tasks, told, isTold };
}

const date = (minutes: number): string => written(Math.floor(minutes / (24 * 60)));

describe('a plan as a file of MS Project', function () {
  this.timeout(0);

  const holds = (check: (plan: ReferencePlan) => void, wanted: Parameters<typeof arbitrarySchedule>[0] = {}): void =>
    fc.assert(fc.property(arbitrarySchedule(wanted), check), { numRuns: RUNS });

  it('is scheduled to the same dates from what it says alone', () => {
    let same = 0;
    let other = 0;
    let linked = 0;
    let pinned = 0;
    holds((reference) => {
      const { file, tasks, isTold } = exported(reference);
      const times = scheduleMspdi(file);
      const { rows } = referenceSchedule(reference);
      assert.deepEqual([...tasks.keys()].sort(), [...rows.keys()].sort());
      for (const [key, { start, finish }] of rows) {
        const task = tasks.get(key);
        const found = times.get(task?.uid as number);
        assert.ok(task && found);
        assert.deepEqual(
          [date(task.start as number), date(task.finish as number)],
          [date(found.start), date(found.finish)],
        );
        if (task.links.length > 0 && task.actualStart === undefined) {
          linked++;
          if (task.constraint === MUST_START_ON || task.constraint === MUST_FINISH_ON) {
            assert.ok(isTold('held by a "must"', key));
            pinned++;
          }
        }
        const is = `${date(found.start)} ${date(found.finish)}`;
        const wanted = `${start === undefined ? date(found.start) : written(start)} ${written(finish)}`;
        if (isTold('has other dates', key)) other++;
        else {
          assert.equal(is, wanted, key);
          same++;
        }
      }
    });
    assert.ok(other < same / 20, `${other} dates are told to be other ones, and ${same} are the same`);
    assert.ok(pinned < linked / 5, `${pinned} of ${linked} tasks with links are pinned to their dates`);
  });

  it('has the links, their types and lags, and the working days of each task', () => {
    holds((reference) => {
      const { file, tasks, isTold } = exported(reference);
      const byUid = new Map([...tasks].map(([key, { uid }]) => [uid, key]));
      for (const node of referenceSchedule(reference).nodes) {
        const task = tasks.get(node.key);
        assert.ok(task);
        // What blocks something that is done may be said to hold its start or its finish: neither is felt.
        if (!node.open) continue;
        const links = task.links.map(({ from, type, lag, isElapsed }) =>
          [byUid.get(from), type, lag, isElapsed].join(' '),
        );
        const wanted = node.into.map((link) => [link.from.key, link.type, ...lagOf(link)].join(' '));
        const twice = new Set(node.into.map(({ from }) => from)).size < node.into.length;
        if (twice) {
          assert.ok(isTold('two tasks only once', node.key));
          for (const link of links) assert.ok(wanted.includes(link), link);
        } else assert.deepEqual(links.sort(), wanted.sort(), node.key);
        const calendar = file.calendars.get(task.calendar as number);
        // What stands on a day without work has a calendar on which there is.
        if (task.isMilestone && !node.calendar.days.includes(Math.floor((task.start as number) / (24 * 60)))) continue;
        for (let day = dayOf('2026-09-01'); day < dayOf('2027-06-01'); day++) {
          const works = calendar?.shiftsOn(day).reduce((sum, { from, to }) => sum + to - from, 0);
          assert.equal(works, node.calendar.days.includes(day) ? 480 : 0, `${node.key} on ${written(day)}`);
        }
      }
    });
  });
});

function lagOf({ lag, to }: Link): readonly [number, boolean] {
  if (lag.unit === 'ed' || lag.unit === 'ew') return [lag.amount * (lag.unit === 'ew' ? 7 : 1) * 24 * 60, true];
  return [workOf(to.calendar, lag), false];
}
