/** How often somebody is asked in vain who is the only one, or is still being loaded. */
const MOST_TIMES = 6;
/** And where others came: who has never come when asked, and who has. */
const TIMES_OF_NEW = 2;
const TIMES_OF_KNOWN = 1;
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
  /** Whether it ever came when it was asked. */
  hasComeBack: boolean;
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
      this.#known.set(address, { document, content, isNew: false, isAsked: false, missed: 0, hasComeBack: false });
      this.#forgetClosed();
      return { content, isOutdated: true };
    }
    const isOutdated = this.#isClosed(known);
    // A preview comes for each part of its document.
    const hasComeBack = known.hasComeBack || known.isAsked;
    Object.assign(known, { isNew: false, isAsked: false, missed: 0, hasComeBack });
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

  /** Who is open comes when it is asked; but it may miss that as long as it is being loaded. */
  #isClosed(known: Known<D, C>): boolean {
    if (known.missed < TIMES_OF_KNOWN) return false;
    const all = [...this.#known.values()];
    if (!all.some(({ missed }) => missed === 0)) return known.missed >= MOST_TIMES;
    if (known.hasComeBack) return true;
    // The newest is the one that somebody looks at.
    return known.missed >= (all.at(-1) === known ? MOST_TIMES : TIMES_OF_NEW);
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
