import * as vscode from 'vscode';
import { deepEqual, equal, ok } from '../assert.ts';
import { milestone, removePlan, writePlan } from '../milepost.ts';
import { openFile, page, setText, until } from '../support.ts';

const CURSOR = '⌖';

describe('completion', () => {
  afterEach(removePlan);

  /** Opens a file with a text that is not saved, and the cursor where it is marked. */
  async function editing(path: string, marked: string): Promise<vscode.TextEditor> {
    const editor = await openFile(path);
    await setText(editor.document, marked.replace(CURSOR, ''));
    const at = editor.document.positionAt(marked.indexOf(CURSOR));
    editor.selection = new vscode.Selection(at, at);
    return editor;
  }

  /** What is proposed at the cursor, from Milepost and whomever else. */
  async function proposals({ document, selection }: vscode.TextEditor, resolved = 0): Promise<vscode.CompletionItem[]> {
    const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      selection.active,
      undefined,
      resolved,
    );
    return items;
  }

  const labelOf = ({ label }: vscode.CompletionItem): string => (typeof label === 'string' ? label : label.label);

  /** Waits until something is proposed, and gives it. */
  const proposed = async (editor: vscode.TextEditor, label: string): Promise<vscode.CompletionItem> =>
    until(async () => {
      const items = await proposals(editor, 5);
      // The editor proposes words of the document, too; only Milepost says more of them.
      const ours = items.find((item) => typeof item.label !== 'string' && item.label.label === label);
      return ours ?? Promise.reject(new Error(items.map(labelOf).join(', ')));
    }, `the proposal ${label}`);

  it('proposes in files, collections and prose what the plan knows, in text that is not saved', async () => {
    await writePlan({
      'target.md': milestone('target', 'due: 2198-12-11\n'),
      'from.md': milestone('from'),
      'risks.md': '---\ntype: register\nrisks: []\n---\n',
    });
    const inFile = await proposed(await editing('from.md', milestone('from', 'depends_on: [⌖]\n')), 'target');
    deepEqual(inFile.label, {
      label: 'target',
      detail: '  The target',
      description: 'maria · due 11 Dec 2198 · planned',
    });
    ok(String((inFile.documentation as vscode.MarkdownString).value).includes('Owner: maria'));
    const entry = '---\ntype: register\nrisks:\n  - id: R-1\n    affects:\n      ⌖\n---\n';
    const inEntry = await proposed(await editing('risks.md', entry), 'target');
    equal(inEntry.insertText as string, '- target');
    const inProse = await proposed(await editing('from.md', `${milestone('from')}\nSee [[⌖\n`), 'target');
    equal(inProse.insertText as string, 'target]]');
    const words = await editing('from.md', `${milestone('from')}\nSee target ⌖\n`);
    const ours = ({ label }: vscode.CompletionItem): boolean =>
      typeof label !== 'string' && label.description?.endsWith('planned') === true;
    deepEqual((await proposals(words)).filter(ours), []);
  });

  it('comes up while one types, and Return writes it', async () => {
    await writePlan({ 'target.md': milestone('target'), 'other.md': milestone('other'), 'from.md': milestone('from') });
    const begun = milestone('from').replace('owner: maria', `owner: maria${CURSOR}`);
    const editor = await editing('from.md', begun);
    const { document } = editor;
    await until(async () => (await proposals(editor)).length > 0, 'the owners to be proposed');
    // Not by a click, which would take the cursor with it.
    await vscode.commands.executeCommand('workbench.action.focusActiveEditorGroup');
    // What a line could begin with comes up on a new one.
    await page.keys('Enter');
    await page.waitFor('.suggest-widget.visible .monaco-list-row');
    await page.type('dep');
    await chosen('depends_on');
    await page.keys('Enter');
    // Behind the field its values come up by themselves.
    await chosen('other');
    await page.type('tar');
    await chosen('target');
    await page.keys('Enter');
    await until(
      () =>
        document.getText() === milestone('from', 'depends_on: [target]\n') ||
        Promise.reject(new Error(document.getText())),
      'the text',
    );
  });

  /** Waits until a proposal is the one that Return would write. */
  const chosen = (label: string): Promise<unknown> =>
    until(async () => {
      const [focused = ''] = await page.texts('.suggest-widget.visible .monaco-list-row.focused .label-name');
      const { document } = vscode.window.activeTextEditor as vscode.TextEditor;
      return focused === label || Promise.reject(new Error(`${focused} in ${document.getText()}`));
    }, `${label} to be chosen`);
});
