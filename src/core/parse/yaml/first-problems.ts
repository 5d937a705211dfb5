/** How many problems of one document are shown. */
const MOST_PROBLEMS = 20;

/** The first problems of a document, of which the last says how many more there are. */
export function firstProblems<T extends { readonly message: string }>(problems: readonly T[]): T[] {
  const shown = problems.slice(0, MOST_PROBLEMS);
  const more = problems.length - shown.length;
  const last = shown[shown.length - 1];
  if (more > 0 && last) {
    shown[shown.length - 1] = { ...last, message: `${last.message} (and ${more} more problem${more > 1 ? 's' : ''})` };
  }
  return shown;
}
