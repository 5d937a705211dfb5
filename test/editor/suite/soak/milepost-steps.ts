import * as vscode from 'vscode';
import { milepost } from '../milepost.ts';
import type { Step } from './step.ts';
import { pathOf } from './texts.ts';

const { executeCommand } = vscode.commands;

/** What people have Milepost itself do to a plan. */
export const MILEPOST_STEPS: readonly Step[] = [
  {
    what: 'rename an item',
    weight: 5,
    async run({ chance }) {
      const { plans } = await milepost();
      await plans.settled();
      const [folder] = plans.folders;
      const items = folder?.snapshot?.plan.items ?? [];
      const item = items.length > 0 ? chance.of(items) : undefined;
      if (!folder || !item?.idRange) return undefined;
      const document = await open(folder.uriOf(item.document.path));
      if (document?.getText() !== item.document.text) return undefined;
      const name = chance.is(0.8) ? `renamed-${chance.below(1000)}` : chance.of(items).id;
      const at = document.positionAt(item.idRange.start);
      // It is refused where it would not be what was meant.
      const edit = await executeCommand<vscode.WorkspaceEdit | undefined>(
        'vscode.executeDocumentRenameProvider',
        ...[document.uri, at, name],
      ).then(undefined, () => undefined);
      if (!edit || !(await vscode.workspace.applyEdit(edit, { isRefactoring: true }))) return undefined;
      return `${item.key} to ${name}`;
    },
  },
  {
    what: 'apply a quick fix',
    weight: 6,
    async run({ chance }) {
      const found = vscode.languages
        .getDiagnostics()
        .flatMap(([uri, all]) => all.map((each) => ({ uri, ...each, range: each.range })))
        .filter(({ source }) => source === 'milepost');
      if (found.length === 0) return undefined;
      const { uri, range, message } = chance.of(found);
      if (!(await open(uri))) return undefined;
      // The editor gives up a request where the document changes meanwhile.
      const actions = await executeCommand<vscode.CodeAction[]>(
        'vscode.executeCodeActionProvider',
        ...[uri, range, vscode.CodeActionKind.QuickFix.value, 8],
      ).then(undefined, (error: Error) => (error.name === 'Canceled' ? [] : Promise.reject(error)));
      const offered = actions.filter(({ edit }) => edit !== undefined);
      if (offered.length === 0) return undefined;
      const { title, edit } = chance.of(offered);
      if (!edit || !(await applied(edit))) return undefined;
      return `“${title}” for ${pathOf(uri)}: ${message}`;
    },
  },
  {
    what: 'update all live blocks',
    weight: 1,
    run: async () => ((await executeCommand('milepost.updateAllBlocks')) ? 'done' : undefined),
  },
  {
    what: 'read everything again',
    weight: 1,
    async run() {
      await executeCommand('milepost.refresh');
      return 'all';
    },
  },
  {
    what: 'look at a view',
    weight: 3,
    async run({ chance }) {
      const view = chance.of(['openDashboard', 'openTimeline', 'openRiskMatrix', 'openDecisionLog', 'openGraph']);
      await executeCommand(`milepost.${view}`);
      return view;
    },
  },
  {
    what: 'close all editors but those that are not saved',
    weight: 2,
    async run() {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs).filter(({ isDirty }) => !isDirty);
      await vscode.window.tabGroups.close(tabs);
      return `${tabs.length} tabs`;
    },
  },
];

async function open(uri: vscode.Uri): Promise<vscode.TextDocument | undefined> {
  try {
    const { document } = await vscode.window.showTextDocument(uri, { preview: false });
    return document;
  } catch {
    // The file is not there any more, or is none that the editor shows.
    return undefined;
  }
}

/** Applies what the editor has handed out, but for files with a text: such an edit it does not take back from a test. */
const applied = (edit: vscode.WorkspaceEdit): Promise<boolean> =>
  Promise.resolve(vscode.workspace.applyEdit(edit)).catch((error: Error) =>
    error.message.includes('revive data transfer file') ? false : Promise.reject(error),
  );
