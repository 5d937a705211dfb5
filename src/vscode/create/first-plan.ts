import * as vscode from 'vscode';
import { firstPlan } from '../../core/scaffold/first-plan.ts';
import { folderProblem } from '../../core/scaffold/folder-name.ts';
import { textProblem } from '../../core/scaffold/text-problem.ts';
import type { Clock } from '../clock.ts';
import { textsArgument } from '../commands/arguments.ts';
import { WrongArgument } from '../commands/refused.ts';
import { chooseRoot } from './choose-root.ts';
import { createFiles, existing } from './create-files.ts';
import { answered, askTitle } from './questions.ts';

const GIVEN = ['title', 'folder'] as const;

/** Asks for the title of a program, writes a first plan for it into the folder that is open, and opens its document. */
export async function createFirstPlan(argument: unknown, clock: Clock): Promise<readonly vscode.Uri[]> {
  const given = textsArgument(argument, GIVEN);
  const root = await chooseRoot();
  const title = given.title?.trim() || (await askTitle('First Plan', 'The name of your program', 'Atlas migration'));
  const files = firstPlan({ title, today: clock.today });
  const folder =
    given.folder ??
    (await chooseFolder(
      root,
      files.map(({ path }) => path),
    ));
  const wrong = textProblem(title) ?? (folder === '' ? undefined : folderProblem(folder));
  if (wrong) throw new WrongArgument(wrong);
  const uris = await createFiles(
    root,
    files.map(({ path, text }) => ({ path: folder === '' ? path : `${folder}/${path}`, text })),
  );
  await vscode.window.showTextDocument(uris[0] as vscode.Uri);
  return uris;
}

/** The folder itself, where nothing is in the way; else one inside of it, which is asked for. */
async function chooseFolder(root: vscode.Uri, paths: readonly string[]): Promise<string> {
  const [taken] = await existing(root, paths);
  if (taken === undefined) return '';
  return answered(
    await vscode.window.showInputBox({
      title: 'First Plan',
      prompt: `${taken} is there already, and stays as it is. Into which folder should the plan go?`,
      value: 'plan',
      validateInput: async (text) => {
        const wrong = folderProblem(text);
        if (wrong) return wrong;
        const [other] = await existing(
          root,
          paths.map((path) => `${text}/${path}`),
        );
        return other && `${other} is there already`;
      },
    }),
  );
}
