import * as vscode from 'vscode';
import { writtenInText } from '../../core/blocks/trouble-text.ts';
import type { ItemType } from '../../core/model/item-type.ts';
import { typeNamed } from '../../core/model/registry.ts';
import { formatDay } from '../../core/model/values/day.ts';
import { beginReport } from '../../core/report/begin-report.ts';
import { sinceFor, TemplateProblem } from '../../core/report/fill-template.ts';
import { programsOf } from '../../core/report/programs-of.ts';
import { type WrittenReport, writeReport as writeParts } from '../../core/report/write-report.ts';
import { placeFor } from '../../core/scaffold/place.ts';
import { LineIndex } from '../../core/text/line-index.ts';
import { quoted } from '../../core/text/visible.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import type { EarlierPlans } from '../changes/earlier-plans.ts';
import { createFiles, existing } from '../create/create-files.ts';
import type { Plans } from '../plans/plans.ts';
import type { Platform } from '../platform.ts';
import { askForm, askPrograms, askSince, filtersFor } from '../reports/ask-report.ts';
import { inSlices, reportNow } from '../reports/report-now.ts';
import { askFolder } from './ask-folder.ts';
import { Refused } from './refused.ts';

/** What reports are written with. */
export interface ReportParts {
  readonly plans: Plans;
  readonly platform: Platform;
  readonly earlier: EarlierPlans;
}

/** Asks who reads a report and since when, writes it into the plan as a status update of today, and opens it. */
export async function writeReport({ plans, platform, earlier }: ReportParts): Promise<vscode.Uri> {
  await plans.settled();
  const folder = await askFolder(plans, 'Write a Status Report');
  const form = await askForm(folder);
  const snapshot = await folder.service.settled();
  const { plan, today } = snapshot;
  const programs = await askPrograms(programsOf(plan, () => true));
  const path = pathFor(form.name, programs[0]?.id ?? '', snapshot);
  if ((await existing(folder.uri, [path])).length > 0) {
    await vscode.window.showTextDocument(folder.uriOf(path));
    throw new Refused(`${quoted(path)} is there already: Update Report writes its parts anew`);
  }
  const since = await askSince(programs, snapshot);
  const written = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Window, title: 'Milepost: writing the report' },
    async () => {
      const now = await reportNow(folder, snapshot, since, earlier, platform.host);
      const filters = filtersFor(programs, plan);
      const input = {
        ...now,
        programs,
        since: sinceFor(now.change, 'revision' in since ? since.revision : undefined, today),
        filters,
      };
      return inSlices(writeParts(begun(form.template, path, input, plan.config), now), platform.host);
    },
  );
  const [uri] = await createFiles(folder.uri, [{ path, text: written.after }]);
  // The editor may take its time to tell of it, and the report wants to be brought up to date before that.
  folder.service.touch([path]);
  await vscode.window.showTextDocument(uri as vscode.Uri);
  tellFaults(written, uri as vscode.Uri);
  return uri as vscode.Uri;
}

/** `updates/2026-11-21-team.md`: where other updates of the program are, or would be. */
function pathFor(name: string, program: string, { plan, today }: Snapshot): string {
  const id = `${formatDay(today)}${name === '' ? '' : `-${name}`}`;
  const place = placeFor(typeNamed('update') as ItemType, id, program, plan);
  return place.folder === '' ? place.name : `${place.folder}/${place.name}`;
}

/** A new report from a template; refused where that cannot be filled. */
function begun(...[template, path, input, config]: Parameters<typeof beginReport>): ReturnType<typeof beginReport> {
  try {
    return beginReport(template, path, input, config);
  } catch (error) {
    throw error instanceof TemplateProblem ? new Refused(error.message) : error;
  }
}

/** Tells which parts of a report are left as they are, and why. */
export function tellFaults({ faults, kept, after }: WrittenReport, uri: vscode.Uri): void {
  tellKept(kept, new LineIndex(after), uri);
  const [first] = faults;
  if (!first) return;
  const more = faults.length === 1 ? '' : ` (and ${faults.length - 1} more)`;
  void vscode.window.showWarningMessage(`Milepost: a part of the report is left as it is: ${first.message}${more}`);
}

const SHOW = 'Show';

/** Tells in which parts of a report somebody has written, and leads to the first. */
function tellKept([first, ...others]: WrittenReport['kept'], lines: LineIndex, uri: vscode.Uri): void {
  if (!first) return;
  const { line } = lines.positionAt(first.at);
  const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
  const message = `Milepost: line ${line + 1}: ${writtenInText(first.block)}${more}.`;
  void vscode.window.showWarningMessage(message, SHOW).then(async (chosen) => {
    if (chosen !== SHOW) return;
    await vscode.window.showTextDocument(uri, { selection: new vscode.Range(line, 0, line, 0) });
  });
}
