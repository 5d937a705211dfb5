import type { Host } from './host.ts';
import { type Json, numberAt, textAt } from './json.ts';

/** A comment on a pull request. */
export interface Comment {
  readonly id: number;
  readonly body: string;
  /** `Bot` of a workflow or an app. */
  readonly author: string | undefined;
}

/** A pull request, as far as it has to be known. */
export interface PullRequest {
  readonly number: number;
  readonly base: string;
  readonly head: string;
}

/** The service said no, or did not answer. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  /** Its HTTP status; undefined where there was no answer. */
  readonly status: number | undefined;

  constructor(message: string, status?: number) {
    super(message);
    this.status = status;
  }
}

const PAGE_SIZE = 100;
/** More comments than this nobody reads; nor does a server that never comes to an end keep anybody waiting. */
const MOST_PAGES = 50;
const PATIENCE_MS = 30_000;

/** What of the REST interface of GitHub is needed. Where it is, the runner says: there may be an enterprise server. */
export class GithubApi {
  readonly #base: string;
  readonly #repository: string;
  readonly #token: string;
  readonly #fetch: Host['fetch'];

  /** @param repository `owner/name` */
  constructor(base: string, repository: string, token: string, fetch_: Host['fetch']) {
    this.#base = base.replace(/\/+$/, '');
    this.#repository = repository.split('/').map(encodeURIComponent).join('/');
    this.#token = token;
    this.#fetch = fetch_;
  }

  /** Every comment on a pull request, the oldest first. */
  async *comments(pull: number): AsyncGenerator<Comment> {
    for (let page = 1; page <= MOST_PAGES; page++) {
      const found = await this.#list(`issues/${pull}/comments`, { page: String(page) });
      for (const each of found) {
        const id = numberAt(each, 'id');
        if (id !== undefined) yield { id, body: textAt(each, 'body') ?? '', author: textAt(each, 'user', 'type') };
      }
      if (found.length < PAGE_SIZE) return;
    }
  }

  /** Writes a comment. */
  async create(pull: number, body: string): Promise<void> {
    await this.#ask('POST', `issues/${pull}/comments`, { body });
  }

  /** Writes a comment anew. */
  async update(comment: number, body: string): Promise<void> {
    await this.#ask('PATCH', `issues/comments/${comment}`, { body });
  }

  /** The open pull request from a branch, if its newest commit is the one that is meant. */
  async pullRequestOf(owner: string, branch: string, head: string): Promise<PullRequest | undefined> {
    const found = await this.#list('pulls', { state: 'open', head: `${owner}:${branch}` });
    for (const each of found) {
      const number = numberAt(each, 'number');
      const base = textAt(each, 'base', 'sha');
      if (number !== undefined && base !== undefined && textAt(each, 'head', 'sha') === head)
        return { number, base, head };
    }
    return undefined;
  }

  async #list(path: string, query: Readonly<Record<string, string>>): Promise<readonly Json[]> {
    const search = new URLSearchParams({ per_page: String(PAGE_SIZE), ...query });
    const found = await this.#ask('GET', `${path}?${search}`);
    if (!Array.isArray(found)) throw new ApiFailure('GitHub answered with something else than a list');
    return found;
  }

  async #ask(method: string, path: string, body?: object): Promise<Json> {
    let response: Response;
    try {
      response = await this.#fetch(`${this.#base}/repos/${this.#repository}/${path}`, {
        method,
        headers: {
          accept: 'application/vnd.github+json',
          authorization: `Bearer ${this.#token}`,
          'user-agent': 'milepost',
          'x-github-api-version': '2022-11-28',
          ...(body ? { 'content-type': 'application/json' } : {}),
        },
        // Nothing leads the token elsewhere.
        redirect: 'error',
        signal: AbortSignal.timeout(PATIENCE_MS),
        ...(body ? { body: JSON.stringify(body) } : {}),
      });
    } catch (error) {
      throw new ApiFailure(`GitHub does not answer: ${(error as Error).message}`);
    }
    if (!response.ok) throw new ApiFailure(`GitHub answers ${response.status} to ${method}`, response.status);
    return response.json().catch(() => {
      throw new ApiFailure('GitHub answered with something else than JSON');
    });
  }
}
