import { nearest } from '../text/nearest.ts';

/** How many names are compared for suggestions in one plan: a plan of nothing but unknown names stays quick. */
const MOST_COMPARISONS = 2_000_000;

/** Guesses which of a plan's names was meant by one that nothing has. The same name is guessed once. */
export class Guesses {
  readonly #known = new Map<string, string | undefined>();
  #comparisons = 0;

  /** Whether so many names were compared that guessing has ended. */
  get areUsedUp(): boolean {
    return this.#comparisons > MOST_COMPARISONS;
  }

  /** The guess for a question, made when it is first asked. */
  once(question: string, guess: () => string | undefined): string | undefined {
    if (!this.#known.has(question)) this.#known.set(question, guess());
    return this.#known.get(question);
  }

  /** The name that is nearest to a word. */
  nearest(word: string, names: readonly string[]): string | undefined {
    this.#comparisons += names.length;
    return this.areUsedUp ? undefined : nearest(word, names);
  }
}
