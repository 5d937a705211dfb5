import * as vscode from 'vscode';
import { formatDay } from '../../core/model/values/day.ts';
import { programsOf } from '../../core/report/programs-of.ts';
import { sinceWritten, usualSince } from '../../core/report/since.ts';
import { updateOf } from '../../core/report/update-of.ts';
import { writeReport } from '../../core/report/write-report.ts';
import { quoted } from '../../core/text/visible.ts';
import { doubtfulMessage, isDoubtful } from '../fixes/doubtful.ts';
import { addEdits } from '../fixes/edit-for.ts';
import { currentPlan } from '../plans/current-plan.ts';
import { inSlices, reportNow } from '../reports/report-now.ts';
import { Refused } from './refused.ts';
import { type ReportParts, tellFaults } from './write-report.ts';

/**
 * Writes the generated parts of the report in the active editor anew, as one edit, which is not saved. A report of another
 * day is a record, and stays.
 */
export async function updateReport({ plans, platform, earlier }: ReportParts): Promise<boolean> {
  const text = vscode.window.activeTextEditor?.document;
  const current = text && (await currentPlan(text, plans));
  const document = current?.snapshot.plan.documentAt(current.path);
  const update = document && updateOf(document);
  if (!text || !current || !document || !update || document.body.blocks.length === 0)
    throw new Refused('open a report first: a status update with live blocks');
  const { folder, path, snapshot } = current;
  const { plan, today } = snapshot;
  const { date, since } = update.values;
  if (date !== undefined && date !== today)
    throw new Refused(`${quoted(path)} says how things stood on ${formatDay(date)}, and stays so`);
  const doubtful = doubtfulMessage(isDoubtful(document) ? [path] : []);
  if (doubtful !== undefined) throw new Refused(doubtful.replace(/^Milepost: /, ''));
  const begins =
    since === undefined
      ? usualSince(
          programsOf(plan, () => true),
          today,
          plan,
        )
      : sinceWritten(since);
  const { version } = text;
  const now = await reportNow(folder, snapshot, begins, earlier, platform.host);
  const written = await inSlices(writeReport(document, now), platform.host);
  if (written.edits.length === 0) {
    tellFaults(written, text.uri);
    const isWhole = written.faults.length === 0 && written.kept.length === 0;
    if (isWhole) void vscode.window.showInformationMessage('Milepost: the report is up to date.');
    return false;
  }
  if (text.version !== version) throw new Refused('the report was changed meanwhile: try once more');
  const edit = new vscode.WorkspaceEdit();
  addEdits(edit, text.uri, written.edits, document);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Refused('the editor did not take the edit: try once more');
  tellFaults(written, text.uri);
  return true;
}
