import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { openFile, runCommand, settle, webview } from './vscode/gestures.mjs';
import { launch } from './vscode/launch.mjs';
import { root } from './vscode/paths.mjs';
import { temporaryFolder } from './vscode/profile.mjs';

/** What a reader of the documentation need not see: they have other things there, or none. */
const distractions = `
  .part.statusbar [id^="status.host"], .part.statusbar [id="status.forwardedPorts"],
  .part.statusbar [id*="keyboardLayout" i], .part.statusbar [id^="status.notifications"],
  .part.activitybar .menubar { display: none !important; }
  .part.titlebar .titlebar-right { visibility: hidden !important; }
`;

const settings = {
  'breadcrumbs.enabled': false,
  'editor.cursorBlinking': 'solid',
  'editor.minimap.enabled': false,
  'explorer.compactFolders': false,
  'outline.collapseItems': 'alwaysCollapse',
  'window.menuBarVisibility': 'hidden',
};

/**
 * Takes a picture of the real editor for the documentation. `folder` is opened as a copy, after `before()` and
 * `prepare(copy)`;
 * `steps(page)` brings the window to what the picture shows, with the gestures of scripts/vscode/gestures.mjs;
 * `out` is where the picture goes; `clip` is what part of the window is wanted, as a selector. The rest are options of
 * scripts/vscode/launch.mjs. The extension is an installed one here, so that the title is as people see it.
 */
export async function shoot({ folder, out, steps, before, prepare, clip, ...options }) {
  before?.();
  const copy = temporaryFolder('picture');
  const opened = join(copy.folder, basename(folder));
  cpSync(resolve(root, folder), opened, { recursive: true });
  await prepare?.(opened);
  const editor = await launch({
    size: { width: 1200, height: 750 },
    scale: 2,
    ...options,
    where: 'server',
    installed: true,
    folder: opened,
    settings: { ...settings, ...options.settings },
  });
  try {
    const page = await editor.page();
    await page.waitForSelector('.explorer-folders-view .monaco-list-row');
    await page.addStyleTag({ content: distractions });
    await settle(page);
    await steps?.(page);
    await settle(page);
    const path = resolve(root, out);
    mkdirSync(dirname(path), { recursive: true });
    if (clip) await page.locator(clip).first().screenshot({ path, caret: 'hide' });
    else await page.screenshot({ path, caret: 'hide' });
    return path;
  } finally {
    await editor.close();
    copy.remove();
  }
}

/** The views of the extension, with some of the program tree unfolded. */
async function showViews(page, unfold = [], wider = 90) {
  await page.click('.activitybar [aria-label^="Milepost"]');
  const rows = page.locator('.pane:has(.title:text-is("Program")) .monaco-list-row');
  await rows.first().waitFor();
  await widenSideBar(page, wider);
  for (const label of unfold) await rows.filter({ hasText: label }).first().locator('.monaco-tl-twistie').click();
}

async function goToLine(page, line) {
  await page.keyboard.press('Control+G');
  await page.keyboard.type(String(line));
  await page.keyboard.press('Enter');
}

/** Makes room for what stands behind titles. */
async function widenSideBar(page, by) {
  const { x, y, width, height } = await page.locator('.part.sidebar').boundingBox();
  await page.mouse.move(x + width + 2, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + width + 2 + by, y + height / 2, { steps: 5 });
  await page.mouse.up();
  await restMouse(page);
}

/** Where it rests something lights up or is explained; not so in the middle of the status bar. */
async function restMouse(page) {
  const { width, height } = page.viewportSize();
  await page.mouse.move(width * 0.7, height - 8);
}

const usual = { size: { width: 1080, height: 680 }, scale: 1.4 };
const atlas = { folder: 'examples/atlas', settings: { 'milepost.today': '2026-11-21' } };

const tree = {
  ...atlas,
  async steps(page) {
    await openFile(page, 'milestones/auth-cutover.md');
    await showViews(page, ['Platform'], 200);
    await runCommand(page, 'View: Toggle Problems');
  },
};

/** Why go-live is late, and what causes it. */
const why = {
  ...atlas,
  theme: 'light',
  async steps(page) {
    await openFile(page, 'README.md');
    await goToLine(page, 54);
    await showViews(page);
    await runCommand(page, 'Milepost: Why This Date?');
    const rows = page.locator('.pane:has(.title:text-is("Why")) .monaco-list-row');
    for (const folded of ['Needs Attention', 'Program']) {
      await page.locator(`.pane-header:has(.title:text-is("${folded}"))`).click();
    }
    await rows.filter({ hasText: 'working days left' }).first().click();
  },
};

/** How the program stands, with the tooltip of the status bar. */
const health = {
  ...atlas,
  theme: 'dark',
  async steps(page) {
    await openFile(page, 'milestones/schema-v2.md');
    await showViews(page);
    await page.locator('.statusbar-item:has-text("Atlas migration")').hover();
    await page.waitForSelector('.workbench-hover:has-text("because of")');
  },
};

/** The card of an item that is late and blocked. */
const hover = {
  ...atlas,
  clip: '.split-view-view:has(> .editor-group-container)',
  async steps(page) {
    await openFile(page, 'milestones/auth-cutover.md');
    const word = page.locator('.view-line span:text("auth-cutover")').first();
    await word.hover();
    await page.waitForSelector('.monaco-hover img');
  },
};

/** What a branch does to the plan, beside one of the files that it changes. */
const review = {
  ...atlas,
  prepare: (folder) => {
    withEarlierDates(folder);
    withBranch(folder);
  },
  size: { width: 1240, height: 760 },
  async steps(page) {
    await showViews(page, [], 260);
    await runCommand(page, 'Milepost: Review Plan Changes of This Branch');
    const pane = page.locator('.pane:has(.title:text-is("Plan Changes"))');
    await pane.locator('.monaco-list-row:has-text("Programs")').waitFor();
    for (const folded of ['Needs Attention', 'Program'])
      await page.locator(`.pane-header:has(.title:text-is("${folded}"))`).click();
    await restMouse(page);
    await openFile(page, 'milestones/schema-v2.md');
    await page.locator('.view-line:has-text("id: schema-v2")').waitFor();
    await page.waitForFunction(NOTED);
  },
};

/** Whether it is said behind a line how a date has moved: what the editor shows there are styles. */
const NOTED = `[...document.styleSheets].some((sheet) => [...sheet.cssRules].some(({ cssText }) => cssText.includes('since v1')))`;

/** A view of the plan while a change to it is reviewed. */
const reviewed = (picture, shown) => ({
  ...picture,
  prepare: withBranch,
  async steps(page) {
    await runCommand(page, 'Milepost: Review Plan Changes of This Branch');
    await page.locator('.pane:has(.title:text-is("Plan Changes")) .monaco-list-row').first().waitFor();
    await picture.steps(page);
    await (await webview(page, shown, 60_000)).waitForSelector(shown);
  },
});

/** A plan of 2,000 items, which the views of the plan are looked at with, too. */
const large = {
  scale: 1,
  folder: 'bench/.cache/2000',
  before: () =>
    execFileSync('node', [join(root, 'bench/make-plan.mjs'), large.folder, '--items', '2000'], { cwd: root }),
  settings: { 'milepost.today': '2026-06-15' },
};

/** The dependencies of a plan, beside one of its documents. */
const graph = (plan, document) => ({
  ...plan,
  size: { width: 1500, height: 860 },
  async steps(page) {
    await openFile(page, document);
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await runCommand(page, 'Milepost: Open Dependency Graph');
    await (await webview(page, '.scene[data-drawn="1"]', 60_000)).waitForSelector('.node.at-cursor');
  },
});

/** The whole of them, as wide as the window. */
const wholeGraph = (plan, document) => ({
  ...plan,
  settings: { ...plan.settings, 'workbench.editor.doubleClickTabToToggleEditorGroupSizes': 'maximize' },
  size: { width: 1400, height: 800 },
  async steps(page) {
    await graph(plan, document).steps(page);
    const view = await webview(page, '.scene[data-drawn="1"]');
    await page.dblclick('.tab:has-text("Dependency Graph")');
    await view.waitForFunction(() => innerWidth > 1200);
    await view.click('button:text-is("Fit")');
  },
});

/** A view of a plan that has a page of its own, by the title of its command. */
const planView = (plan, document, title, shown) => ({
  ...plan,
  settings: { ...plan.settings, 'workbench.editor.doubleClickTabToToggleEditorGroupSizes': 'maximize' },
  size: { width: 1400, height: 860 },
  async steps(page) {
    await openFile(page, document);
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await runCommand(page, `Milepost: Open ${title}`);
    await (await webview(page, shown, 60_000)).waitForSelector(shown);
    await page.dblclick(`.tab:has-text("${title}")`);
  },
});

/** Runs git in a folder, as somebody and as of a time. */
const git = (folder, args, { at = '2026-11-20T09:00', by = 'Maria' } = {}) =>
  execFileSync('git', ['-c', `user.name=${by}`, '-c', 'user.email=plan@example.org', ...args], {
    cwd: folder,
    env: { ...process.env, GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at },
  });

/** Makes the folder a repository with a branch that has changed some of the plan. */
function withBranch(folder) {
  const change = (file, from, to) => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from)) throw new Error(`${file} does not have ${from}`);
    writeFileSync(path, text.replace(from, to));
  };
  git(folder, ['init', '-q', '-b', 'main']);
  git(folder, ['add', '-A']);
  git(folder, ['commit', '-q', '--allow-empty', '-m', 'The plan']);
  git(folder, ['switch', '-q', '-c', 'schema-takes-longer']);
  change('milestones/schema-v2.md', 'duration: 30d', 'duration: 36d');
  change('milestones/reporting-parity.md', 'duration: 15d', 'duration: 12d');
  rmSync(join(folder, 'milestones/session-bridge.md'));
  change('risks.md', 'risks:\n', `risks:\n${NEW_RISK}`);
  change('milestones/capacity-test.md', 'title: ', 'title: Full ');
}

const NEW_RISK = `  - id: R-9
    title: Batching leaves old balances behind
    owner: chen
    status: open
    probability: medium
    impact: high
    review_by: 2026-12-04
    mitigation: Compare every balance after each batch.
    affects: [schema-v2]
`;

/** Commits everything in a folder, which becomes a repository with that. */
function commitAll(folder, { at, message = at, by }) {
  git(folder, ['init', '-q', '-b', 'main']);
  git(folder, ['add', '-A']);
  git(folder, ['commit', '-q', '-m', message], { at, by });
}

/** Makes the folder a repository in which some risks were other ones a few weeks ago. */
function withEarlierRisks(folder) {
  const path = join(folder, 'risks.md');
  const now = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    now.replace('probability: 60%', 'probability: 35%').replace('probability: low', 'probability: 50%'),
  );
  commitAll(folder, { at: '2026-10-12T09:00' });
  writeFileSync(path, now);
  commitAll(folder, { at: '2026-11-18T09:00' });
}

/** A picture in every kind of theme. */
const themed = (name, picture) =>
  Object.fromEntries(['dark', 'light', 'high-contrast'].map((theme) => [`${name}-${theme}`, { ...picture, theme }]));

/** Makes the folder a repository in which a milestone has been moved a few times since the plan was first agreed on. */
function withEarlierDates(folder) {
  const path = join(folder, 'milestones', 'schema-v2.md');
  const now = readFileSync(path, 'utf8');
  const was = (due, status = 'planned') => {
    const text = now.replace(/^due: .*$/m, `due: ${due}`).replace(/^status: .*$/m, `status: ${status}`);
    writeFileSync(path, status === 'planned' ? text.replace(/^progress: .*\n/m, '') : text);
  };
  const config = join(folder, 'milepost.yaml');
  was('2026-11-13');
  commitAll(folder, { at: '2026-09-01T09:00', message: 'The plan of Atlas' });
  git(folder, ['tag', 'v1']);
  was('2026-11-27');
  commitAll(folder, { by: 'Chen', at: '2026-09-22T09:00', message: 'schema-v2: hot accounts need a second path' });
  was('2026-11-20');
  commitAll(folder, { by: 'Chen', at: '2026-10-12T09:00', message: 'schema-v2: currencies first, as decided' });
  was('2026-11-20', 'in-progress');
  commitAll(folder, { by: 'Chen', at: '2026-10-26T09:00', message: 'Work on the schema has begun' });
  writeFileSync(path, now);
  writeFileSync(config, `${readFileSync(config, 'utf8')}\nbaseline: v1\n`);
  commitAll(folder, {
    by: 'Priya',
    at: '2026-11-10T09:00',
    message: 'schema-v2: a second engineer joins on 30 November',
  });
}

/** Makes the folder a repository with the plan as it was a week ago, before work went slower than was thought. */
function withLastWeek(folder) {
  const change = (file, pairs) => {
    const path = join(folder, file);
    const now = readFileSync(path, 'utf8');
    const was = pairs.reduce((text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`${file} does not have ${from}`);
      return text.replace(from, to);
    }, now);
    writeFileSync(path, was);
    return () => writeFileSync(path, now);
  };
  const back = [
    change('milestones/schema-v2.md', [['progress: 50%', 'progress: 45%']]),
    change('risks.md', [['probability: 60%', 'probability: 35%']]),
  ];
  commitAll(folder, { at: '2026-10-20T09:00', message: 'The plan of Atlas' });
  git(folder, ['commit', '-q', '--allow-empty', '-m', 'A week ago'], { at: '2026-11-13T09:00' });
  for (const restore of back) restore();
  commitAll(folder, { at: '2026-11-20T09:00', message: 'The plan today' });
}

/** The history of an item. */
const history = {
  ...atlas,
  prepare: withEarlierDates,
  size: { width: 1100, height: 640 },
  settings: { ...atlas.settings, 'workbench.editor.doubleClickTabToToggleEditorGroupSizes': 'maximize' },
  async steps(page) {
    await openFile(page, 'milestones/schema-v2.md');
    await runCommand(page, 'View: Toggle Primary Side Bar Visibility');
    await runCommand(page, 'Milepost: Show History');
    await (await webview(page, '.history-chart .point', 60_000)).waitForSelector('.history-chart .point');
    await page.dblclick('.tab:has-text("History")');
  },
};

/** Every view of a plan in every kind of theme. */
const viewsOf = (plan, name, document, risks = {}) => {
  const views = {
    // Of a large one, little would be in sight beside a document.
    graph: (plan === large ? wholeGraph : graph)(plan, document),
    timeline: planView(plan, document, 'Timeline', '.chart .name'),
    risks: { ...planView(plan, document, 'Risk Matrix', '.matrix .item'), ...risks },
    decisions: planView(plan, document, 'Decision Log', '.decisions .item'),
  };
  return Object.assign({}, ...Object.entries(views).map(([view, picture]) => themed(`${view}${name}`, picture)));
};

/** The pictures of the documentation, by name. */
const pictures = {
  'tree-dark': { ...tree, theme: 'dark' },
  'tree-light': { ...tree, theme: 'light' },
  problems: {
    ...atlas,
    theme: 'light',
    async steps(page) {
      await openFile(page, 'workstreams/payments.md');
      await goToLine(page, 46);
      await showViews(page);
      await runCommand(page, 'View: Toggle Problems');
    },
  },
  why,
  'graph-whole': { ...wholeGraph(atlas, 'milestones/auth-cutover.md'), theme: 'dark' },
  ...themed('dashboard', {
    ...planView(atlas, 'README.md', 'Dashboard', '.dashboard .arrow'),
    prepare: withLastWeek,
    size: { width: 1400, height: 940 },
  }),
  ...viewsOf(atlas, '', 'milestones/auth-cutover.md', { prepare: withEarlierRisks }),
  ...viewsOf(large, '-2000', 'program-1/README.md'),
  'history-dark': { ...history, theme: 'dark' },
  'history-light': { ...history, theme: 'light' },
  health,
  'review-dark': { ...review, theme: 'dark' },
  'review-light': { ...review, theme: 'light' },
  ...themed(
    'review-timeline',
    reviewed(planView(atlas, 'milestones/schema-v2.md', 'Timeline', '.chart .name'), '.ghost'),
  ),
  ...themed('review-graph', reviewed(wholeGraph(atlas, 'milestones/schema-v2.md'), '.node.moved')),
  fixes: {
    ...atlas,
    theme: 'light',
    clip: '.split-view-view:has(> .editor-group-container)',
    async steps(page) {
      await openFile(page, 'workstreams/payments.md');
      await page.keyboard.press('Control+G');
      await page.keyboard.type('38:58');
      await page.keyboard.press('Enter');
      await page.keyboard.press('Control+.');
      await page.locator('.action-widget .monaco-list-row').first().waitFor();
    },
  },
  'hover-dark': { ...hover, theme: 'dark' },
  'hover-light': { ...hover, theme: 'light' },
  welcome: {
    folder: 'test/editor/fixtures/folder',
    theme: 'dark',
    steps: (page) => page.click('.activitybar [aria-label^="Milepost"]'),
  },
};

async function main(names, folder = process.env.MILEPOST_PICTURES ?? 'docs/images') {
  const wanted = Object.entries(pictures).filter(([name]) => names.length === 0 || names.includes(name));
  for (const [name, picture] of wanted)
    console.log(await shoot({ out: `${folder}/${name}.png`, ...usual, ...picture }));
}

if (process.argv[1] && basename(process.argv[1]) === 'screenshots.mjs') await main(process.argv.slice(2));
