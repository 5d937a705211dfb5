/** The lines of a text as git counts them: they end at line feeds, and nothing else. */
export interface HashedLines {
  /** A hash of each line, without its line end: CR LF and LF are the same. */
  readonly hashes: Int32Array;
  /** The offset at which each line begins. */
  readonly starts: Int32Array;
}

const LF = 10;
const CR = 13;
const BYTE_ORDER_MARK = 0xfeff;

/** FNV-1a, which is quick on short texts. That two lines of a file have the same hash by chance does no harm. */
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

/** Divides a text into lines, and hashes them. */
export function hashLines(text: string): HashedLines {
  const hashes: number[] = [];
  const starts: number[] = [];
  let hash = SEED;
  let start = 0;
  // Editors take a byte order mark away when they open a file.
  for (let at = text.charCodeAt(0) === BYTE_ORDER_MARK ? 1 : 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === LF) {
      hashes.push(hash);
      starts.push(start);
      hash = SEED;
      start = at + 1;
    } else if (code !== CR || text.charCodeAt(at + 1) !== LF) {
      hash = Math.imul(hash ^ code, PRIME);
    }
  }
  if (start < text.length) {
    hashes.push(hash);
    starts.push(start);
  }
  return { hashes: Int32Array.from(hashes), starts: Int32Array.from(starts) };
}
