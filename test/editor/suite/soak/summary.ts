import { MB } from './heap.ts';

/** What a soak has done, as people read it. */
export class Summary {
  readonly #steps = new Map<string, { done: number; inVain: number }>();
  readonly #codes = new Map<string, number>();
  readonly #heaps: number[] = [];
  #comparisons = 0;
  #findings = 0;

  /** A step that was taken, or that there was nothing to do for. */
  step(what: string, isDone: boolean): void {
    const counted = this.#steps.get(what) ?? { done: 0, inVain: 0 };
    this.#steps.set(what, counted);
    if (isDone) counted.done++;
    else counted.inVain++;
  }

  /** Findings that were shown as a cold check has them. */
  comparison(findings: readonly string[]): void {
    this.#comparisons++;
    this.#findings += findings.length;
    for (const finding of findings) {
      const [, code = ''] = /^\S+ \w+ ([\w-]+):/.exec(finding) ?? [];
      this.#codes.set(code, (this.#codes.get(code) ?? 0) + 1);
    }
  }

  /** The end of a round, with everything as it was, and what is in use of the heap then. */
  round(heap: number): void {
    this.#heaps.push(heap);
  }

  /** What was in use of the heap after each round. */
  get heaps(): readonly number[] {
    return this.#heaps;
  }

  get lines(): readonly string[] {
    const steps = [...this.#steps.values()].reduce((sum, { done }) => sum + done, 0);
    return [
      ...[...this.#steps]
        .sort(([, a], [, b]) => b.done - a.done)
        .map(
          ([what, { done, inVain }]) =>
            `${String(done).padStart(6)}  ${what}${inVain > 0 ? ` (${inVain} in vain)` : ''}`,
        ),
      `${steps} steps in ${this.#heaps.length} rounds, ${this.#comparisons} comparisons with a cold check`,
      `${this.#findings} findings of ${this.#codes.size} rules, the same in each comparison`,
      `heap after the rounds: ${this.#heaps.map((heap) => (heap / MB).toFixed(0)).join(', ')} MB`,
    ];
  }
}
