import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join } from 'node:path';
import { root } from '../vscode/paths.mjs';

const types = { '.js': 'text/javascript', '.css': 'text/css', '.map': 'application/json' };
const policy = { viewport: { width: 1280, height: 800 }, reducedMotion: 'reduce' };

/**
 * Serves a document with the files of the extension's pages, and opens it in a browser for which the same server is the
 * way to everywhere else: whatever the page asks for beyond these files is written down, and refused. Answers with
 *
 * - `page`: playwright's
 * - `requests`: every address that was asked for, as the page says and as the server saw it
 * - `close()`
 *
 * `html(origin)` is the document; `files` are others that it needs, by their names; `prepare(page)` comes before it is
 * loaded.
 */
export async function openSite(browser, { html, files = {}, prepare }) {
  const requests = [];
  const server = createServer(({ url }, response) => answer(url, { html, files, server, requests }, response));
  server.on('connect', ({ url }, socket) => {
    requests.push(url);
    socket.destroy();
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  const origin = originOf(server);
  const context = await browser.newContext({ ...policy, proxy: { server: origin, bypass: '127.0.0.1' } });
  const page = await context.newPage();
  page.on('request', (request) => {
    const url = request.url();
    const isOwn = url === `${origin}/` || url.startsWith(`${origin}/webview/`) || url.startsWith(`blob:${origin}/`);
    if (!isOwn) requests.push(url);
  });
  await prepare?.(page);
  await page.goto(`${origin}/`);
  const close = async () => {
    await context.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { page, requests, close };
}

function answer(url, { html, files, server, requests }, response) {
  if (url === '/') {
    response.setHeader('Content-Type', 'text/html');
    response.end(html(originOf(server)));
    return;
  }
  const [, name] = /^\/webview\/([a-z]+\.[a-z]+(?:\.map)?)$/.exec(url) ?? [];
  try {
    const bytes = readFileSync(join(root, files[name] ?? join('dist/webview', name)));
    response.setHeader('Content-Type', types[extname(name)]);
    response.end(bytes);
  } catch {
    // The browser asks for the icon of a page by itself.
    if (url !== '/favicon.ico') requests.push(url);
    response.writeHead(404).end();
  }
}

const originOf = (server) => `http://127.0.0.1:${server.address().port}`;
