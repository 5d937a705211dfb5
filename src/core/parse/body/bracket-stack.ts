/**
 * The `[` and `![` that are not closed yet. A link within a link is none, so once one is made, every `[` before it can
 * only be text; as these are always the lowest of the stack, one number tells which.
 */
export class BracketStack {
  /** The offsets of the `[`. */
  readonly #offsets: number[] = [];
  readonly #images: boolean[] = [];
  #inactive = 0;

  get empty(): boolean {
    return this.#offsets.length === 0;
  }

  /** The offset of the innermost `[`, where there is one. */
  get topOffset(): number | undefined {
    return this.#offsets.at(-1);
  }

  get topIsImage(): boolean {
    return this.#images.at(-1) === true;
  }

  push(offset: number, image: boolean): void {
    this.#offsets.push(offset);
    this.#images.push(image);
  }

  /** Takes the innermost bracket away. */
  pop(): { readonly offset: number; readonly image: boolean; readonly active: boolean } | undefined {
    const offset = this.#offsets.pop();
    if (offset === undefined) return undefined;
    const image = this.#images.pop() === true;
    const depth = this.#offsets.length;
    const active = image || depth >= this.#inactive;
    if (this.#inactive > depth) this.#inactive = depth;
    return { offset, image, active };
  }

  /** All links that are open now stay text. */
  deactivateLinks(): void {
    this.#inactive = this.#offsets.length;
  }
}
