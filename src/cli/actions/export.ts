import { type Call, EXIT, type ExitStatus } from '../command.ts';
import type { ExportFormatName } from '../export/export-format.ts';
import { EXPORT_FORMATS } from '../export/export-formats.ts';
import { filtersOf, noteUnknownOwners } from '../items/read-filters.ts';
import { failIfUnreadable, openPlanWithHistory } from '../plan/open-plan.ts';
import { noneOf, sayNoPlan } from '../plan/say-no-plan.ts';
import { note } from '../terminal/note.ts';

/** Writes the items that pass the filters of a call for another tool, in the order of their documents. */
export async function exportPlan(call: Call): Promise<ExitStatus> {
  const opened = await openPlanWithHistory(call);
  const { snapshot } = opened;
  const isNone = await sayNoPlan(call, opened);
  const items = snapshot.plan.items.filter(filtersOf(call.operands, snapshot));
  const format = EXPORT_FORMATS[(call.option('format') ?? 'csv') as ExportFormatName];
  call.shell.stdout.write(format(items, snapshot, (what) => note(call, what)));
  failIfUnreadable(opened);
  noteUnknownOwners(call, call.operands, snapshot);
  if (items.length === 0 && !isNone) note(call, noneOf(snapshot.plan.items.length));
  return EXIT.ok;
}
