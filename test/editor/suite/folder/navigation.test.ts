import * as vscode from 'vscode';
import { deepEqual } from '../assert.ts';
import { drawWaits, milepost, milestone, removePlan, writePlan } from '../milepost.ts';
import { openFile, page, setText, until } from '../support.ts';

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

  it('finds all references of an item, marks those of a document, and has its items in the outline', async () => {
    await writePlan({
      'target.md': milestone('target'),
      'from.md': milestone('from', 'depends_on: [target]\n'),
      'risks.md': '---\nrisks:\n  - { id: R-1, title: One, owner: maria, affects: [target] }\n---\n\nSee [[target]].\n',
    });
    const { document } = await openFile('risks.md');
    const ask = async <T>(command: string): Promise<readonly T[]> => {
      const at = document.positionAt(document.getText().indexOf('target') + 1);
      return (await vscode.commands.executeCommand<readonly T[] | undefined>(command, document.uri, at)) ?? [];
    };
    const references = async (): Promise<readonly string[]> =>
      (await ask<vscode.Location>('vscode.executeReferenceProvider'))
        .map(
          ({ uri, range }) => `${uri.path.replace(/^.*\//, '')} ${range.start.line + 1}:${range.start.character + 1}`,
        )
        .sort();
    const expected = ['from.md 6:14', 'risks.md 3:52', 'risks.md 6:7', 'target.md 3:5'];
    // Until the extension has read all files, there may be fewer.
    await until(
      async () =>
        String(await references()) === String(expected) || Promise.reject(new Error(String(await references()))),
      'all references',
    );
    const marked = await ask<vscode.DocumentHighlight>('vscode.executeDocumentHighlights');
    deepEqual(
      marked.map(({ range }) => range.start.line),
      [2, 5],
    );
    const inOutline = async (): Promise<readonly string[] | undefined> => {
      const symbols = await ask<vscode.DocumentSymbol>('vscode.executeDocumentSymbolProvider');
      return symbols.find(({ name }) => name === 'R-1 One')?.children.map(({ name }) => name);
    };
    // The editor keeps an outline until the text changes, or there is another one to be had.
    deepEqual(await until(inOutline, 'the outline'), ['id', 'title', 'owner', 'affects']);
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'target of nobody',
    );
    deepEqual(
      found.map(({ name }) => name),
      [],
    );
    const named = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      'vscode.executeWorkspaceSymbolProvider',
      'the target',
    );
    deepEqual(
      named.map(({ name, containerName }) => `${name}, ${containerName}`),
      ['target The target, folder'],
    );
  });

  it('shows what waits for an item as deep as one likes, and turns around', async () => {
    await writePlan({
      'a.md': milestone('a'),
      'b.md': milestone('b', 'depends_on: [a]\n'),
      'c.md': milestone('c', 'depends_on: [b]\n'),
      'd.md': milestone('d', 'depends_on: [c, e]\n'),
      'e.md': milestone('e', 'depends_on: [d]\n'),
    });
    const parts = await milepost();
    const labels = (): string[] =>
      drawWaits(parts)
        .split('\n')
        .map((line) => line.replace(/^(\s*\w+).*$/, '$1'));
    await until(() => parts.plans.folders[0]?.snapshot?.plan.items.length === 5, 'the plan');
    await vscode.commands.executeCommand('milepost.whatWaitsForThis', 'folder/a');
    deepEqual(labels(), ['a', '  b', '    c', '      d', '        e', '          d', '']);
    await page.waitFor('.pane .title:text-is("What Waits for a")');
    await vscode.commands.executeCommand('milepost.turnWaits');
    deepEqual(labels(), ['a', '  a', '']);
    await vscode.commands.executeCommand('milepost.whatThisWaitsFor', 'folder/c');
    deepEqual(labels(), ['c', '  b', '    a', '']);
    await page.waitFor('.pane .title:text-is("What c Waits For")');
    await vscode.commands.executeCommand('milepost.closeWaits');
    await page.waitFor('.pane .title:text-is("What c Waits For")', { state: 'detached' });
  });

  it('shows what refers to an item, by kind, and has nothing to turn around then', async () => {
    await writePlan({ 'a.md': milestone('a'), 'b.md': `${milestone('b', 'depends_on: [a]\n')}\nSee [[a]].\n` });
    const parts = await milepost();
    await until(() => parts.plans.folders[0]?.snapshot?.plan.items.length === 2, 'the plan');
    await vscode.commands.executeCommand('milepost.whatRefersToThis', 'folder/a');
    deepEqual(
      drawWaits(parts)
        .split('\n')
        .map((line) => line.replace(/^(\s*\S+).*$/, '$1')),
      ['a', '  depends_on', '    b', '  mentioned', '    b', ''],
    );
    await page.waitFor('.pane .title:text-is("What Refers to a")');
    await vscode.commands.executeCommand('milepost.turnWaits');
    await page.waitFor('.pane .title:text-is("What Refers to a")');
    await vscode.commands.executeCommand('milepost.closeWaits');
    await page.waitFor('.pane .title:text-is("What Refers to a")', { state: 'detached' });
  });

  it('folds front matter, grows selections along it, and has mentions as links', async () => {
    await writePlan({ 'target.md': milestone('target'), 'from.md': milestone('from') });
    const { document } = await openFile('from.md');
    await setText(document, `${milestone('from', 'depends_on: [target SS]\n')}\nSee [[target]].\n`);
    const links = async () =>
      (await vscode.commands.executeCommand<vscode.DocumentLink[]>('vscode.executeLinkProvider', document.uri)).flatMap(
        ({ range, target }) =>
          target ? [`${document.getText(range)} ${target.path.replace(/^.*\//, '')}#${target.fragment}`] : [],
      );
    await until(async () => (await links()).length > 0, 'links');
    deepEqual(await links(), ['target target.md#L3,5']);
    const folds = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
      'vscode.executeFoldingRangeProvider',
      document.uri,
    );
    deepEqual(
      folds.map(({ start, end }) => [start, end]),
      [[0, 6]],
    );
    const at = document.positionAt(document.getText().indexOf('target') + 1);
    const [grown] = await vscode.commands.executeCommand<vscode.SelectionRange[]>(
      'vscode.executeSelectionRangeProvider',
      document.uri,
      [at],
    );
    const steps: string[] = [];
    for (let step = grown; step; step = step.parent) steps.push(document.getText(step.range));
    deepEqual(
      ['target', 'target SS', '[target SS]', 'depends_on: [target SS]'].filter((text) => !steps.includes(text)),
      [],
    );
  });
});
