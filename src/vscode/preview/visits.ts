/** How often somebody who does not come is asked at most. */
const MOST_TIMES = 6;
/** And where others came when they were asked. */
const TIMES_ALONE = 2;
/** How many documents are remembered whose previews are closed. */
const MOST_CLOSED = 100;

/** A document that a preview has come for. */
interface Known<D, C> {
  readonly document: D;
  /** What is known of it. */
  content: C;
  /** Whether there is something that no preview has come for yet. */
  isNew: boolean;
  /** Whether its preview was asked to come, and did not until now. */
  isAsked: boolean;
  /** How many times in a row it was asked in vain. */
  missed: number;
  /** Whether it has come for anything but the first time. */
  isBack: boolean;
}

/**
 * The documents that previews come for, by their addresses. Nobody tells which previews are open: that shows only in who
 * comes when all are asked to.
 */
export class Visits<D extends object, C> {
  readonly #known = new Map<string, Known<D, C>>();
  readonly #nothing: C;

  /** @param nothing what is known of a document that needs not be remembered: to begin with it again changes nothing */
  constructor(nothing: C) {
    this.#nothing = nothing;
  }

  /** Those whose previews are open, as far as it shows. */
  get open(): readonly Readonly<Pick<Known<D, C>, 'document' | 'content'>>[] {
    return this.#open;
  }

  /** Whether it makes sense to ask once more: somebody did not come for what is new. */
  get isAnybodyMissed(): boolean {
    return this.#open.some(({ isNew }) => isNew);
  }

  get #open(): readonly Known<D, C>[] {
    return [...this.#known.values()].filter((known) => !this.#isClosed(known));
  }

  /**
   * A preview has come.
   * @param first what is known of a document that is not known yet
   * @returns what is known, and whether that may be out of date
   */
  come(document: D, first: () => C): { readonly content: C; readonly isOutdated: boolean } {
    const address = String(document);
    const known = this.#known.get(address);
    if (!known) {
      const content = first();
      this.#known.set(address, { document, content, isNew: false, isAsked: false, missed: 0, isBack: false });
      this.#forgetClosed();
      return { content, isOutdated: true };
    }
    const isOutdated = this.#isClosed(known);
    Object.assign(known, { isNew: false, isAsked: false, missed: 0, isBack: true });
    return { content: known.content, isOutdated };
  }

  /** There is something new for a document, unless it only seems so. */
  tell(document: D, content: C, isNew: boolean): void {
    const known = this.#known.get(String(document));
    if (known) Object.assign(known, { content, isNew: known.isNew || isNew });
  }

  /** All that are open are being asked to come. */
  ask(): void {
    for (const known of this.#known.values()) known.isAsked = true;
  }

  /** Who was asked had its time to come. */
  count(): void {
    for (const known of this.#known.values()) if (known.isAsked) known.missed++;
  }

  /**
   * Who is open comes when it is asked. It may miss that once, and more often while it is being loaded: as long as nobody
   * comes, or where it is the newest and has not come again yet.
   */
  #isClosed(known: Known<D, C>): boolean {
    if (known.missed >= MOST_TIMES) return true;
    if (known.missed < TIMES_ALONE) return false;
    const all = [...this.#known.values()];
    const isLoading = !known.isBack && all.at(-1) === known;
    return !isLoading && all.some(({ missed }) => missed === 0);
  }

  /** Nobody who is open is forgotten, however many there are: they would come back as new, and have all asked again. */
  #forgetClosed(): void {
    let most = this.#known.size - MOST_CLOSED;
    for (const [address, known] of this.#known) {
      if (most <= 0) return;
      if (known.content !== this.#nothing && !this.#isClosed(known)) continue;
      this.#known.delete(address);
      most--;
    }
  }
}
