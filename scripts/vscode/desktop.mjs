import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { download } from '@vscode/test-electron';
import { chromium } from 'playwright-core';
import { cache } from './paths.mjs';
import { versions } from './pins.mjs';
import { start } from './processes.mjs';
import { provideExtension, temporaryFolder, userSettings, writeSettings } from './profile.mjs';

/** Starts the desktop VS Code, downloaded on first use, with a profile of its own that is removed with it. */
export async function startDesktop(options) {
  const { version = 'newest', trusted = true, folder, workspace, tests, size, log = () => {} } = options;
  const { vscode } = versions[version];
  const executable = await download({ version: vscode, cachePath: cache });
  const profile = temporaryFolder('desktop');
  const data = join(profile.folder, 'data');
  writeSettings(join(data, 'User/settings.json'), userSettings(options));
  const extensions = join(profile.folder, 'extensions');
  const { extension, developed } = provideExtension(options, profile.folder, extensions);
  const args = [
    workspace ?? folder,
    ...(developed ? [`--extensionDevelopmentPath=${developed}`] : []),
    ...(tests ? [`--extensionTestsPath=${join(extension, tests)}`] : []),
    `--user-data-dir=${data}`,
    `--extensions-dir=${extensions}`,
    '--disable-crash-reporter',
    '--disable-telemetry',
    '--disable-updates',
    '--locale=en',
    '--new-window',
    '--remote-debugging-port=0',
    '--skip-release-notes',
    '--skip-welcome',
    ...(size ? [`--window-size=${size.width},${size.height}`] : []),
    ...(trusted ? ['--disable-workspace-trust'] : []),
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ];
  const desktop = start(executable, args);
  for (const stream of [desktop.child.stdout, desktop.child.stderr]) stream.on('data', (text) => log(String(text)));
  let page;
  const close = async () => {
    desktop.stop();
    await desktop.ended;
    profile.remove();
  };
  const openPage = () => {
    page ??= connect(data);
    return page;
  };
  return { vscode, ended: desktop.ended, close, page: openPage };
}

/** The window as playwright sees it: Electron writes down the port that its debugger got. */
async function connect(data) {
  for (let attempt = 0; attempt < 100; attempt++, await sleep(100)) {
    const port = await readFile(join(data, 'DevToolsActivePort'), 'utf8')
      .then((text) => text.split('\n')[0])
      .catch(() => '');
    if (!port) continue;
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const pages = browser.contexts().flatMap((context) => context.pages());
    const window = pages.find((page) => /workbench/.test(page.url()));
    if (window) return window;
    await browser.close();
  }
  throw new Error('The window of the desktop VS Code could not be reached');
}
