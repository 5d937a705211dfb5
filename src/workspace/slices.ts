/** What the host knows of time and turns. */
export interface Host {
  /** Milliseconds on any steady clock. */
  readonly now: () => number;
  /** Lets everything else that waits have its turn. */
  readonly pause: () => Promise<void>;
}

/** Longer than this nothing is done at a stretch: a quarter of a frame. */
const SLICE_MS = 4;

/** A host that has nothing else to do: a command line, or a test. */
export const UNHURRIED: Host = { now: () => 0, pause: () => Promise.resolve() };

/** Divides long work into slices, so that an editor goes on answering. */
export class Slices {
  readonly #host: Host;
  #since: number;

  constructor(host: Host) {
    this.#host = host;
    this.#since = host.now();
  }

  /** Whether the current slice is used up. */
  get isDue(): boolean {
    return this.#host.now() - this.#since >= SLICE_MS;
  }

  /** Pauses where the current slice is used up. */
  async pauseIfDue(): Promise<void> {
    if (!this.isDue) return;
    await this.#host.pause();
    this.#since = this.#host.now();
  }

  /**
   * Runs steps to their end, pausing between them.
   * @param cancelled asked after each pause; once it says yes the steps are left, and the result is undefined
   */
  async run<T>(steps: Generator<void, T>, cancelled: () => boolean): Promise<T | undefined> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      await this.pauseIfDue();
      if (cancelled()) return undefined;
    }
  }
}
