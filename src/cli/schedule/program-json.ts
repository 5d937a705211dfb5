import { type Day, formatDay } from '../../core/model/values/day.ts';
import type { Program } from '../../core/plan/program.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { errorsIn } from './errors-in.ts';

/** A program's forecast as JSON. */
export function programJson(program: Program, snapshot: Snapshot) {
  const { state } = snapshot;
  const forecast = state.schedule.program(program.id);
  const { value, reasons } = state.health(program);
  return {
    id: program.id,
    title: program.item?.title ?? program.id,
    start: dayJson(forecast?.start),
    finish: dayJson(forecast?.finish),
    workingDays: forecast?.workingDays ?? null,
    target: dayJson(forecast?.target),
    health: {
      value,
      reasons: reasons.map((reason) => ({ value: reason.value, message: reason.message, item: reason.item.key })),
    },
    errors: errorsIn(program, snapshot),
    goal: forecast?.goal?.key ?? null,
    criticalPath: forecast?.criticalPath.map((item) => item.key) ?? [],
  };
}

/** A day as JSON has it. */
export const dayJson = (day: Day | undefined): string | null => (day === undefined ? null : formatDay(day));
