import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A comment on the pull request. */
export interface KeptComment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: string };
}

/** What was asked. */
export interface Asked {
  readonly method: string;
  /** With its query. */
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: unknown;
}

/** Plays as much of GitHub as the action needs: the comments of one pull request, in pages, and the list of pull requests. */
export class GithubServer {
  readonly asked: Asked[] = [];
  readonly comments: KeptComment[] = [];
  pulls: unknown[] = [];
  /** What to answer in place of doing it, by method. */
  refuse: Partial<Record<string, number>> = {};
  /** Where to send whoever asks. */
  redirect: string | undefined;
  readonly #server = createServer((request, response) => void this.#hear(request, response));
  #next = 1000;

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** As the runner says it. */
  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}/api/v3`;
  }

  /** Somebody comments. */
  comment(body: string, login = 'dana', type = 'User'): KeptComment {
    const comment = { id: this.#next++, body, user: { login, type } };
    this.comments.push(comment);
    return comment;
  }

  /** What was written, not only read. */
  get written(): readonly string[] {
    return this.asked.filter(({ method }) => method !== 'GET').map(({ method, path }) => `${method} ${path}`);
  }

  async #hear(request: IncomingMessage, response: ServerResponse): Promise<void> {
    let text = '';
    for await (const chunk of request.setEncoding('utf8')) text += chunk;
    const { method = '', url = '', headers } = request;
    const body = text === '' ? undefined : JSON.parse(text);
    this.asked.push({ method, path: url, authorization: headers.authorization, body });
    if (this.redirect) {
      response.writeHead(307, { location: this.redirect }).end();
      return;
    }
    const refused = this.refuse[method];
    const [status, answer] =
      refused === undefined ? this.#answer(method, new URL(url, 'http://x'), body) : [refused, { message: 'no' }];
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  }

  #answer(method: string, { pathname, searchParams }: URL, body: { body: string }): [number, unknown] {
    const path = pathname.replace('/api/v3/repos/fjordpay/program/', '');
    if (method === 'GET' && path === 'issues/214/comments') {
      const size = Number(searchParams.get('per_page') ?? 30);
      const start = (Number(searchParams.get('page') ?? 1) - 1) * size;
      return [200, this.comments.slice(start, start + size)];
    }
    if (method === 'GET' && path === 'pulls') return [200, this.pulls];
    if (method === 'POST' && path === 'issues/214/comments')
      return [201, this.comment(body.body, 'github-actions[bot]', 'Bot')];
    const kept = this.comments.find(({ id }) => path === `issues/comments/${id}`);
    if (method !== 'PATCH' || !kept) return [404, { message: 'Not Found' }];
    kept.body = body.body;
    return [200, kept];
  }
}
