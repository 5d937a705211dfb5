import type { Item } from '../plan/item.ts';
import { limitingNode } from './backward-pass.ts';
import type { Early } from './early.ts';
import type { Facts } from './facts.ts';
import type { LastResponsibleMoment } from './forecast.ts';
import type { Limits } from './limits.ts';
import { inDays } from './minutes.ts';
import type { Network } from './network.ts';
import type { ProgramSpan } from './program-finish.ts';
import type { WorkCalendar } from './work-calendar.ts';

/**
 * The latest day on which a node can finish, or planned work can begin, without moving a goal or making a firm date
 * missed, and the item that moves first after it. Undefined where nothing of that waits for it.
 */
export function lastMomentOf(
  network: Network,
  early: Early,
  spans: readonly ProgramSpan[],
  { byGoals }: Limits,
  node: number,
): LastResponsibleMoment | undefined {
  const late = byGoals.late[node] as number;
  if (late === Infinity) return undefined;
  const { course, work } = network.facts[node] as Facts;
  const begins = course === 'planned' && work > 0;
  const calendar = network.calendars[node] as WorkCalendar;
  const day = calendar.dayNumbered(begins ? Math.floor(inDays(late - work)) : Math.floor(inDays(late)) - 1);
  const isGoal = (at: number): boolean => spans[network.programOf[at] as number]?.goal === at;
  const moves = limitingNode(network, early, byGoals, node, isGoal);
  return { day, moves: network.items[moves] as Item };
}
