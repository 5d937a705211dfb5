import { type Day, formatDay } from '../model/values/day.ts';
import type { Duration } from '../model/values/duration.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { Program } from '../plan/program.ts';
import type { Calendars } from '../schedule/calendars.ts';
import { isFirm } from '../schedule/network.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { counted } from '../text/words.ts';
import type { Drifts } from './drift.ts';
import type { Broken, Late } from './late.ts';
import { isMitigated, riskScore } from './risk-score.ts';

/** How a program stands, from good to bad. */
export const HEALTHS = ['green', 'amber', 'red'] as const;
export type HealthValue = (typeof HEALTHS)[number];

/** Why a program is not green. */
export interface HealthReason {
  readonly value: HealthValue;
  readonly message: string;
  /** The item that it is about. */
  readonly item: Item;
  /** The date that is missed, where it is one. */
  readonly missed?: Broken;
  /** What of the critical path a risk affects. */
  readonly affects?: Item;
}

/** How a program stands, and why; the worst reasons first. */
export interface Health {
  readonly value: HealthValue;
  readonly reasons: readonly HealthReason[];
}

/** A risk of this score without mitigation is one that a program cannot look away from. */
const GRAVE_RISK = 15;

/** What the health of programs is computed from. */
export interface HealthInput {
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly calendars: Calendars;
  readonly late: Late;
  readonly today: Day;
  /** How forecasts have drifted, where there is a baseline. */
  readonly drifts?: Drifts | undefined;
}

/** Tells how a program stands by its forecast, whatever its owner says. Each is looked at once, when it is asked for. */
export function healthsOf(input: HealthInput): (program: Program) => Health {
  const known = new Map<string, Health>();
  let risks: readonly Threat[] | undefined;
  return (program) => {
    const health = known.get(program.id);
    if (health) return health;
    risks ??= graveRisks(input.plan);
    const reasons = [
      ...missedDates(program, input),
      ...lostMargins(program, input),
      ...criticalFaults(program, risks, input),
    ];
    reasons.sort((a, b) => HEALTHS.indexOf(b.value) - HEALTHS.indexOf(a.value));
    const found = { value: reasons[0]?.value ?? 'green', reasons };
    known.set(program.id, found);
    return found;
  };
}

/** How a milestone stands by its own promise. */
export function healthOfMilestone(item: Item, input: HealthInput): HealthValue {
  const broken = input.late.missed(item)?.broken ?? [];
  return broken.some((date) => severityOf(item, date, input) === 'red') ? 'red' : broken.length > 0 ? 'amber' : 'green';
}

function missedDates(program: Program, input: HealthInput): HealthReason[] {
  const reasons: HealthReason[] = [];
  for (const item of program.items) {
    const days = new Set<Day>();
    for (const broken of input.late.missed(item)?.broken ?? []) {
      // One day that was promised twice, as the due date of the goal and the target of its program, is missed once.
      if (broken.kind === 'due' || days.has(broken.date)) continue;
      days.add(broken.date);
      const finish = formatDay(input.schedule.finish(item) as Day);
      const late = counted(broken.days, 'working day');
      reasons.push({
        value: severityOf(item, broken, input),
        item,
        missed: broken,
        message: `${item.id} is forecast for ${finish}, ${late} after ${PROMISES[broken.kind]} ${formatDay(broken.date)}`,
      });
    }
  }
  return reasons;
}

/** With so few working days left before a firm date, losing some is worth a word. */
const NARROW_MARGIN = 5;

/** Firm dates that are kept, but more narrowly than at the baseline. */
function lostMargins(program: Program, { schedule, today, drifts }: HealthInput): HealthReason[] {
  if (!drifts?.baseline) return [];
  const { name } = drifts.baseline;
  return program.items.flatMap((item): HealthReason[] => {
    if (!item.open || item.due === undefined || !isFirm(item)) return [];
    const margin = schedule.firmMargin(item);
    const before = drifts.was(item)?.firmMargin;
    if (margin === undefined || before === undefined || margin < 0 || margin >= NARROW_MARGIN || margin >= before) {
      return [];
    }
    if (isOnlyNearer(item, schedule, today)) return [];
    const left = `${counted(margin, 'working day')} left before its firm date ${formatDay(item.due)}`;
    return [{ value: 'amber', item, message: `${item.id} has ${left}, and had ${before} at the baseline ${name}` }];
  });
}

/** Whether nothing has pushed an event: the day has come nearer, and that is all. */
function isOnlyNearer(item: Item, schedule: Schedule, today: Day): boolean {
  return schedule.start(item) === undefined && (schedule.earliestByLinks(item) ?? today) <= today;
}

/** What a missed date was, before the date itself. */
export const PROMISES: Readonly<Record<Broken['kind'], string>> = {
  firm: 'its firm date',
  goal: 'its due date',
  target: "the program's target",
  due: 'its due date',
};

function severityOf(item: Item, broken: Broken, { plan, schedule, calendars }: HealthInput): HealthValue {
  const { tolerance } = plan.config;
  const elapsed = isElapsed(tolerance);
  const late = elapsed
    ? (schedule.finish(item) as Day) - broken.date
    : (schedule.lateness(item, broken.date) as number);
  const allowed = elapsed
    ? tolerance.amount * (tolerance.unit === 'ew' ? 7 : 1)
    : calendars.of(item).against(tolerance, 0, 0).days;
  return late > allowed ? 'red' : 'amber';
}

const isElapsed = ({ unit }: Duration): boolean => unit === 'ed' || unit === 'ew';

function criticalFaults(program: Program, risks: readonly Threat[], { schedule, today }: HealthInput): HealthReason[] {
  const path = new Set(schedule.program(program.id)?.criticalPath);
  const isCritical = (item: Item): boolean =>
    path.has(item) || (item.program === program.id && schedule.isCritical(item));
  const reasons: HealthReason[] = [];
  for (const item of new Set([...path, ...program.items])) {
    if (item.type.name !== 'decision' || !item.open || item.due === undefined || item.due >= today) continue;
    if (!isCritical(item)) continue;
    reasons.push({
      value: 'amber',
      item,
      message: `decision ${item.id} is on the critical path, and was due on ${formatDay(item.due)}`,
    });
  }
  for (const { risk, score, affects } of risks) {
    const hit = affects.find(isCritical);
    if (!hit) continue;
    reasons.push({
      value: 'amber',
      item: risk,
      affects: hit,
      message: `risk ${risk.id}, score ${score}, has no mitigation, and affects ${hit.id} on the critical path`,
    });
  }
  return reasons;
}

/** A risk that nobody may look away from, and what it affects. */
interface Threat {
  readonly risk: Item;
  readonly score: number;
  readonly affects: readonly Item[];
}

function graveRisks(plan: Plan): readonly Threat[] {
  return plan.ofType('risk').flatMap((risk) => {
    const score = riskScore(risk) ?? 0;
    if (!risk.open || score < GRAVE_RISK || isMitigated(risk)) return [];
    const affects = plan
      .referencesFrom(risk)
      .flatMap(({ field, target, fault }) => (field === 'affects' && target && !fault ? [target] : []));
    return { risk, score, affects };
  });
}
