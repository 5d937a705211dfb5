import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pageHtml } from '../../src/vscode/panels/page-html.ts';
import { root } from '../vscode/paths.mjs';

const types = { '.js': 'text/javascript', '.css': 'text/css', '.map': 'application/json' };

/**
 * Opens a page of the extension in a browser, without an editor around it: the bundle that people get, under the policy
 * that it has there, with a stand-in for what the editor gives it. Answers with playwright's page, and
 *
 * - `draw(picture)`: tells the page to draw; resolves to what it answers
 * - `requests`: every address that was asked for beyond the files of the page
 * - `close()`
 */
export async function openPage(browser, name) {
  const server = createServer(({ url }, response) => answer(name, url, server, response));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = originOf(server);
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' });
  const page = await context.newPage();
  const requests = [];
  page.on('request', (request) => {
    const url = request.url();
    const isOwn = url === `${origin}/` || url.startsWith(`${origin}/webview/`) || url.startsWith(`blob:${origin}/`);
    if (!isOwn) requests.push(url);
  });
  await page.addInitScript(standIn);
  await page.goto(`${origin}/`);
  await page.waitForFunction(() => window.sent.some(({ type }) => type === 'ready'));
  const close = async () => {
    await context.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { page, requests, close, draw: (picture) => page.evaluate(draw, picture) };
}

/** In the place of the editor; it runs in the page, before the page's own script. */
function standIn() {
  const sent = [];
  const listeners = [];
  let state;
  const postMessage = (message) => {
    sent.push(message);
    for (const hear of listeners) hear(message);
  };
  const api = { postMessage, getState: () => state, setState: (next) => (state = next) };
  Object.assign(window, { sent, onSent: (hear) => listeners.push(hear), acquireVsCodeApi: () => api });
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

function answer(name, url, server, response) {
  if (url === '/') {
    const file = (each) => `${originOf(server)}/webview/${each}`;
    response.setHeader('Content-Type', 'text/html');
    response.end(pageHtml({ page: name, title: name, source: originOf(server), nonce: '0'.repeat(32), file }));
    return;
  }
  const [, file, extension] = /^\/webview\/([a-z]+(\.[a-z]+)(?:\.map)?)$/.exec(url) ?? [];
  try {
    const bytes = readFileSync(join(root, 'dist/webview', file));
    response.setHeader('Content-Type', types[extension]);
    response.end(bytes);
  } catch {
    response.writeHead(404).end();
  }
}

const originOf = (server) => `http://127.0.0.1:${server.address().port}`;
