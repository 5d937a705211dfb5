import { COMPUTED_FILTERS } from '../../core/filter/filters.ts';
import { typeNamedBy } from '../../core/filter/type-named-by.ts';
import type { Focus, PictureOptions } from '../../core/graph/options.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { nearest } from '../../core/text/nearest.ts';
import { quoted } from '../../core/text/visible.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { Call } from '../command.ts';
import { Failure } from '../failure.ts';
import { itemsNamed } from '../items/items-named.ts';
import { filtersOf } from '../items/read-filters.ts';

/** How far a focus reaches where nothing is said. */
const USUAL_DEPTH = 2;

/** What a call wants to see of a plan. */
export function readGraphOptions(call: Call, snapshot: Snapshot): PictureOptions {
  const { plan } = snapshot;
  const isProgram = (word: string): boolean => plan.programs.some(({ id }) => id === word);
  const programs = call.operands.filter(isProgram);
  const words = call.operands.filter((word) => !isProgram(word));
  for (const word of words) if (!isFilter(word)) refuse(word, plan);
  const critical = call.option('critical') !== undefined;
  const blocked = call.option('blocked') !== undefined;
  if (critical && blocked) throw new Failure('--critical and --blocked are two pictures: ask for one of them');
  return {
    programs,
    filter: words.length > 0 ? filtersOf(words, snapshot) : undefined,
    focus: readFocus(call, plan),
    only: critical ? 'critical' : blocked ? 'blocked' : undefined,
    hideDone: call.option('open') !== undefined,
  };
}

const isFilter = (word: string): boolean =>
  word.includes('=') || COMPUTED_FILTERS.includes(word) || typeNamedBy(word) !== undefined;

function refuse(word: string, plan: Plan): never {
  const near = nearest(word, [...plan.programs.map(({ id }) => id), ...COMPUTED_FILTERS]);
  const advice = near ? `did you mean ${near}?` : `write ${[...COMPUTED_FILTERS, 'field=value'].join(', ')}`;
  throw new Failure(`there is no program and no filter ${quoted(word)}: ${advice}`);
}

function readFocus(call: Call, plan: Plan): Focus | undefined {
  const name = call.option('focus');
  const written = call.option('depth');
  if (name === undefined) {
    if (written !== undefined) throw new Failure('--depth says how far --focus reaches: name an item with --focus ID');
    return undefined;
  }
  if (written !== undefined && !/^\d{1,6}$/.test(written)) {
    throw new Failure(`--depth takes a whole number, not ${quoted(written)}`);
  }
  const depth = written === undefined ? USUAL_DEPTH : Number(written);
  const [item] = itemsNamed(name, plan);
  if (!item) throw new Failure(`there is no item ${quoted(name)}: "milepost list" shows all of them`);
  return { item, upstream: depth, downstream: depth };
}
