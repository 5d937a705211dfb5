import * as vscode from 'vscode';
import { recordConfig, recordLine } from '../../core/scaffold/decision-records.ts';
import { CONFIG_NAME } from '../../workspace/config-name.ts';
import { Refused } from '../commands/refused.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import { createFiles, existing } from './create-files.ts';
import { recordFoldersAmong } from './record-folders.ts';

/** Whether the files of a plan that has no document yet are decision records, some of them. */
export const hasRecords = ({ snapshot }: PlanFolder): boolean =>
  snapshot !== undefined &&
  snapshot.plan.documents.length === 0 &&
  recordFoldersAmong(snapshot.plan.listFiles).length > 0;

/**
 * Has the decision records of the workspace read as decisions, by a `milepost.yaml` beside them that is not there yet, and
 * shows them. Folders stand for themselves: where one has a `milepost.yaml` already, that is opened, since a person has to
 * write into it, and the records of the others are read all the same.
 */
export async function readRecords(plans: Plans, decisions: { show(): void }): Promise<readonly vscode.Uri[]> {
  await plans.settled();
  const written: vscode.Uri[] = [];
  const toEdit: vscode.Uri[] = [];
  const refused: string[] = [];
  for (const folder of plans.folders.filter(hasRecords)) {
    const records = folder.snapshot ? recordFoldersAmong(folder.snapshot.plan.listFiles) : [];
    const [taken] = await existing(folder.uri, [CONFIG_NAME]);
    if (taken !== undefined) {
      toEdit.push(vscode.Uri.joinPath(folder.uri, taken));
      refused.push(
        `${taken} of ${folder.name} is there already, and stays as it is: write into it ${recordLine(records)}`,
      );
      continue;
    }
    try {
      written.push(...(await createFiles(folder.uri, [recordConfig(records)])));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      refused.push(`${folder.name}: ${error.message}`);
    }
  }
  if (written.length === 0 && refused.length === 0) {
    throw new Refused('there are no decision records here that are not read yet: docs/adr is a usual place');
  }
  if (written.length > 0) {
    plans.touch(written);
    await plans.settled();
    decisions.show();
  }
  for (const uri of toEdit) await vscode.window.showTextDocument(uri, { preview: false });
  if (refused.length > 0) throw new Refused(refused.join('; '));
  return written;
}
