import * as vscode from 'vscode';
import { hostilePlan } from '../../../support/hostile-plan.ts';
import { HOSTILE_TEXTS } from '../../../support/hostile-texts.ts';
import { deepEqual, equal, match, ok } from '../assert.ts';
import { forge } from '../forge.ts';
import { milepost, removePlan, untilShownAnew, writePlan } from '../milepost.ts';
import { saveAs } from '../save-dialog.ts';
import { openFile, page, setText, until, workspaceFile } from '../support.ts';

const { executeCommand } = vscode.commands;

const PLAN = (title = 'The check'): string => `---
type: program
id: atlas
title: Atlas
owner: maria
goal: go-live
milestones:
  - { id: schema, title: The schema, owner: chen, duration: 23d }
  - { id: backfill, title: The backfill, owner: priya, duration: 5d, due: 2026-12-04, depends_on: [schema, rehearsal] }
  - { id: rehearsal, title: The rehearsal, owner: priya, duration: 14d }
  - { id: check, title: ${JSON.stringify(title)}, owner: maria, duration: 2d, depends_on: [backfill FS+1d] }
  - { id: go-live, title: Go-live, owner: maria, due: 2026-12-04, commitment: firm, depends_on: [check] }
decisions:
  - { id: D-1, title: Which schema, owner: dana, due: 2026-11-01, blocks: [rehearsal] }
---
`;

const spaceless = (text: string): string => text.replace(/\s/g, '').replace(/^[✓✕★](?!$)/, '');

/** The page of the graph, which is the only one with a scene. */
const scene = { webview: '.scene' };

/** What the picture shows: the first line of each node, as a person reads it. */
const titles = (): Promise<string[]> =>
  page.evaluate(
    () =>
      [...document.querySelectorAll('.scene .node')].map((node) =>
        [...node.querySelectorAll('.row')].map((row) => row.textContent).join(' '),
      ),
    undefined,
    scene,
  );

/** How often the page has drawn. */
const drawings = async (): Promise<number> =>
  Number(await page.evaluate(() => document.querySelector('.scene')?.getAttribute('data-drawn'), undefined, scene));

/** The text of what a selector finds, which pictures have no other way to tell. */
const textOf = (selector: string): Promise<string> =>
  page.evaluate(
    (wanted: string) => [...document.querySelectorAll(wanted)].map((found) => found.textContent).join(),
    selector,
    scene,
  );

const node = (title: string): string => `.scene .node:has(.row:has-text("${title}"))`;

describe('the dependency graph', function () {
  // Each test opens a page anew, and some of them many pictures.
  this.timeout(60_000);

  const today = (day: string | undefined) =>
    vscode.workspace.getConfiguration('milepost').update('today', day, vscode.ConfigurationTarget.Global);

  before(() => today('2026-11-02'));
  after(() => today(undefined));
  beforeEach(() => writePlan({ 'README.md': PLAN() }));
  afterEach(removePlan);

  const openGraph = async (): Promise<void> => {
    const { graphPanel, plans } = await milepost();
    await until(() => plans.hasPlan, 'a plan');
    await executeCommand('milepost.openGraph');
    await until(() => graphPanel.picture, 'a picture');
    await page.waitFor('.scene .node', scene);
  };
  const untilTitles = (test: (titles: string[]) => boolean, what: string) =>
    until(async () => test(await titles()) || Promise.reject(new Error((await titles()).join('\n'))), what);

  it('shows the items with their dates, and what is wrong with them', async () => {
    await openGraph();
    await untilTitles((all) => all.length === 6, 'six nodes');
    match((await titles()).join('\n'), /^★ Go-live forecast 14 Dec \(\+6d\), due 4 Dec critical/m);
    equal(await page.evaluate(() => document.querySelectorAll('.scene .edgePaths path').length, undefined, scene), 5);
    ok(await page.evaluate(() => document.querySelector('.node.critical.goal') !== null, undefined, scene));
    await page.screenshot('graph');
  });

  it('row 7: allows its page nothing but what is named, and reads from one folder', async () => {
    await openGraph();
    const { graphPanel } = await milepost();
    const { options, html, cspSource } = graphPanel.panel.webview as vscode.Webview;
    deepEqual(
      options.localResourceRoots?.map(({ path }) => path.replace(/^.*\/(?=dist\/)/, '')),
      ['dist/webview'],
    );
    equal(options.enableCommandUris, false);
    const nonce = /'nonce-([\da-f]{32})'/.exec(html)?.[1];
    equal(
      /Content-Security-Policy" content="([^"]*)"/.exec(html)?.[1],
      `default-src 'none'; script-src 'nonce-${nonce}'; style-src ${cspSource} 'unsafe-inline'; img-src blob:; base-uri 'none'; form-action 'none'`,
    );
    equal(html.match(/<script/g)?.length, 1);
    match(html, new RegExp(`<script type="module" nonce="${nonce}" src="[^"]*/dist/webview/graph\\.js">`));
  });

  it('row 3, 7: reaches no address, and runs no script that somebody puts in', async () => {
    await openGraph();
    const tried = await page.evaluate(
      async () => {
        const blocked: string[] = [];
        document.addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
        const image = new Image();
        image.src = 'https://example.org/x.png';
        const script = document.createElement('script');
        script.textContent = 'window.wasRun = true';
        document.body.append(image, script);
        const fetched = await fetch('https://example.org/').then(
          () => 'fetched',
          () => 'refused',
        );
        await new Promise((resolve) => setTimeout(resolve, 100));
        image.remove();
        script.remove();
        return { blocked: [...new Set(blocked)].sort(), fetched, ran: 'wasRun' in window };
      },
      undefined,
      scene,
    );
    deepEqual(tried, { blocked: ['connect-src', 'img-src', 'script-src-elem'], fetched: 'refused', ran: false });
  });

  it('goes to the source of what is clicked', async () => {
    await openGraph();
    await page.click(node('The rehearsal'), scene);
    const editor = await until(() => vscode.window.activeTextEditor, 'an editor');
    await until(() => editor.document.getText(editor.selection) === 'rehearsal', 'the id of the item');
  });

  it('marks the item at the cursor, until that is turned off', async () => {
    const editor = await openFile('README.md');
    await openGraph();
    const put = (text: string) => {
      const at = editor.document.positionAt(editor.document.getText().indexOf(text));
      editor.selection = new vscode.Selection(at, at);
    };
    const marked = () => textOf('.scene .node.at-cursor');
    await vscode.window.showTextDocument(editor.document, editor.viewColumn);
    put('The backfill');
    await until(async () => /backfill/.test(await marked()), 'the backfill');
    put('The rehearsal');
    await until(async () => /rehearsal/.test(await marked()), 'the rehearsal');
    await page.click('button:text-is("Follow")', scene);
    await until(async () => (await marked()) === '', 'nothing to be marked');
    await page.click('button:text-is("Follow")', scene);
    await until(async () => /rehearsal/.test(await marked()), 'the rehearsal again');
  });

  it('shows what is chosen: an owner, what is critical, what is blocked', async () => {
    await openGraph();
    await page.evaluate(
      () => {
        const select = document.querySelector<HTMLSelectElement>('select[aria-label=Owner]') as HTMLSelectElement;
        select.value = 'priya';
        select.dispatchEvent(new Event('change'));
      },
      undefined,
      scene,
    );
    await untilTitles(
      (all) => all.length === 2 && all.every((title) => /backfill|rehearsal/.test(title)),
      'those of priya',
    );
    match(await page.text('.summary', scene), /4 /);
    await page.click('button:text-is("Show all")', scene);
    await untilTitles((all) => all.length === 6, 'all');
    await page.click('button:text-is("Critical")', scene);
    await untilTitles((all) => all.length === 4 && !all.some((text) => /rehearsal/.test(text)), 'the critical path');
    await page.click('button:text-is("Blocked")', scene);
    await untilTitles((all) => all.some((text) => /rehearsal/.test(text)), 'what is blocked');
  });

  it('looks at one item, with as much around it as is asked for', async () => {
    await openGraph();
    await executeCommand('milepost.showInGraph', 'atlas/rehearsal');
    await untilTitles((all) => all.length === 4 && !all.some((text) => /schema$|Go-live/.test(text)), 'what is near');
    equal(await page.text('.toolbar .focus .title', scene), 'The rehearsal');
    await page.fill('input[title="Levels of what waits for it"]', '1', scene);
    await page.keys('Enter');
    await untilTitles((all) => all.length === 3, 'one level');
    await page.click('button[title="End the focus"]', scene);
    await untilTitles((all) => all.length === 6, 'all');
  });

  it('draws again what is edited, where it was, and nothing where nothing has changed', async () => {
    const { document: text } = await openFile('README.md');
    await openGraph();
    const { graphPanel } = await milepost();
    const place = () =>
      page.evaluate(
        () => {
          const at = [...document.querySelectorAll('.scene .node')].find((each) =>
            /rehearsal/.test(each.textContent ?? ''),
          );
          const { x, y } = (at as Element).getBoundingClientRect();
          return [Math.round(x), Math.round(y)];
        },
        undefined,
        scene,
      );
    await page.click(node('The rehearsal'), scene);
    await until(async () => /rehearsal/.test(await textOf('.scene .node.at-cursor')), 'the mark');
    const before = await drawings();
    const at = await place();
    await setText(text, PLAN('The long check of everything that there is'));
    await untilTitles((all) => all.some((text) => /^The long check of everything/.test(text)), 'the new title');
    equal(await drawings(), before + 1);
    deepEqual(await place(), at);
    const { drawing } = graphPanel.picture ?? {};
    await setText(text, `${PLAN('The long check of everything that there is')}\nSome prose.\n`);
    await untilShownAnew(graphPanel);
    equal(graphPanel.picture?.drawing, drawing);
    equal(await drawings(), before + 1);
  });

  it('takes the colours of another theme without drawing', async () => {
    await openGraph();
    const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor, undefined, scene);
    const before = await drawings();
    const dark = await background();
    const workbench = vscode.workspace.getConfiguration('workbench');
    const theme = workbench.get('colorTheme');
    await workbench.update('colorTheme', 'Default Light Modern', vscode.ConfigurationTarget.Global);
    try {
      await until(async () => (await background()) !== dark, 'another background');
      equal(await drawings(), before);
    } finally {
      await workbench.update('colorTheme', theme, vscode.ConfigurationTarget.Global);
    }
  });

  it('goes from node to node by keys, along the lines, and shows the card', async () => {
    await openGraph();
    await page.evaluate(
      () => {
        const first = [...document.querySelectorAll<SVGGElement>('.scene .node')];
        first.find((each) => /Which schema/.test(each.textContent ?? ''))?.focus();
      },
      undefined,
      scene,
    );
    const focused = () =>
      page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '', undefined, scene);
    await page.keys('ArrowRight');
    match(await focused(), /^The rehearsal, forecast /);
    await page.keys('ArrowRight');
    match(await focused(), /^The backfill/);
    match(
      await page.text('.card', scene),
      /^The backfill\n+milestone atlas\/backfill\n[\s\S]*\nWaits for schema, rehearsal\n1 waits for it: check$/,
    );
    await page.keys('Enter');
    await until(() => {
      const editor = vscode.window.activeTextEditor;
      return editor?.document.getText(editor.selection) === 'backfill';
    }, 'the source of the backfill');
  });

  it('finds what is typed', async () => {
    await openGraph();
    await page.fill('input[type=search]', 'schema', scene);
    equal(await page.text('.toolbar .count', scene), '1 of 2');
    match(await textOf('.scene .node.current'), /schema/i);
  });

  it('rows 1 to 6: draws hostile titles, ids, owners, workstreams and programs as text: nothing runs, and nothing leaves', async () => {
    const AT_ONCE = 26;
    const plansOf = HOSTILE_TEXTS.flatMap((_, at) =>
      at % AT_ONCE === 0 ? [hostilePlan(HOSTILE_TEXTS.slice(at, at + AT_ONCE))] : [],
    );
    await writePlan({ 'README.md': '# Nothing\n', ...plansOf[0] });
    const { graphPanel, plans } = await milepost();
    const documents = new Map<string, vscode.TextDocument>();
    for (const path of Object.keys(plansOf[0] as object)) {
      documents.set(path, await vscode.workspace.openTextDocument(workspaceFile(path)));
    }
    await openGraph();
    await page.evaluate(
      () => {
        const seen = { ran: 0, blocked: [] as string[] };
        Object.assign(window, {
          seen,
          xssAttack: () => seen.ran++,
          alert: () => seen.ran++,
          scripts: document.scripts.length,
        });
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI }) =>
          seen.blocked.push(`${effectiveDirective} ${blockedURI}`),
        );
      },
      undefined,
      scene,
    );
    /** What stands on nodes and frames, by their ids. */
    const shown = () =>
      page.evaluate(
        () =>
          [...document.querySelectorAll('.scene .node, .scene [data-frame]')].map((found) => [
            found.getAttribute('data-node') ?? found.getAttribute('data-frame') ?? '',
            (found.matches('.node') ? found.querySelector('.label') : found)?.textContent ?? '',
          ]),
        undefined,
        scene,
      );
    for (const files of plansOf) {
      for (const [path, document] of documents) await setText(document, files[path] ?? '');
      await until(() => {
        const plan = plans.folders[0]?.snapshot?.plan;
        return Object.entries(files).every(([path, text]) => plan?.documentAt(path)?.text === text);
      }, 'the plan to be read');
      await untilShownAnew(graphPanel);
      // What stands there is what the plan says, and not what was put into the source in its place.
      await until(async () => {
        const { nodes = [], frames = [] } = graphPanel.picture ?? {};
        const wanted = [
          ...nodes.map(({ id, lines }) => [id, spaceless(lines.join(''))]),
          ...frames.map(({ id, title }) => [id, spaceless(title)]),
        ];
        const there = new Map((await shown()).map(([id, text]) => [id, spaceless(text ?? '')]));
        const missing = wanted.filter(([id, text]) => there.get(id ?? '') !== text);
        const isAll = nodes.length > 10 && frames.length > 4 && there.size === wanted.length && missing.length === 0;
        return (
          isAll || Promise.reject(new Error(JSON.stringify({ missing, there: there.size, wanted: wanted.length })))
        );
      }, 'all that the plan says');
    }
    const found = await page.evaluate(
      () => {
        const { seen, scripts } = window as unknown as { seen: object; scripts: number };
        return {
          ...seen,
          foreign: document.querySelectorAll('img, a, b, foreignObject, iframe, object, image, .scene style').length,
          scripts: document.scripts.length - scripts,
        };
      },
      undefined,
      scene,
    );
    deepEqual(found, { ran: 0, blocked: [], foreign: 0, scripts: 0 });
  });

  it('row 8: takes no forged message, and goes on', async () => {
    await openGraph();
    const { graphPanel } = await milepost();
    const { drawing, choice } = graphPanel.picture ?? {};
    const forged: unknown[] = [
      'copy',
      { type: 'open', drawing, id: '../README.md' },
      { type: 'open', drawing, id: 'command:workbench.action.closeActiveEditor' },
      { type: 'open', drawing: 99_999, id: 'n0' },
      { type: 'command', command: 'workbench.action.closeActiveEditor' },
      { type: 'choose', choice: { ...choice, path: '/' } },
      { type: 'choose', choice: { ...choice, focus: { key: 'item ../../x', up: 1, down: 1 }, owner: {} } },
    ];
    await vscode.env.clipboard.writeText('nothing');
    await page.evaluate(forge, forged, scene);
    // What follows them, and is sound, shows that they were heard.
    await page.evaluate(forge, [{ type: 'copy' }], scene);
    await until(async () => /^flowchart/.test(await vscode.env.clipboard.readText()), 'the last message');
    equal(vscode.window.activeTextEditor, undefined);
    equal(graphPanel.picture?.drawing, drawing);
    deepEqual(graphPanel.picture?.choice, choice);
  });

  it('folds what is too much, says so, and opens what is clicked', async () => {
    const items = Array.from({ length: 240 }, (_, n) => {
      const after = n >= 3 ? `, depends_on: [m${n - 3}]` : '';
      return `  - { id: m${n}, title: Item ${n}, owner: maria, workstream: w${n % 3}, duration: 1d${after} }`;
    });
    await writePlan({
      'README.md': `---\ntype: program\nid: atlas\ntitle: Atlas\nowner: maria\nmilestones:\n${items.join('\n')}\n---\n`,
    });
    const { plans, graphPanel } = await milepost();
    await until(() => plans.folders[0]?.snapshot?.plan.items.length === 241, 'all items');
    await openGraph();
    const folds = () => graphPanel.picture?.nodes.filter(({ kind }) => kind === 'fold') ?? [];
    const before = folds();
    ok(before.length > 0, 'nothing is folded');
    match(await page.text('.summary', scene), /of 240 items are shown; \d+ are folded into/);
    const [fold] = before;
    await page.evaluate(
      (id: string | undefined) => document.querySelector<SVGGElement>(`[data-node="${id}"]`)?.focus(),
      fold?.id,
      scene,
    );
    await page.keys('Enter');
    await until(() => !folds().some(({ key }) => key === fold?.key), 'it to be open');
    deepEqual(graphPanel.picture?.choice.open, [fold?.key]);
  });

  it('finds what is folded, or left out, and brings it by Enter', async () => {
    const items = Array.from({ length: 300 }, (_, n) => {
      const after = n >= 2 ? `, depends_on: [m${n - 2}]` : '';
      return `  - { id: m${n}, title: Step ${n}, owner: maria, workstream: w${n % 2}, duration: 1d${after} }`;
    });
    await writePlan({
      'README.md': `---\ntype: program\nid: atlas\ntitle: Atlas\nowner: maria\nmilestones:\n${items.join('\n')}\nactions:\n  - { id: A-1, title: A call, owner: priya, due: 2026-12-01 }\n---\n`,
    });
    const { plans, graphPanel } = await milepost();
    await until(() => plans.folders[0]?.snapshot?.plan.items.length === 302, 'all items');
    await openGraph();
    const isNode = (key: string) => graphPanel.picture?.nodes.some((node) => node.kind === 'item' && node.key === key);
    const middle = [150, 151].find((n) => !isNode(`item atlas/m${n}`));
    ok(middle, 'nothing is folded');
    const count = () => page.text('.toolbar .count', scene);
    for (const [text, said, key] of [
      [`Step ${middle}`, '1 folded: Enter opens', `item atlas/m${middle}`],
      ['A call', '1 left out: Enter shows', 'item atlas/A-1'],
    ] as const) {
      await page.fill('input[type=search]', text, scene);
      await until(async () => (await count()) === said || Promise.reject(new Error(await count())), said);
      await page.keys('Enter');
      await until(() => isNode(key), text);
      await until(async () => (await textOf('.scene .node.current')).includes(text), `${text} to be found`);
      equal(await count(), '1 of 1');
    }
    await page.fill('input[type=search]', 'Nobody says that', scene);
    await until(async () => (await count()) === 'not here', 'nothing');
  });

  it('draws nothing while nobody sees it', async () => {
    await openGraph();
    const { graphPanel, timelinePanel } = await milepost();
    const drawing = graphPanel.picture?.drawing ?? 0;
    const { document: text } = await openFile('README.md');
    await until(() => !graphPanel.panel.isReady, 'the graph to be hidden');
    // Beside the text, in sight: it shows when all who show the plan have had their turn.
    await executeCommand('milepost.openTimeline');
    await until(() => timelinePanel.message, 'the timeline');
    await setText(text, PLAN('Another'));
    await untilShownAnew(timelinePanel);
    equal(graphPanel.picture, undefined);
    await executeCommand('milepost.openGraph');
    await untilTitles((all) => all.some((title) => /^Another/.test(title)), 'the new title');
    equal(graphPanel.picture?.drawing, drawing + 1);
  });

  it('gives up a page that does not answer, says so, and draws again what is chosen then', async () => {
    const { document: text } = await openFile('README.md');
    await openGraph();
    const { graphPanel } = await milepost();
    const { drawMs } = graphPanel;
    graphPanel.drawMs = 1;
    try {
      await setText(text, PLAN('Another'));
      await until(() => graphPanel.picture?.notice, 'a notice');
    } finally {
      graphPanel.drawMs = drawMs;
    }
    await until(
      async () => /^The drawing of 6 nodes took longer than /.test(await page.text('.notice', scene)),
      'the notice',
    );
    equal((await titles()).length, 0);
    await page.click('button:text-is("Critical")', scene);
    await untilTitles((all) => all.length === 4, 'the critical path');
    equal(await page.evaluate(() => document.querySelector<HTMLElement>('.notice')?.hidden, undefined, scene), true);
  });

  it('says so where Mermaid fails, draws less, and all of it again when something is chosen', async () => {
    const chain = (title: string): string => {
      const items = Array.from({ length: 30 }, (_, n) => {
        const after = n >= 3 ? `, depends_on: [m${n - 3}]` : '';
        return `  - { id: m${n}, title: ${title} ${n}, owner: maria, workstream: w${n % 3}, duration: 1d${after} }`;
      });
      return `---\ntype: program\nid: atlas\ntitle: Atlas\nowner: maria\nmilestones:\n${items.join('\n')}\n---\n`;
    };
    await writePlan({ 'README.md': chain('Item') });
    const { plans, graphPanel } = await milepost();
    await until(() => plans.folders[0]?.snapshot?.plan.items.length === 31, 'all items');
    const { document: text } = await openFile('README.md');
    await openGraph();
    await untilTitles((all) => all.length === 30, 'all items');
    await page.evaluate(
      () => {
        const { prototype } = SVGGraphicsElement;
        const { getBBox } = prototype;
        prototype.getBBox = () => {
          prototype.getBBox = getBBox;
          throw new Error('no room');
        };
      },
      undefined,
      scene,
    );
    await setText(text, chain('Another'));
    await until(
      async () =>
        (await page.text('.notice', scene)) ===
        'The drawing of 30 nodes failed (Error: no room). More of it is folded now.',
      'the notice',
    );
    await untilTitles((all) => all.length > 0 && all.length <= 12, 'less');
    ok(graphPanel.picture?.nodes.some(({ kind }) => kind === 'fold'));
    match(await page.text('.summary', scene), /are folded into/);
    await page.click('button:text-is("Hide done")', scene);
    await untilTitles((all) => all.length === 30 && all.every((title) => /^Another/.test(title)), 'all of them');
    equal(await page.evaluate(() => document.querySelector<HTMLElement>('.notice')?.hidden, undefined, scene), true);
  });

  it('copies Mermaid, and saves what is seen as a picture', async () => {
    await openGraph();
    await page.click('button:text-is("Copy")', scene);
    await until(async () => /^flowchart LR\n/.test(await vscode.env.clipboard.readText()), 'the source');
    await page.click('button:text-is("SVG")', scene);
    const saved = await saveAs('graph.svg');
    match(saved, /^<svg [\s\S]*<tspan[^>]*>★ Go-live<\/tspan>[\s\S]*<\/svg>$/);
    ok(!/<script|foreignObject|href|var\(|color\(/.test(saved));
  });
});
