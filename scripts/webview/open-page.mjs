import { pageHtml } from '../../src/vscode/panels/page-html.ts';
import { openSite } from './site.mjs';

/**
 * Opens a page of the extension in a browser, without an editor around it: the bundle that people get, under the policy
 * that it has there, with a stand-in for what the editor gives it, and `state` for what it has kept. Answers with what
 * `openSite` does, and `draw(picture)`, which tells the page to draw and resolves to what it answers.
 */
export async function openPage(browser, name, state) {
  const html = (origin) => {
    const file = (each) => `${origin}/webview/${each}`;
    return pageHtml({ page: name, title: name, source: origin, nonce: '0'.repeat(32), file });
  };
  const site = await openSite(browser, { html, prepare: (page) => page.addInitScript(standIn, state) });
  await site.page.waitForFunction(() => window.sent.some(({ type }) => type === 'ready'));
  return { ...site, draw: (picture) => site.page.evaluate(draw, picture) };
}

/** In the place of the editor; it runs in the page, before the page's own script. */
function standIn(kept) {
  const sent = [];
  const listeners = [];
  let state = kept;
  const postMessage = (message) => {
    sent.push(message);
    for (const hear of listeners) hear(message);
  };
  const api = { postMessage, getState: () => state, setState: (next) => (state = next) };
  const more = { sent, kept: () => state, onSent: (hear) => listeners.push(hear), acquireVsCodeApi: () => api };
  Object.assign(window, more);
}

/** In the page: how it answers to a picture, and how long that took. */
function draw(picture) {
  return new Promise((resolve) => {
    const began = performance.now();
    window.onSent((message) => {
      if (message.drawing === picture.drawing) resolve({ ...message, ms: performance.now() - began });
    });
    window.postMessage({ type: 'draw', picture }, '*');
  });
}
