import type * as vscode from 'vscode';
import type { Location } from '../../language/request.ts';
import { toRange } from '../convert.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';

/** Where a place in a plan is, as links of the editor name it: a file, and in it a line and a column. */
export function addressOf({ document, range }: Location, folder: PlanFolder): vscode.Uri {
  const { line, character } = toRange(document, range).start;
  return folder.uriOf(document.path).with({ fragment: `L${line + 1},${character + 1}` });
}
