import type * as vscode from 'vscode';

/** The log of the extension, and the walls between its parts: what one of them throws stays with it, and is logged once. */
export class Log {
  readonly #channel: vscode.LogOutputChannel;
  readonly #known = new Set<string>();

  constructor(channel: vscode.LogOutputChannel) {
    this.#channel = channel;
  }

  info(message: string): void {
    this.#channel.info(message);
  }

  /** Logs what went wrong; the same at the same place only once, since a broken provider is asked again and again. */
  failure(what: string, error: unknown, where = ''): void {
    const text = `${what}${where === '' ? '' : ` (${where})`}: ${error instanceof Error ? error.message : String(error)}`;
    if (this.#known.has(text)) return;
    this.#known.add(text);
    this.#channel.error(error instanceof Error && error.stack ? `${text}\n${error.stack}` : text);
  }

  /** What `run` gives, now or later, or `fallback` where it fails. */
  isolate<T>(what: string, run: () => T, fallback: T): T;
  isolate<T>(what: string, run: () => Promise<T>, fallback: T): Promise<T>;
  isolate<T>(what: string, run: () => T | Promise<T>, fallback: T): T | Promise<T> {
    const failed = (error: unknown): T => {
      this.failure(what, error);
      return fallback;
    };
    try {
      const value = run();
      return value instanceof Promise ? value.catch(failed) : value;
    } catch (error) {
      return failed(error);
    }
  }

  /** A listener that never throws. */
  listener<A extends unknown[]>(what: string, listen: (...args: A) => unknown): (...args: A) => void {
    return (...args) => {
      void this.isolate<unknown>(what, () => listen(...args), undefined);
    };
  }

  show(): void {
    this.#channel.show(true);
  }
}
