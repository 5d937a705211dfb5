import fc from 'fast-check';
import {
  type Day,
  dayOf,
  type Kind,
  type Length,
  type ReferenceCalendar,
  type ReferenceItem,
  type ReferencePlan,
  type Span,
} from './reference-plan.ts';

/** What plans are made of, so that a test can leave out what its property does not hold for. */
export interface Ingredients {
  readonly items?: number;
  readonly programs?: number;
  readonly calendars?: boolean;
  readonly elapsed?: boolean;
  readonly states?: boolean;
  readonly kinds?: boolean;
  readonly goals?: boolean;
  readonly expected?: boolean;
  readonly windows?: boolean;
}

const MONDAY = dayOf('2026-11-02');

/** A value at some rate, else undefined. */
const sometimes = <T>(rate: number, value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
  fc.oneof({ weight: 100 - rate, arbitrary: fc.constant(undefined) }, { weight: rate, arbitrary: value });

const days = (min: number, max: number): fc.Arbitrary<Day> => fc.integer({ min, max }).map((n) => MONDAY + n);

const span: fc.Arbitrary<Span> = fc
  .tuple(days(-20, 60), fc.constantFrom(0, 0, 0, 1, 4))
  .map(([first, more]) => ({ first, last: first + more }));

const calendar: fc.Arbitrary<ReferenceCalendar> = fc.record({
  workdays: sometimes(
    60,
    fc.constantFrom([0, 1, 2, 3, 4], [0, 1, 2, 3], [0, 1, 2, 3, 4, 5, 6], [6, 0, 1, 2, 3], [2], [1, 4, 5]),
  ),
  holidays: sometimes(60, fc.array(span, { maxLength: 3 })),
  freezes: sometimes(
    20,
    fc.array(
      span.map((each) => ({ ...each, tag: 'prod' })),
      { minLength: 1, maxLength: 1 },
    ),
  ),
});

const duration: fc.Arbitrary<Length> = fc.constantFrom<Length[]>(
  ...[1, 1, 2, 3, 5, 8, 0.5, 0.25, 1.5, 2.75, 0].map((amount): Length => ({ amount, unit: 'd' })),
  { amount: 1, unit: 'w' },
  { amount: 0.5, unit: 'w' },
);

const NO_LAG: Length = { amount: 0, unit: 'd' };

const lag = (elapsed: boolean): fc.Arbitrary<Length> =>
  fc.constantFrom<Length[]>(
    ...[NO_LAG, NO_LAG, NO_LAG, NO_LAG, NO_LAG, NO_LAG],
    ...[1, 2, 5, 0.5, -1, -2, -0.25].map((amount): Length => ({ amount, unit: 'd' })),
    { amount: 1, unit: 'w' },
    ...(elapsed ? [1, 3, -2, 0].map((amount): Length => ({ amount, unit: 'ed' })) : []),
    ...(elapsed ? [{ amount: 1, unit: 'ew' as const }] : []),
  );

const OPEN: Record<Kind, readonly string[]> = {
  milestone: ['planned', 'at-risk', 'blocked'],
  decision: ['proposed'],
  dependency: ['requested', 'committed', 'at-risk', 'declined'],
  action: ['open', 'in-progress'],
  issue: ['open', 'in-progress'],
};
const GOOD_END: Record<Kind, string> = {
  milestone: 'done',
  decision: 'accepted',
  dependency: 'delivered',
  action: 'done',
  issue: 'resolved',
};
const DROPPED: Partial<Record<Kind, string>> = { milestone: 'cancelled', decision: 'rejected', action: 'cancelled' };

const rawItem = (having: Required<Ingredients>) => {
  const { kinds, states, elapsed, expected, windows } = having;
  return fc.record({
    kind: kinds
      ? fc.constantFrom<Kind[]>('milestone', 'milestone', 'milestone', 'milestone', ...(Object.keys(OPEN) as Kind[]))
      : fc.constant<Kind>('milestone'),
    program: fc.nat({ max: having.programs - 1 }),
    workstream: fc.nat({ max: 5 }),
    tag: sometimes(30, fc.constant('prod')),
    state: states
      ? fc.constantFrom(
          '',
          '',
          '',
          '',
          'open',
          'started',
          'progress',
          'started',
          'progress',
          'done',
          'closed',
          'dropped',
        )
      : fc.constant(''),
    word: fc.nat({ max: 5 }),
    start: sometimes(20, days(-10, 35)),
    due: sometimes(40, days(-8, 45)),
    firm: fc.boolean(),
    expected: expected ? sometimes(25, days(-8, 45)) : fc.constant(undefined),
    started: sometimes(50, days(-25, 6)),
    closed: sometimes(60, days(-25, 6)),
    updated: sometimes(20, days(-25, 6)),
    promised: sometimes(50, days(-8, 35)),
    neededBy: sometimes(50, days(-8, 35)),
    provided: sometimes(40, fc.nat({ max: 20 })),
    duration: sometimes(70, duration),
    estimated: fc.boolean(),
    progress: fc.constantFrom(0, 25, 50, 100, 40, 33),
    links: fc.array(
      fc.record({
        on: fc.nat({ max: 20 }),
        type: fc.constantFrom('FS' as const, 'FS' as const, 'FS' as const, 'SS' as const, 'FF' as const, 'SF' as const),
        lag: lag(elapsed),
      }),
      { maxLength: 3 },
    ),
    blocks: fc.array(fc.nat({ max: 20 }), { maxLength: 2 }),
    windows: windows ? sometimes(12, fc.array(span, { minLength: 1, maxLength: 3 })) : fc.constant(undefined),
  });
};

/** Plans without cycles, small enough to understand, that have of everything the definition speaks of. */
export function arbitrarySchedule(wanted: Ingredients = {}): fc.Arbitrary<ReferencePlan> {
  const having: Required<Ingredients> = {
    items: 9,
    programs: 3,
    calendars: true,
    elapsed: true,
    states: true,
    kinds: true,
    goals: true,
    expected: true,
    windows: true,
    ...wanted,
  };
  const maybeCalendar = having.calendars ? sometimes(40, calendar) : fc.constant(undefined);
  const program = fc.record({
    start: sometimes(60, days(-20, 12)),
    target: sometimes(40, days(-5, 60)),
    goal: having.goals ? sometimes(50, fc.nat({ max: 20 })) : fc.constant(undefined),
    calendar: maybeCalendar,
    workstreams: fc.array(maybeCalendar, { maxLength: having.calendars ? 3 : 0 }),
  });
  return fc
    .record({
      today: days(-3, 10),
      calendar: maybeCalendar,
      programs: fc.array(program, { minLength: 1, maxLength: having.programs }),
      items: fc.array(rawItem(having), { minLength: 1, maxLength: having.items }),
      ids: fc.nat({ max: 1000 }),
    })
    .map(({ today, calendar: own, programs, items: raw, ids }): ReferencePlan => {
      // Ids in an order of their own, so that the smallest id is not always the first in the network.
      const idOf = (index: number) => String.fromCharCode(97 + ((index * 7 + ids) % 26));
      const programOf = (index: number) => (raw[index] as (typeof raw)[number]).program % programs.length;
      const keyAt = (index: number) => `p${programOf(index)}/${idOf(index)}`;
      const items = raw.map((item, index): ReferenceItem => {
        const { kind, state, duration: length, links, provided } = item;
        const { workstreams = [] } = programs[programOf(index)] ?? {};
        const milestone = kind === 'milestone';
        const waitsFor = new Map(
          index === 0 || !milestone
            ? []
            : links
                .map(({ on, type, lag: by }) => ({ on: on % index, type, lag: by }))
                .filter(({ on }) => ['milestone', 'dependency', 'decision'].includes(raw[on]?.kind ?? ''))
                .map((link) => [link.on, { ...link, on: keyAt(link.on) }]),
        );
        const later = raw.map((_, i) => i).filter((i) => i > index && raw[i]?.kind === 'milestone');
        const blocked = ['decision', 'action', 'issue'].includes(kind) && later.length > 0 ? item.blocks : [];
        const providers = raw.map((_, i) => i).filter((i) => i < index && raw[i]?.kind === 'milestone');
        const workstream = item.workstream < workstreams.length ? `w${item.workstream}` : undefined;
        return {
          kind,
          id: idOf(index),
          program: `p${programOf(index)}`,
          workstream,
          tag: item.tag,
          status: statusOf(kind, state, item.word),
          ...(milestone ? { start: item.start, firm: item.due !== undefined && item.firm ? true : undefined } : {}),
          due: kind === 'dependency' ? undefined : item.due,
          expected: milestone || kind === 'issue' ? item.expected : undefined,
          started: milestone && ['started', 'done', 'closed'].includes(state) ? item.started : undefined,
          closed: state === 'done' ? item.closed : state === 'closed' ? (item.closed ?? today) : undefined,
          updated: item.updated,
          ...(kind === 'dependency' ? { promised: item.promised, neededBy: item.neededBy } : {}),
          providedBy:
            kind === 'dependency' && provided !== undefined && providers.length > 0
              ? keyAt(providers[provided % providers.length] as number)
              : undefined,
          ...(milestone ? { duration: length, estimated: item.estimated, windows: item.windows } : {}),
          progress:
            milestone && (state === 'progress' || (state === 'started' && item.estimated)) ? item.progress : undefined,
          dependsOn: [...waitsFor.values()],
          blocks: [...new Set(blocked.map((n) => later[n % later.length] as number))].map(keyAt),
        };
      });
      return {
        today,
        calendar: own,
        programs: programs.map(({ start, target, goal, calendar: ofProgram, workstreams }, index) => {
          const milestones = items.filter(({ kind, program: of }) => kind === 'milestone' && of === `p${index}`);
          return {
            id: `p${index}`,
            start,
            target,
            goal: goal === undefined || milestones.length === 0 ? undefined : milestones[goal % milestones.length]?.id,
            calendar: ofProgram,
            workstreams: workstreams.map((each, n) => ({ id: `w${n}`, calendar: each })),
          };
        }),
        items,
      };
    });
}

function statusOf(kind: Kind, state: string, word: number): string | undefined {
  const open = OPEN[kind];
  if (state === 'open') return open[word % open.length];
  if (state === 'started') return kind === 'milestone' ? (word > 2 ? 'in-progress' : undefined) : open[0];
  if (state === 'done') return GOOD_END[kind];
  if (state === 'dropped') return DROPPED[kind];
  return undefined;
}
