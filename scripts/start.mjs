import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launch } from './vscode/launch.mjs';
import { locate } from './vscode/locate.mjs';
import { root } from './vscode/paths.mjs';
import { startServer } from './vscode/server.mjs';

const help = `npm start -- [FOLDER] [--oldest] [--web] [--restricted] [--theme NAME] [--screenshot FILE]

Opens a folder, or examples/atlas, in a VS Code with Milepost as it was last built. Where the desktop VS Code cannot be
had, it is the same VS Code in your browser: open the address that is printed. MILEPOST_VSCODE=desktop or server chooses.

  --oldest           the oldest VS Code that Milepost supports
  --web              the extension in a web worker, as on vscode.dev
  --restricted       Restricted Mode
  --theme NAME       light, dark, high-contrast, high-contrast-light; your system's otherwise
  --screenshot FILE  only take a picture of the window`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    oldest: { type: 'boolean', default: false },
    web: { type: 'boolean', default: false },
    restricted: { type: 'boolean', default: false },
    theme: { type: 'string', default: 'system' },
    screenshot: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});

const options = {
  folder: chooseFolder(positionals[0]),
  version: values.oldest ? 'oldest' : 'newest',
  host: values.web ? 'web' : 'node',
  trusted: !values.restricted,
  theme: values.theme,
};

if (values.help) console.log(help);
else if (values.screenshot) await takePicture(values.screenshot);
else if ((await locate()) === 'desktop' && options.host === 'node') await openDesktop();
else await serve();

function chooseFolder(wanted) {
  if (wanted) return resolve(wanted);
  return [join(root, 'examples/atlas'), join(root, 'examples')].find(existsSync) ?? root;
}

async function openDesktop() {
  const { vscode, ended } = await launch(options);
  console.log(`VS Code ${vscode} shows ${relative(root, options.folder)}. Closing it, or Ctrl-C here, ends it.`);
  await ended;
}

async function serve() {
  const { vscode, ended, url } = await startServer(options);
  const shown = relative(root, options.folder) || options.folder;
  console.log(`\nMilepost in VS Code ${vscode}, with ${shown}. Open this in your browser:\n\n  ${url}\n`);
  console.log('It is yours alone: whoever has the address can use this machine as you. Ctrl-C ends it.');
  console.log(`VS Code ended (${await ended}).`);
  process.exitCode = 1;
}

async function takePicture(file) {
  const editor = await launch({ ...options, where: 'server' });
  try {
    const page = await editor.page();
    await page.waitForSelector('.explorer-folders-view .monaco-list-row');
    await page.waitForTimeout(3000);
    await page.screenshot({ path: file });
  } finally {
    await editor.close();
  }
}
