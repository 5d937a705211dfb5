import * as vscode from 'vscode';
import { deepEqual, match } from '../assert.ts';
import { milestone, removePlan, writePlan } from '../milepost.ts';
import { openFile, page, setText, until } from '../support.ts';

const HOSTILE = '[quit](command:workbench.action.quit) <img src=x> $(bug)';

describe('hovers', () => {
  afterEach(removePlan);

  /** What the editor is told to show at a word: its Markdown, once there is some. */
  async function hoverOn(document: vscode.TextDocument, word: string): Promise<vscode.MarkdownString> {
    return until(async () => {
      // The editor may still have to read a file that has just been written.
      const offset = document.getText().indexOf(word);
      if (offset < 0) return undefined;
      const at = document.positionAt(offset + 1);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        at,
      );
      return hovers.flatMap(({ contents }) => contents as vscode.MarkdownString[]).find(({ value }) => value);
    }, `a hover on ${word}`);
  }

  it('are the card of an item where it is named, in front matter and in prose, in text that is not saved', async () => {
    await writePlan({ 'target.md': milestone('target'), 'from.md': milestone('from') });
    const { document } = await openFile('from.md');
    await setText(document, `${milestone('from', 'depends_on: [target SS]\ndue: 2026-12-11\n')}\nSee [[target]].\n`);
    for (const word of ['target SS', 'target]]']) {
      match(
        (await hoverOn(document, word)).value,
        /^\$\(milestone\) \*\*The target\*\*\n\nmilestone folder\/target · /,
      );
    }
    match((await hoverOn(document, '2026-12-11')).value, /\*\*Friday, 11 Dec 2026\*\*/);
    match((await hoverOn(document, 'depends_on')).value, /What it waits for\./);
  });

  it('say what the keys of the configuration and of collections mean', async () => {
    await writePlan({ 'milepost.yaml': 'tolerance: 3d\n', 'all.md': '---\nmilestones:\n  - { id: one }\n---\n' });
    match((await hoverOn((await openFile('milepost.yaml')).document, 'tolerance')).value, /turns red\. Default: 3d/);
    match((await hoverOn((await openFile('all.md')).document, 'milestones')).value, /Holds a milestone for each entry/);
  });

  it('show documents as text, and the picture of what stands around an item', async () => {
    await writePlan({
      'target.md': milestone('target').replace('The target', JSON.stringify(HOSTILE)),
      'from.md': milestone('from', 'depends_on: [target]\n'),
    });
    const editor = await openFile('from.md');
    const shown = await hoverOn(editor.document, 'target');
    deepEqual([shown.isTrusted ?? false, shown.supportHtml ?? false], [false, false]);
    const at = editor.document.positionAt(editor.document.getText().indexOf('[target') + 2);
    editor.selection = new vscode.Selection(at, at);
    await vscode.commands.executeCommand('editor.action.showHover');
    const hover = '.monaco-hover:visible .hover-contents:has(img)';
    await page.waitFor(hover);
    const drawn = await until(
      () =>
        page.evaluate(() => {
          const [contents] = [...document.querySelectorAll('.monaco-hover .hover-contents')].filter((each) =>
            each.querySelector('img'),
          );
          const image = contents?.querySelector('img');
          // Until the image is there it has no width.
          if (!contents || !image?.naturalWidth) return undefined;
          return {
            text: contents.querySelector('strong')?.textContent?.replaceAll('\u200b', ''),
            images: contents.querySelectorAll('img').length,
            icons: contents.querySelectorAll('.codicon').length,
            links: [...contents.querySelectorAll('a')].map((a) => a.dataset['href']?.replace(/^.*\//, '')),
          };
        }),
      'the picture of the hover',
    );
    deepEqual(drawn, { text: HOSTILE, images: 1, icons: 1, links: ['from.md#L3%2C5'] });
  });
});
