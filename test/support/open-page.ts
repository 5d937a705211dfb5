import type { Browser, Page } from 'playwright-core';
import type { FromPage, GraphPicture } from '../../src/webview/protocol.ts';

/** A page of the extension in a browser, without an editor: see scripts/webview/open-page.mjs. */
export interface OpenedPage {
  readonly page: Page;
  /** Every address that was asked for beyond the files of the page. */
  readonly requests: readonly string[];
  draw(picture: GraphPicture): Promise<FromPage & { readonly ms: number }>;
  close(): Promise<void>;
}

interface Scripts {
  startBrowser(): Promise<Browser>;
  openPage(browser: Browser, name: string): Promise<OpenedPage>;
}

/** Starts a browser, and opens a page in it. */
export async function openInBrowser(name: string): Promise<OpenedPage> {
  const { startBrowser, openPage } = await scripts();
  const browser = await startBrowser();
  const opened = await openPage(browser, name);
  return { ...opened, close: () => opened.close().then(() => browser.close()) };
}

/** Scripts have no types: their names are put together, so that none are looked for. */
async function scripts(): Promise<Scripts> {
  const at = (path: string): Promise<Partial<Scripts>> =>
    import(new URL(`../../scripts/${path}`, import.meta.url).href);
  return { ...(await at('vscode/browser.mjs')), ...(await at('webview/open-page.mjs')) } as Scripts;
}
