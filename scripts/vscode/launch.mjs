import { startBrowser } from './browser.mjs';
import { locate } from './locate.mjs';
import { startServer } from './server.mjs';

/** A window that fits a documentation page, and what most views are designed for. */
const usualSize = { width: 1280, height: 800 };

/**
 * Opens a VS Code with the extension in it. Options:
 *
 * - `folder` or `workspace` (a .code-workspace file): what is opened, as an absolute path
 * - `version`: `newest` or `oldest`; `trusted`: false for Restricted Mode; `host`: `web` for the web worker
 * - `settings`: user settings; `theme`: light, dark, high-contrast, high-contrast-light, system or a theme's own name
 * - `size`: of the window; `scale`: pixels of a picture per pixel of the window
 * - `tests`: a bundle of the extension that exports `run`; `installed`: installed, instead of in development
 * - `where`: `desktop` or `server` instead of what `locate` finds; `log`: gets what the editor says
 *
 * Answers with `page()`, `ended` and `close()`, which leaves nothing behind.
 */
export async function launch(options) {
  const where = options.where ?? (await locate());
  // Only a browser has a web worker for extensions like ours, which have an entry for Node as well.
  if (where === 'desktop' && options.host !== 'web') {
    // Loaded only here, since what downloads it wants a newer Node than the rest.
    const { startDesktop } = await import('./desktop.mjs');
    return startDesktop({ size: usualSize, ...options });
  }
  return openServer(options);
}

async function openServer(options) {
  const { size = usualSize, scale = 1, theme = 'dark', log = () => {} } = options;
  const server = await startServer(options);
  const browser = await startBrowser().catch(async (error) => {
    await server.close();
    throw error;
  });
  const close = async () => {
    await browser.close();
    await server.close();
  };
  try {
    const context = await browser.newContext({
      viewport: size,
      deviceScaleFactor: scale,
      locale: 'en-US',
      colorScheme: theme.includes('light') ? 'light' : 'dark',
      reducedMotion: 'reduce',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    page.on('console', (message) => log(`[${message.type()}] ${message.text()}\n`));
    page.on('pageerror', (error) => log(`[pageerror] ${error.stack}\n`));
    const crashed = new Promise((resolve) => {
      page.on('crash', () => resolve('its page crashed'));
      browser.on('disconnected', () => resolve('its browser ended'));
    });
    await page.goto(server.url);
    return { vscode: server.vscode, page: async () => page, ended: Promise.race([server.ended, crashed]), close };
  } catch (error) {
    await close();
    throw error;
  }
}
