import { cpSync, mkdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { openFile, settle } from './vscode/gestures.mjs';
import { launch } from './vscode/launch.mjs';
import { pictures as pictureFolder, root } from './vscode/paths.mjs';
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
 * Takes a picture of the real editor for the documentation. `folder` is opened as a copy, after `prepare(copy)`;
 * `steps(page)` brings the window to what the picture shows, with the gestures of scripts/vscode/gestures.mjs;
 * `out` is where the picture goes; `clip` is what part of the window is wanted, as a selector. The rest are options of
 * scripts/vscode/launch.mjs. The extension is an installed one here, so that the title is as people see it.
 */
export async function shoot({ folder, out, steps, prepare, clip, ...options }) {
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

const milestone = { folder: 'examples/atlas', steps: (page) => openFile(page, 'milestones/auth-cutover.md') };

/** The pictures, by name. */
const pictures = {
  'editor-light': { ...milestone, theme: 'light' },
  'editor-dark': { ...milestone, theme: 'dark' },
};

async function main(names) {
  const wanted = Object.entries(pictures).filter(([name]) => names.length === 0 || names.includes(name));
  for (const [name, picture] of wanted) {
    const path = await shoot({
      out: join(pictureFolder, 'documentation', `${name}.png`),
      ...picture,
    });
    console.log(path);
  }
}

if (process.argv[1] && basename(process.argv[1]) === 'screenshots.mjs') await main(process.argv.slice(2));
