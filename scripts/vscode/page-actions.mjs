import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { axeViolations } from '../webview/axe.mjs';
import { webview } from './gestures.mjs';

/**
 * What a test can have done to the window that it runs in; `page` of test/editor/suite/support.ts is the other side.
 * `webview` looks inside a webview instead of the workbench: true for the only one, or a selector that only the wanted
 * one's document has.
 */
export const pageActions = {
  async screenshot(page, { name, folder, selector, webview }) {
    const path = join(folder, `${name.replace(/[^\w.-]+/g, '-')}.png`);
    await mkdir(folder, { recursive: true });
    if (selector) await (await frameOf(page, webview)).locator(selector).first().screenshot({ path });
    else await page.screenshot({ path });
    return path;
  },
  async click(page, { selector, webview, button, double, timeout = 20_000 }) {
    const target = (await frameOf(page, webview, timeout)).locator(selector).first();
    await target.click({ timeout, button: button ?? 'left', clickCount: double ? 2 : 1 });
  },
  async hover(page, { selector, webview, timeout = 20_000 }) {
    await (await frameOf(page, webview, timeout)).locator(selector).first().hover({ timeout });
  },
  async type(page, { text }) {
    await page.keyboard.type(text);
  },
  async keys(page, { keys }) {
    for (const key of keys) await page.keyboard.press(key);
  },
  async fill(page, { selector, text, webview, timeout = 20_000 }) {
    await (await frameOf(page, webview, timeout)).locator(selector).first().fill(text, { timeout });
  },
  async text(page, { selector, webview, timeout = 20_000 }) {
    // As a person reads it: without what is hidden, with the line breaks that are shown.
    // biome-ignore lint/performance/useDomNodeTextContent: playwright's, not the DOM's
    return (await frameOf(page, webview, timeout)).locator(selector).first().innerText({ timeout });
  },
  async texts(page, { selector, webview }) {
    return (await frameOf(page, webview)).locator(selector).allInnerTexts();
  },
  async waitFor(page, { selector, webview, state = 'visible', timeout = 20_000 }) {
    await (await frameOf(page, webview, timeout)).locator(selector).first().waitFor({ state, timeout });
  },
  async evaluate(page, { source, argument, webview }) {
    return (await frameOf(page, webview)).evaluate(`(${source})(${JSON.stringify(argument ?? null)})`);
  },
  async axe(page, { webview, within }) {
    return axeViolations(await frameOf(page, webview), { within });
  },
  async resize(page, { width, height }) {
    await page.setViewportSize({ width, height });
  },
};

/** The workbench, or the document inside the wanted webview as soon as there is one. */
async function frameOf(page, wanted, timeout = 20_000) {
  if (!wanted) return page.mainFrame();
  return webview(page, wanted === true ? 'body' : wanted, timeout);
}
