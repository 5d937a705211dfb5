import * as vscode from 'vscode';
import type { ReportPanel } from '../panels/report/report-panel.ts';
import { currentPlan } from '../plans/current-plan.ts';
import type { Plans } from '../plans/plans.ts';
import { Refused } from './refused.ts';

/** Shows the document in the active editor as it looks where it is sent: there, one copies it. */
export async function copyReport(plans: Plans, panel: ReportPanel): Promise<void> {
  const text = vscode.window.activeTextEditor?.document;
  const current = text && (await currentPlan(text, plans));
  if (!current?.snapshot.plan.documentAt(current.path))
    throw new Refused('open a report, or another document of the plan');
  panel.show(current);
}
