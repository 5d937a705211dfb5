import { formatDay } from '../../core/model/values/day.ts';
import type { Plan } from '../../core/plan/plan.ts';
import type { Program } from '../../core/plan/program.ts';
import { nearest } from '../../core/text/nearest.ts';
import { quoted } from '../../core/text/visible.ts';
import { type Call, EXIT, type ExitStatus } from '../command.ts';
import { Failure } from '../failure.ts';
import { toJson } from '../json.ts';
import { failIfUnreadable, openPlanWithHistory } from '../plan/open-plan.ts';
import { NO_PROGRAM, sayNoPlan } from '../plan/say-no-plan.ts';
import { doubtJson } from '../schedule/doubt-json.ts';
import { programJson } from '../schedule/program-json.ts';
import { scheduleText } from '../schedule/schedule-text.ts';
import { scheduledJson } from '../schedule/scheduled-json.ts';
import { note } from '../terminal/note.ts';
import { anyOf } from '../words.ts';

/** Tells the forecast of the programs that a call names; of all, where it names none. */
export async function printSchedule(call: Call): Promise<ExitStatus> {
  const opened = await openPlanWithHistory(call);
  const { snapshot } = opened;
  const isNone = await sayNoPlan(call, opened);
  const programs = programsNamed(call.operands, snapshot.plan);
  if (call.option('format') === 'json') {
    const chosen = new Set(programs.map(({ id }) => id));
    const items = snapshot.plan.items.filter((item) => chosen.has(item.program) && snapshot.state.schedule.has(item));
    call.shell.stdout.write(
      toJson({
        today: formatDay(snapshot.today),
        doubt: doubtJson(snapshot.plan),
        programs: programs.map((program) => programJson(program, snapshot)),
        items: items.map((item) => scheduledJson(item, snapshot)),
      }),
    );
  } else {
    call.shell.stdout.write(scheduleText(programs, snapshot, call.style));
    if (programs.length === 0 && !isNone) note(call, NO_PROGRAM);
  }
  failIfUnreadable(opened);
  return EXIT.ok;
}

function programsNamed(names: readonly string[], plan: Plan): readonly Program[] {
  for (const name of names) {
    if (plan.programs.some(({ id }) => id === name)) continue;
    const ids = plan.programs.map(({ id }) => id);
    if (ids.length === 0) throw new Failure(NO_PROGRAM);
    const near = nearest(name, ids);
    throw new Failure(
      `there is no program ${quoted(name)}: ${near ? `did you mean ${near}?` : `write ${anyOf(ids.slice(0, 10))}`}`,
    );
  }
  return names.length === 0 ? plan.programs : plan.programs.filter(({ id }) => names.includes(id));
}
