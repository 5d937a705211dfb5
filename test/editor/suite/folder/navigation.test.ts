import * as vscode from 'vscode';
import { deepEqual } from '../assert.ts';
import { milestone, removePlan, writePlan } from '../milepost.ts';
import { openFile, setText, until } from '../support.ts';

describe('navigation', () => {
  afterEach(removePlan);

  /** Where the editor goes from a word of a text that is not saved: `file line:column`. */
  async function definitions(path: string, text: string, word: string): Promise<string[]> {
    const { document } = await openFile(path);
    await setText(document, text);
    const at = document.positionAt(text.indexOf(word) + 1);
    const links = await vscode.commands.executeCommand<(vscode.Location | vscode.LocationLink)[]>(
      'vscode.executeDefinitionProvider',
      document.uri,
      at,
    );
    return links.flatMap((link) => {
      if (!('targetUri' in link)) return [];
      const { line, character } = (link.targetSelectionRange ?? link.targetRange).start;
      return [`${link.targetUri.path.replace(/^.*\//, '')} ${line + 1}:${character + 1}`];
    });
  }

  it('goes from a reference, and from a mention in prose, to the item, in text that is not saved', async () => {
    await writePlan({ 'target.md': milestone('target'), 'from.md': milestone('from') });
    const text = `${milestone('from', 'depends_on: [target SS]\n')}\nSee [[target]].\n`;
    for (const word of ['target SS', 'target]]']) {
      await until(async () => (await definitions('from.md', text, word)).length > 0, `the definition of ${word}`);
      deepEqual(await definitions('from.md', text, word), ['target.md 3:5']);
    }
    deepEqual(await definitions('from.md', text, 'maria'), []);
  });
});
