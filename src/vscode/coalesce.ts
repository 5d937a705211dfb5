import type { Log } from './log.ts';

/** A call that runs a moment later, once for all calls until then. */
export class Coalesced {
  readonly #run: () => void;
  readonly #wait: number;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(what: string, wait: number, log: Log, run: () => unknown) {
    this.#run = log.listener(what, run);
    this.#wait = wait;
  }

  /** Later calls do not put it off: what is shown is never older than the wait. */
  readonly call = (): void => {
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.#run();
    }, this.#wait);
  };

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
