/**
 * What reading a value gives: the value, or why it is none, as the end of a sentence that says what would be right; and
 * where it is clear what was meant, that.
 */
export type Result<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly why: string; readonly suggestion?: string };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (why: string, suggestion?: string): Result<never> => ({
  ok: false,
  why,
  ...(suggestion === undefined ? {} : { suggestion }),
});
