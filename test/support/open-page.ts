import type { Browser, Frame, Page } from 'playwright-core';
import type { FromPage, GraphPicture } from '../../src/webview/protocol.ts';

/** A document with files of the extension in a browser: see scripts/webview/site.mjs. */
interface OpenedSite {
  readonly page: Page;
  /** Every address that was asked for beyond the files of the page. */
  readonly requests: readonly string[];
  close(): Promise<void>;
}

/** A page of the extension, without an editor: see scripts/webview/open-page.mjs. */
export interface OpenedPage extends OpenedSite {
  draw(picture: GraphPicture): Promise<FromPage & { readonly ms: number }>;
}

/** A Markdown preview, without an editor: see scripts/webview/open-preview.mjs. */
export interface OpenedPreview extends OpenedSite {
  show(sources: readonly string[]): Promise<void>;
  settled(): Promise<readonly { readonly isDrawn: boolean; readonly fault: string; readonly hasSource: boolean }[]>;
}

/** Which rules are asked; all, where left out. */
interface AxeOptions {
  readonly rules?: readonly string[];
}

interface Scripts {
  startBrowser(): Promise<Browser>;
  openPage(browser: Browser, name: string, state?: object): Promise<OpenedPage>;
  openPreview(browser: Browser, theme?: string): Promise<OpenedPreview>;
  axeViolations(frame: Page | Frame, options?: AxeOptions): Promise<readonly string[]>;
}

/** Starts a browser, and opens a page in it, with what it has kept before. */
export const openInBrowser = (name: string, state?: object): Promise<OpenedPage> =>
  inBrowser((browser, { openPage }) => openPage(browser, name, state));

/** Starts a browser, and opens a preview in it. */
export const openPreviewInBrowser = (): Promise<OpenedPreview> =>
  inBrowser((browser, { openPreview }) => openPreview(browser));

/** A browser for several pages, one after another. */
export async function startBrowser(): Promise<{
  readonly open: (name: string, state?: object) => Promise<OpenedPage>;
  readonly openPreview: () => Promise<OpenedPreview>;
  readonly close: () => Promise<void>;
}> {
  const all = await scripts();
  const browser = await all.startBrowser();
  return {
    open: (name, state) => all.openPage(browser, name, state),
    openPreview: () => all.openPreview(browser),
    close: () => browser.close(),
  };
}

/** What axe finds wrong in a page: see scripts/webview/axe.mjs. */
export const axeViolations = async (page: Page, options?: AxeOptions): Promise<readonly string[]> =>
  (await scripts()).axeViolations(page, options);

async function inBrowser<T extends OpenedSite>(open: (browser: Browser, all: Scripts) => Promise<T>): Promise<T> {
  const all = await scripts();
  const browser = await all.startBrowser();
  const opened = await open(browser, all);
  return { ...opened, close: () => opened.close().then(() => browser.close()) };
}

/** Scripts have no types: their names are put together, so that none are looked for. */
async function scripts(): Promise<Scripts> {
  const at = (path: string): Promise<Partial<Scripts>> =>
    import(new URL(`../../scripts/${path}`, import.meta.url).href);
  const parts = ['vscode/browser.mjs', 'webview/open-page.mjs', 'webview/open-preview.mjs', 'webview/axe.mjs'];
  return Object.assign({}, ...(await Promise.all(parts.map(at)))) as Scripts;
}
