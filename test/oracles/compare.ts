import { configurationOf, NO_CONFIGURATION } from '../../src/core/config/configuration.ts';
import { formatDay } from '../../src/core/model/values/day.ts';
import { parseDocument } from '../../src/core/parse/parse-document.ts';
import { buildPlan } from '../../src/core/plan/plan.ts';
import { RULE_CODES } from '../../src/core/rules/registry.ts';
import { Calendars } from '../../src/core/schedule/calendars.ts';
import { Schedule } from '../../src/core/schedule/schedule.ts';
import { run } from '../support/plan.ts';
import { type Layout, markdownOf } from './reference-markdown.ts';
import { type Day, keyOf, type ReferencePlan } from './reference-plan.ts';
import { referenceSchedule } from './reference-schedule.ts';

/** The engine's schedule of a reference plan: read from its documents as anyone's plan is, without the rules. */
export function engineSchedule(reference: ReferencePlan, layout: Layout = {}) {
  const { 'milepost.yaml': yaml, ...files } = markdownOf(reference, layout);
  const configuration = yaml === undefined ? NO_CONFIGURATION : configurationOf('milepost.yaml', yaml, RULE_CODES);
  const documents = Object.entries(files).flatMap(
    ([path, text]) => parseDocument(path, text, { ...configuration.config, rootName: 'plan' }) ?? [],
  );
  const wrong = [...configuration.problems, ...documents.flatMap(({ problems }) => problems)];
  if (wrong.length > 0) throw new Error(`a document is wrong: ${wrong[0]?.message}\n${JSON.stringify(files, null, 1)}`);
  const plan = run(
    buildPlan({
      documents,
      configuration,
      rootName: 'plan',
      hasFile: () => true,
      hasFileNamed: () => true,
      partial: false,
    }),
  );
  return { plan, schedule: run(Schedule.compute(plan, new Calendars(plan), reference.today)) };
}

const shown = (value: unknown): unknown => value ?? '-';
const asDate = (day: Day | undefined) => (day === undefined ? undefined : formatDay(day));

/** Everything in which the engine and the reference differ, in words. */
export function differences(reference: ReferencePlan, layout: Layout = {}): string[] {
  const { plan, schedule } = engineSchedule(reference, layout);
  const { rows, programs } = referenceSchedule(reference);
  const found: string[] = [];
  const compare = (what: string, ours: unknown, theirs: unknown) => {
    if (ours !== theirs) found.push(`${what}: engine ${shown(ours)}, reference ${shown(theirs)}`);
  };
  for (const item of reference.items) {
    const key = keyOf(item);
    const of = plan.items.find((other) => other.key === key);
    if (!of) throw new Error(`${key} was not read`);
    const row = rows.get(key);
    const engine = schedule.of(of);
    compare(`${key} takes part`, engine !== undefined, row !== undefined);
    if (!row || !engine) continue;
    compare(`${key} start`, asDate(engine.start), asDate(row.start));
    compare(`${key} finish`, asDate(engine.finish), asDate(row.finish));
    for (const name of ['totalFloat', 'freeFloat', 'margin', 'critical', 'slip', 'slipCalendarDays'] as const) {
      compare(`${key} ${name}`, engine[name], row[name]);
    }
  }
  for (const [id, row] of programs) {
    const engine = schedule.program(id);
    compare(`${id} finish`, asDate(engine?.finish), asDate(row.finish));
    compare(
      `${id} critical path`,
      engine?.criticalPath.map(({ key }) => key).join(' ') ?? '',
      row.criticalPath.join(' '),
    );
  }
  return found;
}
