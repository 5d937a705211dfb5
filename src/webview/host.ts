import type { FromPage, ToPage } from './protocol.ts';

interface Api {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}
declare function acquireVsCodeApi(): Api;

/** The extension, as a page sees it. The editor hands its side out once. */
const api = acquireVsCodeApi();

/** What the page talks with, and where it keeps what has to outlive it. */
export const host = {
  post(message: FromPage): void {
    api.postMessage(message);
  },
  /** What an earlier life of this page has kept. */
  get state(): unknown {
    return api.getState();
  },
  keep(state: object): void {
    api.setState(state);
  },
  /** Listens from now on, and says so. */
  listen(hear: (message: ToPage) => void): void {
    window.addEventListener('message', ({ data }) => hear(data as ToPage));
    api.postMessage({ type: 'ready' } satisfies FromPage);
  },
};
