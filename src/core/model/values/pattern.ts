/** A pattern that takes its letters in either case: JSON Schema has no flags. Escapes stay as they are. */
export const anyCase = (pattern: string): string =>
  pattern.replace(/\\.|[a-z]/gi, (part) => (part.length > 1 ? part : `[${part.toUpperCase()}${part.toLowerCase()}]`));
