import type * as vscode from 'vscode';

const SEEN = 'milepost.seenFindings';

/** Which findings somebody had seen when the last visit ended: in another window, or on another day. */
export class SeenFindings {
  readonly #memento: vscode.Memento;
  #before: ReadonlySet<string> | undefined;

  constructor(memento: vscode.Memento) {
    this.#memento = memento;
    this.beginVisit();
  }

  /** Whether a finding has come up since the last visit. On the first visit nothing has. */
  isNew(key: string): boolean {
    return this.#before !== undefined && !this.#before.has(key);
  }

  /** Notes what somebody sees now; it is still new until the next visit. */
  async saw(keys: Iterable<string>): Promise<void> {
    const seen = [...new Set(keys)].sort().join(' ');
    if (seen !== this.#memento.get<unknown>(SEEN)) await this.#memento.update(SEEN, seen);
  }

  /** From now on, what has been seen is old. */
  beginVisit(): void {
    const stored = this.#memento.get<unknown>(SEEN);
    this.#before = typeof stored === 'string' ? new Set(stored.split(' ')) : undefined;
  }
}
