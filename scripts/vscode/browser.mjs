import { accessSync, constants } from 'node:fs';
import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliDecompress } from 'node:zlib';
import { chromium as playwright } from 'playwright-core';
import { fontConfiguration } from './fonts.mjs';
import { packageFolder } from './packages.mjs';
import { chromium as chromiumPin } from './pins.mjs';
import { run } from './processes.mjs';

/** Starts a headless Chromium that can reach this machine and nothing else. */
export async function startBrowser() {
  const [{ executablePath, env }, fonts] = await Promise.all([findChromium(), fontConfiguration()]);
  const options = {
    executablePath,
    env: { ...process.env, ...env, ...(fonts ? { FONTCONFIG_FILE: fonts } : {}) },
    args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost', '--font-render-hinting=none'],
  };
  return playwright.launch(options).catch((error) => {
    // The rest of playwright's message is a page of switches.
    throw new Error(`The browser ${executablePath} could not be started: ${error.message.split('\n')[0]}`, {
      cause: error,
    });
  });
}

/** A Chromium of the machine if it has one, else the one that an npm package ships. */
async function findChromium() {
  const own = process.env.CHROME_PATH || installed().find(executable);
  return own ? { executablePath: own, env: {} } : shippedChromium();
}

function installed() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (app) => `/Applications/${app}.app/Contents/MacOS/${app}`,
    );
  }
  if (process.platform === 'win32') {
    const programs = [process.env.PROGRAMFILES, process.env['PROGRAMFILES(X86)'], process.env.LOCALAPPDATA];
    return programs
      .filter(Boolean)
      .flatMap((folder) => [
        `${folder}/Google/Chrome/Application/chrome.exe`,
        `${folder}/Microsoft/Edge/Application/msedge.exe`,
      ]);
  }
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  return (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
}

function executable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

async function shippedChromium() {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium was found: install Chrome, or name one in CHROME_PATH');
  }
  const folder = await packageFolder(chromiumPin, unpack);
  // Its libraries stand in for those that a minimal machine lacks; what the machine has comes first.
  const libraries = [
    process.env.LD_LIBRARY_PATH,
    '/lib/x86_64-linux-gnu',
    '/usr/lib/x86_64-linux-gnu',
    join(folder, 'lib'),
  ];
  return { executablePath: join(folder, 'chromium'), env: { LD_LIBRARY_PATH: libraries.filter(Boolean).join(':') } };
}

/** The package keeps everything compressed for another purpose than ours, and unpacks into /tmp; here it stays put. */
async function unpack(folder) {
  const inflate = promisify(brotliDecompress);
  for (const name of ['chromium', 'swiftshader.tar', 'al2023.tar']) {
    const file = join(folder, name);
    await writeFile(file, await inflate(await readFile(join(folder, 'bin', `${name}.br`))));
    if (!name.endsWith('.tar')) continue;
    await run('tar', ['-xf', file, '-C', folder]);
    await rm(file);
  }
  await chmod(join(folder, 'chromium'), 0o755);
  await rm(join(folder, 'bin'), { recursive: true });
}
