/** The first few of many, and how many more there are. */
export interface Shortlist<T> {
  readonly shown: readonly T[];
  readonly more: number;
}

/** The first of a list, each made into what is shown of it: what is beyond is only counted. */
export const shortlist = <A, B>(all: readonly A[], most: number, make: (one: A) => B): Shortlist<B> => ({
  shown: all.slice(0, most).map(make),
  more: Math.max(0, all.length - most),
});

/** Parts of a line, those that say something: `chen · no mitigation`. */
export const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');
