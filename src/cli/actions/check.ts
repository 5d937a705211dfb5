import { type Call, EXIT, type ExitStatus } from '../command.ts';
import type { FormatName } from '../findings/format.ts';
import { FORMATS } from '../findings/formats.ts';
import { type FailOn, fails, reportOf } from '../findings/report.ts';
import { namedPaths } from '../plan/named-paths.ts';
import { notePlansBelow } from '../plan/note-plans-below.ts';
import { failIfUnreadable, type OpenedPlan, openPlanWithHistory } from '../plan/open-plan.ts';
import { Place } from '../plan/place.ts';
import { sayNoPlan } from '../plan/say-no-plan.ts';
import { note } from '../terminal/note.ts';

/**
 * Checks the plan of the paths that a call names, and prints what is found below them; without paths, the plan around
 * its folder.
 */
export async function checkPlan(call: Call): Promise<ExitStatus> {
  const place = Place.around(call.cwd, call.operands);
  const isNamed = namedPaths(call, place);
  const opened = await openPlanWithHistory(call, place);
  const { snapshot } = opened;
  const report = reportOf(snapshot, isNamed);
  const failOn = call.option('fail-on') as FailOn;
  const format = FORMATS[call.option('format') as FormatName];
  call.shell.stdout.write(format(report, { place, style: call.style, failOn }));
  failIfUnreadable(opened);
  if (report.documents === 0) await sayWhy(call, opened, isNamed);
  return report.findings.some((finding) => fails(finding, failOn)) ? EXIT.findings : EXIT.ok;
}

/** Says why nothing was checked: a run that is green for that reason looks like any other. */
async function sayWhy(call: Call, { place, snapshot }: OpenedPlan, isNamed: (path: string) => boolean): Promise<void> {
  const again = (folder: string): string => `milepost check ${folder}`;
  if (await sayNoPlan(call, { place, snapshot }, again)) return;
  if ((await notePlansBelow(call, place, again, isNamed)) === 0) {
    note(
      call,
      'nothing in there is part of the plan: its files say "type: milestone" or the like between two lines of ---',
    );
  }
}
