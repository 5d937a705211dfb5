/** The first few of many, and how many more there are. */
export interface Shortlist<T> {
  readonly shown: readonly T[];
  readonly more: number;
  /** What is bad of those, where something is: `2 of them late`. */
  readonly worse?: string | undefined;
}

/** The first of a list, each made into what is shown of it: what is beyond is only counted. */
export const shortlist = <A, B>(all: readonly A[], most: number, make: (one: A) => B): Shortlist<B> => ({
  shown: all.slice(0, most).map(make),
  more: Math.max(0, all.length - most),
});

/** The same, with what is bad of those that are only counted: a list by date may not get as far as what is late. */
export function shortlistWith<A, B>(
  all: readonly A[],
  most: number,
  make: (one: A) => B,
  [isWorse, word]: readonly [isWorse: (one: A) => boolean, word: string],
): Shortlist<B> {
  const rest = all.slice(most);
  const worse = rest.filter(isWorse).length;
  const of = rest.length === 1 ? 'which is' : `${worse} of them`;
  return { ...shortlist(all, most, make), ...(worse > 0 && { worse: `${of} ${word}` }) };
}

/** Parts of a line, those that say something: `chen · no mitigation`. */
export const joined = (...parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined && part !== '').join(' · ');
