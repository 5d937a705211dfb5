import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';

/**
 * The way from the tests inside the editor to the launcher outside: a loopback address, with a secret in it, to which
 * tests post what became of them and what they want done to the window. `fetch` reaches it from every extension host,
 * the web worker included. `handle(body)` answers each post; what it throws is thrown where the post came from.
 */
export async function openBridge(handle) {
  const path = `/${randomBytes(16).toString('hex')}`;
  const server = createServer(async (request, response) => {
    response.setHeader('Access-Control-Allow-Origin', '*');
    if (request.method !== 'POST' || request.url !== path) {
      response.writeHead(404).end();
      return;
    }
    try {
      const body = JSON.parse(await text(request));
      response.end(JSON.stringify({ value: await handle(body) }));
    } catch (error) {
      response.end(JSON.stringify({ error: error.message }));
    }
  });
  await new Promise((resolve, reject) => {
    server.on('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${server.address().port}${path}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(resolve));
    },
  };
}

async function text(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
