import * as vscode from 'vscode';
import { deepEqual, equal, match, ok } from '../assert.ts';
import { milestone, removePlan, writePlan } from '../milepost.ts';
import { openFile, page, setText, until, workspaceFile } from '../support.ts';

const { executeCommand } = vscode.commands;

const register = (body: string): string => `---\ntype: register\n---\n\n${body}`;
const block = (comment: string): string => `<!-- milepost ${comment} -->\n<!-- /milepost -->\n`;

/**
 * Opens the preview of a document, which no other test has: the editor keeps the text of one that was open for a
 * while, even where another has been written in its place.
 */
async function preview(path: string): Promise<vscode.TextDocument> {
  const { document } = await openFile(path);
  await executeCommand('markdown.showPreviewToSide');
  // While it loads, the editor may put another frame in its place.
  await until(
    () =>
      page.waitFor('.markdown-body', { webview: '.markdown-body', timeout: 5000 }).then(
        () => true,
        () => false,
      ),
    'the preview',
  );
  return document;
}

const inside = { webview: '.markdown-body' } as const;

const untilText = (selector: string, expected: RegExp): Promise<unknown> =>
  until(async () => {
    const found = (await page.texts(selector, inside)).join('\n');
    return expected.test(found) || Promise.reject(new Error(found));
  }, `${selector} to be like ${expected}`);

describe('the Markdown preview', () => {
  afterEach(removePlan);

  it('shows a live block as the plan is, and follows edits that are not saved', async () => {
    const text = `# Status\n\n${block('milestones')}\nAfter\n`;
    await writePlan({ 'a.md': milestone('a'), 'live.md': register(text) });
    const document = await preview('live.md');
    await untilText('.milepost-block td', /^a\nThe a\nmaria/);
    equal(document.getText(), register(text));
    // Without showing it: the preview would follow.
    const other = await vscode.workspace.openTextDocument(workspaceFile('a.md'));
    await setText(other, milestone('a').replace('The a', 'Another title'));
    await untilText('.milepost-block td', /Another title/);
    deepEqual(await page.texts('.markdown-body > p', inside), ['After']);
  });

  it('leads from a block to the file of an item', async () => {
    await writePlan({ 'deep/a.md': milestone('a'), 'links.md': register(block('milestones')) });
    await preview('links.md');
    await untilText('.milepost-block td', /The a/);
    match(
      await page.evaluate(
        () => document.querySelector('.milepost-block a')?.getAttribute('data-href') ?? '',
        undefined,
        inside,
      ),
      /^deep\/a\.md$/,
    );
  });

  it('shows a card above the prose of an item, and none elsewhere', async () => {
    await writePlan({
      'card.md': milestone('card', 'due: 2026-12-11\nstatus: blocked\n').concat('\n# Card\n'),
      'nocard.md': register('x'),
    });
    await preview('card.md');
    await untilText(
      '.milepost-card',
      /The card[\s\S]*milestone [\w-]+\/card[\s\S]*Status blocked[\s\S]*Owner maria[\s\S]*Due 11 Dec 2026/,
    );
    ok((await page.texts('.milepost-card.milepost-blocked', inside)).length === 1);
    await executeCommand('workbench.action.closeAllEditors');
    await preview('nocard.md');
    await untilText('.markdown-body p', /x/);
    deepEqual(await page.texts('.milepost-card', inside), []);
  });

  it('rows 1 and 10: shows text of the plan as text', async () => {
    const title = `<img src=x onerror="document.body.dataset.hit=1"><script>document.body.dataset.hit=1</script> [x](command:milepost.init) **b**`;
    const text = `---\ntype: milestone\nid: a\nowner: maria\ntitle: ${JSON.stringify(title)}\n---\n\n`;
    await writePlan({ 'hostile.md': text + ['milestones', 'status', 'timeline', 'graph'].map(block).join('\n') });
    await preview('hostile.md');
    await untilText('.milepost-card', /<img src=x/);
    await untilText('.milepost-block td', /<img src=x/);
    const found = await page.evaluate(
      () => ({
        hit: document.body.dataset['hit'] ?? '',
        made: document.querySelectorAll('.markdown-body img, .markdown-body script, .markdown-body b').length,
        strong: [...document.querySelectorAll('.milepost-block td strong')].length,
        links: [...document.querySelectorAll('.markdown-body a')].map((link) => link.getAttribute('data-href') ?? ''),
      }),
      undefined,
      inside,
    );
    deepEqual(
      { ...found, links: found.links.filter((link) => /^\w+:/.test(link)) },
      {
        ...{ hit: '', made: 0, strong: 0, links: [] },
      },
    );
  });

  it('leaves blocks alone that nobody can read, with what is wrong, and all other Markdown', async () => {
    const body = `${block('milestone').replace('\n<', '\nmine\n<')}\n\`\`\`\n${block('risks')}\`\`\`\n\n<!-- a comment -->\n\n**bold**\n`;
    await writePlan({ 'faulty.md': register(body) });
    await preview('faulty.md');
    await untilText('.milepost-fault', /there is no view "milestone": did you mean milestones\?/);
    await untilText('.milepost-block', /mine/);
    equal((await page.texts('.milepost-block', inside)).length, 1);
    deepEqual(await page.texts('.markdown-body strong', inside), ['bold']);
    await untilText('.markdown-body pre code', /<!-- milepost risks -->/);
  });

  it('leaves a block and its diagram to the editor in a document that no plan has', async () => {
    const fence = '```mermaid\nsequenceDiagram\n  A ->> B: hello\n```';
    const text = `# Outside\n\n${block('graph').replace('\n', `\n\n${fence}\n\n`)}`;
    await writePlan({ 'a.md': milestone('a'), 'outside.md': text });
    await preview('outside.md');
    // VS Code draws such fences by itself since 1.121; before, they are code.
    const isDrawn = Number(vscode.version.split('.')[1]) >= 121;
    const shown = () =>
      page.evaluate(
        (selector) => [...document.querySelectorAll(selector)].map((found) => found.textContent ?? '').join(),
        isDrawn ? '.mermaid svg' : 'pre > code',
        inside,
      );
    await until(async () => /hello/.test(await shown()), "the editor's diagram");
    deepEqual(await page.texts('.milepost-block, .milepost-diagram', inside), []);
  });

  it('draws the diagrams of live blocks, loads Mermaid for these alone, and leaves other fences to the editor', async function () {
    this.timeout(60_000);
    const fence = '```mermaid\nflowchart LR\n  x --> y\n```\n';
    const hostile = `"]:::x --> z["<img src=https://evil.example/x.png onerror=alert(1)> %%{init: {}}%% title`;
    await writePlan({
      'a.md': milestone('a', 'due: 2026-12-11\nduration: 3d\n'),
      'b.md': milestone('b', 'due: 2026-12-18\ndepends_on: [a]\n').replace('The b', JSON.stringify(hostile)),
      'diagrams.md': register(`${fence}\n${block('graph')}\n${block('timeline')}`),
      'plain.md': register(`${fence}\nNothing live.\n`),
    });
    const loaded = (): Promise<string[]> =>
      page.evaluate(
        () =>
          performance
            .getEntriesByType('resource')
            .map(({ name }) => name)
            .filter((name) => /milepost|evil/.test(name) && /mermaid|evil/.test(name)),
        undefined,
        inside,
      );
    await preview('plain.md');
    await untilText('.markdown-body p', /Nothing live/);
    deepEqual(await loaded(), []);
    await executeCommand('workbench.action.closeAllEditors');
    await preview('diagrams.md');
    await until(
      async () =>
        (await page.evaluate(
          () => document.querySelectorAll('.milepost-diagram.milepost-drawn > svg').length,
          undefined,
          inside,
        )) === 2,
      'both diagrams',
      20_000,
    );
    // VS Code draws such fences by itself since 1.121; before, they are code.
    const draws = Number(vscode.version.split('.')[1]) >= 121;
    await until(
      () =>
        page.evaluate(
          (selector) => [...document.querySelectorAll(selector)].some((found) => /x/.test(found.textContent ?? '')),
          draws ? '.mermaid svg' : 'pre > code',
          inside,
        ),
      "the fence that is the editor's",
    );
    const svgs = await page.evaluate(
      () => [...document.querySelectorAll('.milepost-diagram > svg')].map((svg) => svg.textContent ?? ''),
      undefined,
      inside,
    );
    ok(
      svgs.every((text) => text.includes('The a')),
      svgs.join('\n'),
    );
    const loads = await loaded();
    equal(loads.length, 1, loads.join('\n'));
    match(loads[0] as string, /dist\/webview\/mermaid\.js/);
    deepEqual(
      await page.evaluate(
        () => document.querySelectorAll('.milepost-diagram img, .milepost-diagram script, .milepost-diagram a').length,
        undefined,
        inside,
      ),
      0,
    );
    const own = await page.evaluate(
      () =>
        [...document.querySelectorAll('.milepost-diagram > pre')].filter((pre) => pre.textContent?.includes('x --> y'))
          .length,
      undefined,
      inside,
    );
    equal(own, 0);
    const edited = await vscode.workspace.openTextDocument(workspaceFile('diagrams.md'));
    await setText(edited, edited.getText().concat('\nMore.\n'));
    await untilText('.markdown-body p', /More/);
    // Drawn once, and put back as it was: what is drawn again has another name.
    await until(
      () =>
        page.evaluate(
          () =>
            [...document.querySelectorAll('.milepost-diagram > svg')].map(({ id }) => id).join() ===
            'milepost-1,milepost-2',
          undefined,
          inside,
        ),
      'the diagrams to be those of before',
    );
  });
});
