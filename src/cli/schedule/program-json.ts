import type { Program } from '../../core/plan/program.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { dayJson } from './day-json.ts';
import { errorsIn } from './errors-in.ts';
import { driftJson } from './scheduled-json.ts';

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
    ...driftJson(state.drifts.ofProgram(program.id)),
    health: {
      value,
      reasons: reasons.map((reason) => ({ value: reason.value, message: reason.message, item: reason.item.key })),
    },
    errors: errorsIn(program, snapshot),
    goal: forecast?.goal?.key ?? null,
    criticalPath: forecast?.criticalPath.map((item) => item.key) ?? [],
  };
}
