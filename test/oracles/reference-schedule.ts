import { DAY, endOf, finishDate, startDate } from './reference-calendar.ts';
import { drivingLinks, dueFinishes, freeFloat, goalOf, lateFinishes, leadsTo, marginFrom } from './reference-float.ts';
import { bound, forecast, travel } from './reference-forecast.ts';
import { dateOf, type Node } from './reference-node.ts';
import { type Day, dueOf, keyOf, type ReferencePlan } from './reference-plan.ts';
import { shownFinish } from './reference-shown.ts';

/** What is compared of an item; lengths in working days. */
export interface ReferenceRow {
  readonly start: Day | undefined;
  readonly finish: Day;
  readonly totalFloat: number | undefined;
  readonly freeFloat: number | undefined;
  readonly margin: number | undefined;
  readonly slip: number | undefined;
  readonly slipCalendarDays: number | undefined;
  readonly critical: boolean;
}

/** What is compared of a program. */
export interface ReferenceProgramRow {
  readonly finish: Day | undefined;
  readonly criticalPath: readonly string[];
}

/**
 * The schedule of a plan, worked out from the definition by the shortest way that is plainly right, however slow: days
 * are looked at one by one, and late dates are found by trying.
 */
export function referenceSchedule(plan: ReferencePlan) {
  const nodes = forecast(plan);
  const late = new Map(plan.programs.flatMap(({ id }) => [...lateFinishes(nodes, id)]));
  const due = dueFinishes(nodes);
  const rows = new Map(nodes.map((node) => [node.key, rowOf(node, nodes, late.get(node), due.get(node), plan.today)]));
  const programs = new Map(plan.programs.map(({ id }) => [id, programRow(id, nodes, plan.today)]));
  return { nodes, rows, programs };
}

function rowOf(
  node: Node,
  nodes: readonly Node[],
  late: number | undefined,
  due: number | undefined,
  today: Day,
): ReferenceRow {
  const { item, calendar, ef, open } = node;
  const total = open && late !== undefined ? Math.max(0, late - ef) : undefined;
  const goal = goalOf(nodes.filter(({ program }) => program === node.program));
  const finish = shownFinish(node, today);
  const by = dueOf(item);
  return {
    start: node.duration === 0 ? undefined : startDate(calendar, node.es),
    finish,
    totalFloat: total === undefined ? undefined : total / DAY,
    freeFloat: total === undefined ? undefined : freeFloat(node, total) / DAY,
    margin: open && due !== undefined && Number.isFinite(due) ? (due - marginFrom(node, today)) / DAY : undefined,
    slip: by === undefined ? undefined : (ef - endOf(calendar, by)) / DAY,
    slipCalendarDays: by === undefined ? undefined : finish - by,
    critical: open && total === 0 && (goal === undefined || leadsTo(node, goal)),
  };
}

function programRow(id: string, nodes: readonly Node[], today: Day): ReferenceProgramRow {
  const own = nodes.filter(({ program }) => program.id === id);
  const last = goalOf(own) ?? finishingItem(own);
  const ends = goalOf(own) ? [goalOf(own) as Node] : own.filter(({ item }) => item.kind === 'milestone');
  const finish = Math.max(...ends.map((end) => shownFinish(end, today)));
  return { finish: Number.isFinite(finish) ? finish : undefined, criticalPath: last ? criticalPath(last, own) : [] };
}

/**
 * The open milestone with the largest finish: of several, one on the latest date, that leads to no other of them, then
 * the smallest id.
 */
function finishingItem(own: readonly Node[]): Node | undefined {
  const milestones = own.filter(({ item }) => item.kind === 'milestone');
  const last = milestones.filter((node) =>
    milestones.every((other) => travel(other.calendar, other.ef, node.calendar, true) <= node.ef),
  );
  const date = ({ calendar, ef }: Node) => finishDate(calendar, ef);
  const open = last.filter((node) => node.open && last.every((other) => date(other) <= date(node)));
  const ends = open.filter((node) => open.every((other) => other === node || !isBefore(node, other)));
  return ends.sort(byId)[0];
}

/** Whether links of any kind lead from an item to another. */
const isBefore = (node: Node, other: Node): boolean => node.outOf.some(({ to }) => to === other || isBefore(to, other));

/** Back along driving links, to an open item that no open item drives. */
function criticalPath(last: Node, own: readonly Node[]): string[] {
  const path: Node[] = [];
  let node: Node | undefined = last;
  while (node?.open) {
    path.unshift(node);
    let drivers: Node[] = drivingLinks(node)
      .map(({ from }) => from)
      .filter(({ open }) => open);
    // A goal that its own date drives, and no open link: what could come to drive it is its latest link.
    if (drivers.length === 0 && node === goalOf(own) && node.event && dateOf(node) !== undefined) {
      const links = node.into.filter(({ from }) => from.open);
      const latest = Math.max(...links.map(bound));
      drivers = links.filter((link) => bound(link) === latest).map(({ from }) => from);
    }
    node = drivers.sort(byId)[0];
  }
  return path.map(({ item }) => keyOf(item));
}

const byId = (a: Node, b: Node): number => (a.key < b.key ? -1 : 1);
