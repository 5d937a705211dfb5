import assert from 'node:assert/strict';
import fc from 'fast-check';
import { engineSchedule } from '../oracles/compare.ts';
import {
  type Day,
  dayOf,
  keyOf,
  type Length,
  type ReferenceItem,
  type ReferencePlan,
  written,
} from '../oracles/reference-plan.ts';
import { hasTaskJuggler, scheduledByTaskJuggler } from '../oracles/taskjuggler.ts';

/** How many plans of some hundred items each are scheduled. More by the environment, for a long run. */
const RUNS = Number(process.env['MILEPOST_TJ3_RUNS'] ?? 4);

const MONDAY = dayOf('2026-11-02');
const ITEMS = 120;

const day = (min: number, max: number): fc.Arbitrary<Day> => fc.integer({ min, max }).map((n) => MONDAY + n);

const length = (...amounts: readonly number[]): fc.Arbitrary<Length> =>
  fc.constantFrom(...amounts).map((amount): Length => ({ amount, unit: 'd' }));

/** Work in whole days where lags are elapsed time: an elapsed day that begins at noon is not the same to both. */
const work = { whole: length(1, 1, 2, 3, 5, 8, 13), parts: length(0.5, 0.25, 1, 1.5, 2, 2.75, 5) };
const lags = {
  whole: fc.oneof(
    { weight: 6, arbitrary: length(0) },
    { weight: 2, arbitrary: length(1, 2, 5) },
    { weight: 2, arbitrary: fc.constantFrom(1, 3, 7).map((amount): Length => ({ amount, unit: 'ed' })) },
  ),
  parts: fc.oneof({ weight: 6, arbitrary: length(0) }, { weight: 4, arbitrary: length(0.5, 1, 1.25, 3) }),
};

const plans: fc.Arbitrary<ReferencePlan> = fc.constantFrom('whole' as const, 'parts' as const).chain((kind) =>
  fc
    .record({
      today: day(0, 4),
      holidays: fc.array(
        fc.tuple(day(0, 300), fc.nat(4)).map(([first, more]) => ({ first, last: first + more })),
        { maxLength: 12 },
      ),
      starts: fc.array(fc.option(day(-5, 40), { nil: undefined }), { minLength: 3, maxLength: 3 }),
      raw: fc.array(
        fc.record({
          program: fc.nat(2),
          duration: fc.oneof(
            { weight: 9, arbitrary: work[kind] },
            { weight: 1, arbitrary: fc.constant<Length | undefined>(undefined) },
          ),
          start: fc.option(day(-5, 120), { nil: undefined, freq: 6 }),
          links: fc.array(
            fc.record({
              back: fc.integer({ min: 1, max: 15 }),
              type: fc.constantFrom('FS' as const, 'FS' as const, 'FS' as const, 'SS' as const),
              lag: lags[kind],
            }),
            { minLength: 1, maxLength: 3 },
          ),
        }),
        { minLength: ITEMS, maxLength: ITEMS, size: 'max' },
      ),
    })
    .map(({ today, holidays, starts, raw }): ReferencePlan => {
      const items: ReferenceItem[] = [];
      for (const [index, { program, duration, start, links }] of raw.entries()) {
        const before = links
          .map(({ back, ...link }) => ({ ...link, on: items[index - back] }))
          // To TaskJuggler work that may begin on Friday at five has begun then, and elapsed time counts from there; and
          // what takes no time can be on the Saturday on which such a lag ends.
          .filter(({ type, lag }) => lag.unit !== 'ed' || (type === 'FS' && duration))
          // What takes no time is on either side of a night, as one likes: it ends chains here.
          .flatMap(({ on, ...link }) => (on?.duration ? [{ ...link, on: keyOf(on) }] : []));
        const dependsOn = [...new Map(before.map((link) => [link.on, link])).values()];
        // So it has to wait for the end of something.
        if (!duration && !dependsOn.some(({ type }) => type === 'FS')) continue;
        items.push({
          kind: 'milestone',
          id: `m${index}`,
          program: `p${program}`,
          duration,
          start: duration ? start : undefined,
          dependsOn: duration ? dependsOn : dependsOn.filter(({ type }) => type === 'FS'),
        });
      }
      return {
        today,
        calendar: { holidays },
        programs: starts.map((start, n) => ({ id: `p${n}`, start, workstreams: [] })),
        items,
      };
    }),
);

// Not one that is skipped where it is not: there is nothing to compare with.
if (hasTaskJuggler) {
  describe('the schedule of a plan and that of TaskJuggler', function () {
    this.timeout(0);

    it('have the same dates', () => {
      let compared = 0;
      fc.assert(
        fc.property(plans, (reference) => {
          const { plan, schedule } = engineSchedule(reference);
          const theirs = scheduledByTaskJuggler(reference);
          const told = (start: Day | undefined, finish: Day | undefined): string =>
            `${start === undefined ? '-' : written(start)} ${finish === undefined ? '-' : written(finish)}`;
          for (const item of plan.items.filter(({ type }) => type.name === 'milestone')) {
            const forecast = schedule.of(item);
            const other = theirs.get(item.key);
            const start = forecast?.start === undefined ? undefined : other?.start;
            assert.equal(told(forecast?.start, forecast?.finish), told(start, other?.finish), item.key);
            compared++;
          }
        }),
        { numRuns: RUNS, endOnFailure: true },
      );
      assert.ok(compared > RUNS * ITEMS * 0.9, `${compared} items were compared`);
    });
  });
}
