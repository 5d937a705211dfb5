import { type Call, EXIT, type ExitStatus } from '../command.ts';
import type { FormatName } from '../findings/format.ts';
import { FORMATS } from '../findings/formats.ts';
import { type FailOn, fails, reportOf } from '../findings/report.ts';
import { failIfUnreadable, openPlan } from '../plan/open-plan.ts';
import { Place } from '../plan/place.ts';
import { note } from '../terminal/note.ts';

/** Checks the plan around the folder of a call, and prints what is found below the paths that it names. */
export async function checkPlan(call: Call): Promise<ExitStatus> {
  const place = new Place(call.cwd);
  const paths = call.operands.map((path) => place.belowRoot(path));
  const opened = await openPlan(call, place);
  const { snapshot } = opened;
  const report = reportOf(snapshot, (path) => paths.length === 0 || paths.some((folder) => isBelow(path, folder)));
  const failOn = call.option('fail-on') as FailOn;
  const format = FORMATS[call.option('format') as FormatName];
  call.shell.stdout.write(format(report, { place, style: call.style, failOn }));
  failIfUnreadable(opened);
  if (snapshot.plan.documents.length === 0) {
    note(call, `there is no plan in ${place.root} yet: "milepost init" writes a first one`);
  } else if (report.documents === 0) {
    note(
      call,
      'nothing in there is part of the plan: its files say "type: milestone" or the like between two lines of ---',
    );
  }
  return report.findings.some((finding) => fails(finding, failOn)) ? EXIT.findings : EXIT.ok;
}

function isBelow(path: string, folder: string): boolean {
  return folder === '' || path === folder || path.startsWith(`${folder}/`);
}
