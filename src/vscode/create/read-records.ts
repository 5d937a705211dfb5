import * as vscode from 'vscode';
import { recordConfig, recordFolders, recordLine } from '../../core/scaffold/decision-records.ts';
import { CONFIG_NAME } from '../../workspace/config-name.ts';
import { Refused } from '../commands/refused.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import { createFiles, existing } from './create-files.ts';

/** Whether the files of a plan that has no document yet are decision records, some of them. */
export const hasRecords = ({ snapshot }: PlanFolder): boolean =>
  snapshot !== undefined && snapshot.plan.documents.length === 0 && foldersIn(snapshot.plan.listFiles()).length > 0;

/** Has the decision records of the workspace read as decisions, by a `milepost.yaml` beside them that is not there yet. */
export async function readRecords(plans: Plans): Promise<readonly vscode.Uri[]> {
  await plans.settled();
  const written: vscode.Uri[] = [];
  for (const folder of plans.folders.filter(hasRecords)) {
    const records = foldersIn(folder.snapshot?.plan.listFiles() ?? []);
    const [taken] = await existing(folder.uri, [CONFIG_NAME]);
    if (taken !== undefined) {
      throw new Refused(`${taken} is there already, and stays as it is: write into it ${recordLine(records)}`);
    }
    written.push(...(await createFiles(folder.uri, [recordConfig(records)])));
  }
  const [first] = written;
  if (!first) throw new Refused('there are no decision records here that are not read yet: docs/adr is a usual place');
  plans.touch(written);
  await plans.settled();
  await vscode.window.showTextDocument(first);
  return written;
}

const foldersIn = (paths: readonly string[]): readonly string[] => recordFolders(paths).map(({ path }) => path);
