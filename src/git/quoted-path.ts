/** Characters that git escapes with a letter of their own. */
const LETTERS: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  t: '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
};

/** A path as git writes it in the header of a patch, in quotes where it holds quotes, backslashes or controls. */
export function unquotePath(written: string): string {
  if (!written.startsWith('"') || !written.endsWith('"')) return written;
  return written.slice(1, -1).replace(/\\([0-7]{3}|.)/gs, (_, code: string) => {
    return /^\d/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (LETTERS[code] ?? code);
  });
}
