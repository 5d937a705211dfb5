import type { DocumentFacts, ItemFacts } from '../history/facts.ts';
import type { Day } from '../model/values/day.ts';
import type { Plan } from '../plan/plan.ts';
import type { Schedule } from '../schedule/schedule.ts';
import { standsOnToday } from './stands-on-today.ts';

/**
 * How a plan was forecast at the revision that is its baseline, as of the day on which that commit was made: what people
 * saw then, and not what would come of it today. Never changes.
 */
export interface Baseline {
  /** As `milepost.yaml` calls the revision. */
  readonly name: string;
  readonly commit: string;
  /** The day on which the commit was made. */
  readonly day: Day;
  /** In document order. */
  readonly items: readonly BaselineItem[];
  /** The finish of each program, by its id. */
  readonly finishes: ReadonlyMap<string, Day>;
}

/** An item at the baseline. */
export interface BaselineItem {
  readonly key: string;
  readonly program: string;
  readonly path: string;
  readonly facts: ItemFacts;
  /** When it was forecast to finish; undefined where nothing was, or only that it had not finished yet. */
  readonly finish: Day | undefined;
  /** How many working days it could slip before a firm date was missed. */
  readonly firmMargin: number | undefined;
}

/** A baseline that nobody can measure against. */
export interface MissingBaseline {
  readonly name: string;
  /** A clause that says why: what is to be done about it, a person can tell. */
  readonly why: string;
}

/** What is known of the revision that a plan names as its baseline. A host that has git gives it. */
export type BaselineGiven = Baseline | MissingBaseline;

/**
 * What is kept of a plan as its baseline.
 * @param factsAt what is said in the document of a path
 */
export function baselineOf(
  named: Pick<Baseline, 'name' | 'commit' | 'day'>,
  plan: Plan,
  schedule: Schedule,
  factsAt: (path: string) => DocumentFacts | undefined,
): Baseline {
  const finishes = plan.programs.flatMap(({ id }): [string, Day][] => {
    const finish = schedule.program(id)?.finish;
    return finish === undefined ? [] : [[id, finish]];
  });
  const items = plan.documents.flatMap((document) => {
    const facts = factsAt(document.path)?.items;
    return plan.itemsOf(document).flatMap((item, place): BaselineItem[] => {
      const said = facts?.[place];
      if (!said) return [];
      const { key, program } = item;
      const finish = standsOnToday(item, schedule) ? undefined : schedule.finish(item);
      return [{ key, program, path: document.path, facts: said, finish, firmMargin: schedule.firmMargin(item) }];
    });
  });
  return { ...named, items, finishes: new Map(finishes) };
}
