/** What reading a value gives: the value, or why it is none, as the end of a sentence that says what would be right. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly why: string };

export const ok = <T>(value: T): Result<T> => ({ ok: true, value });
export const fail = (why: string): Result<never> => ({ ok: false, why });
