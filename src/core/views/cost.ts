import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import { HEALTHS } from '../state/health.ts';
import type { Missed } from '../state/late.ts';
import type { PlanState } from '../state/state.ts';
import { visible } from '../text/visible.ts';
import { signedDays } from './forecast-label.ts';

/** What waiting with an item costs its program. */
export interface Cost {
  /** How its program stands, 0 green to 2 red. */
  readonly health: number;
  /** The hardest promise of another item, or its own, that it makes miss; none where it drives nothing late. */
  readonly drives: Missed | undefined;
  readonly critical: boolean;
  /** How many working days it can slip before a date is missed; undefined where no date waits for it. */
  readonly margin: number | undefined;
  /** What it holds up, or as a risk threatens, where that is dearer than itself: the rest is said of that. */
  readonly through: Item | undefined;
}

/** A margin of no more working days is said, and counts before the severity of a finding. */
const NARROW = 10;

const PROMISES: readonly Missed['kind'][] = ['firm', 'goal', 'target', 'due'];

/** Tells what waiting with an item costs; what is about no item may be about any, and so about the worst program. */
export function costsIn(plan: Plan, state: PlanState, today: Day): (item: Item | undefined) => Cost {
  const healths = new Map(
    plan.programs.map((program) => [program.id, HEALTHS.indexOf(state.health(program).value)] as const),
  );
  const worst = Math.max(0, ...healths.values());
  const known = new Map<Item, Cost>();
  const own = (item: Item): Cost => ownCost(item, healths.get(item.program) ?? 0, state, today);
  return (item) => {
    if (!item) return { health: worst, drives: undefined, critical: false, margin: undefined, through: undefined };
    const cost = known.get(item) ?? dearest(own(item), actsOn(item, plan, state), own);
    known.set(item, cost);
    return cost;
  };
}

function ownCost(item: Item, health: number, { schedule, late }: PlanState, today: Day): Cost {
  const overdue = item.open && item.due !== undefined && item.due < today;
  return {
    health,
    drives: late.drivenBy(item)[0],
    critical: schedule.isShownCritical(item),
    // That its own date has passed is said already; what counts is what else waits.
    margin: overdue ? schedule.firmMargin(item) : schedule.shownMargin(item),
    through: undefined,
  };
}

/** What an open item blocks now, or as a risk affects. */
function actsOn(item: Item, plan: Plan, { blocked }: PlanState): readonly Item[] {
  if (!item.open) return [];
  if (item.type.name !== 'risk') return blocked.blockedBy(item);
  return plan
    .referencesFrom(item)
    .flatMap(({ field, target, fault }) => (field === 'affects' && target?.open && !fault ? [target] : []));
}

/** Its own cost, or that of what it acts on. */
function dearest(own: Cost, others: readonly Item[], costOf: (item: Item) => Cost): Cost {
  let found = own;
  for (const through of others) {
    const cost = { ...costOf(through), drives: undefined, health: own.health, through };
    if (costRank(cost) < costRank(found)) found = cost;
  }
  return found;
}

/**
 * Where a cost stands among others, as a number, the dearest first: by health, then by what is late through it or
 * critical, then by a narrow margin.
 * @param urgent whether it counts as critical and without margin, whatever hangs on it
 */
export function costRank(cost: Cost, urgent = false): number {
  return (HEALTHS.length - cost.health) * HEALTH_STEP + classOf(cost, urgent) * CLASS_STEP + narrow(cost, urgent);
}

/** Wider than any margin of a plan, in working days; a sum of some of them is still exact. */
const CLASS_STEP = 1e6;
const HEALTH_STEP = 1e8;

/**
 * Why something stands where it does: `critical · margin −3d · go-live slips`, `holds auth-cutover: margin 3d`. Empty
 * where it has time.
 */
export function costText(item: Item | undefined, { drives, critical, margin, through }: Cost): string {
  const near = margin !== undefined && margin <= NARROW ? `margin ${signedDays(margin).replace('+', '')}` : '';
  const slips = drives && drives.item !== item ? `${visible(drives.item.id)} slips` : '';
  const text = [critical ? 'critical' : '', near, slips].filter((part) => part !== '').join(' · ');
  if (!through || text === '') return text;
  return `${item?.type.name === 'risk' ? 'threatens' : 'holds'} ${visible(through.id)}: ${text}`;
}

/**
 * What makes a hard promise be missed, the hardest first, and of one as hard what moves the whole program; what is
 * critical; what makes another date be missed.
 */
function classOf({ drives, critical }: Cost, urgent: boolean): number {
  const next = 2 * PROMISES.length;
  if (drives && drives.kind !== 'due') return 2 * PROMISES.indexOf(drives.kind) + (critical || urgent ? 0 : 1);
  return critical || urgent ? next : drives ? next + 1 : next + 2;
}

/** The margin where it is narrow; all that is wider is the same. */
function narrow({ margin }: Cost, urgent: boolean): number {
  const own = margin === undefined || margin > NARROW ? NARROW + 1 : margin;
  return urgent ? Math.min(own, 0) : own;
}
