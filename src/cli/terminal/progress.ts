import type { Output } from '../shell.ts';

/** Before this nobody wonders whether anything happens. */
const PATIENCE_MS = 500;
const EVERY_MS = 100;

/** One line on a terminal that says how far reading has come, and is gone when it is done. */
export class Progress {
  readonly #output: Output;
  readonly #now: () => number;
  #due: number;
  #shown = false;

  constructor(output: Output, now: () => number = () => performance.now()) {
    this.#output = output;
    this.#now = now;
    this.#due = now() + PATIENCE_MS;
  }

  /** Says how much is done, where somebody is there to see it and it takes long enough to be worth a word. */
  update(done: number, total: number): void {
    this.#show(`Reading ${done} of ${total} files`);
  }

  /** Says what is waited for, until it is there. */
  async during<T>(text: string, awaited: Promise<T>): Promise<T> {
    const timer = setInterval(() => this.#show(text), EVERY_MS);
    try {
      return await awaited;
    } finally {
      clearInterval(timer);
    }
  }

  #show(text: string): void {
    if (!this.#output.isTTY || this.#now() < this.#due) return;
    this.#due = this.#now() + EVERY_MS;
    this.#shown = true;
    this.#output.write(`\r\u001b[K${text}`);
  }

  /** Takes the line away. */
  end(): void {
    if (this.#shown) this.#output.write('\r\u001b[K');
    this.#shown = false;
  }
}
