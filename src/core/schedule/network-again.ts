import type { Day } from '../model/values/day.ts';
import type { Link } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { Calendars } from './calendars.ts';
import { countedLinks, describeNode, isForecast, type Network, startsOf } from './network.ts';

/**
 * The network of a plan of which few items are new: exactly what `networkOf` would put together, but what is the same is
 * taken over. Undefined where items or links come or go. The earlier network stays as it is.
 * @param touched the indexes of the items that are new, and of all whose links are
 */
export function networkAgain(
  earlier: Network,
  plan: Plan,
  touched: ReadonlySet<number>,
  calendars: Calendars,
  today: Day,
): Network | undefined {
  const programStarts = startsOf(earlier.programs, plan);
  if (programStarts.some((start, program) => start !== earlier.programStarts[program])) return undefined;
  const counted = countedLinks(plan);
  const network = {
    ...earlier,
    items: earlier.items.slice(),
    calendars: earlier.calendars.slice(),
    facts: earlier.facts.slice(),
    firm: earlier.firm.slice(),
    links: earlier.links.slice(),
    code: earlier.code.slice(),
    lag: earlier.lag.slice(),
    elapsed: earlier.elapsed.slice(),
  };
  for (const index of touched) {
    const item = plan.items[index];
    const node = earlier.nodeOf[index] as number;
    if (!item || isForecast(item) !== node >= 0) return undefined;
    if (node < 0) continue;
    const links = plan.linksTo(item).filter(counted);
    if (!areFrom(earlier, node, links)) return undefined;
    network.items[node] = item;
    describeNode(network, node, links, calendars.of(item), today);
  }
  return network;
}

/** Whether the links into a node lead from where those do that are there. */
function areFrom({ firstInto, from, nodeOf }: Network, node: number, links: readonly Link[]): boolean {
  const first = firstInto[node] as number;
  return (
    links.length === (firstInto[node + 1] as number) - first &&
    links.every((link, i) => from[first + i] === nodeOf[link.from.index])
  );
}
