/** A file as text, and what it was written in, where that is not UTF-8. */
export type Decoded =
  | { readonly text: string; readonly encoding?: string }
  /** Why it is no text. */
  | { readonly trouble: string };

/**
 * The text of a file: by its byte order mark UTF-8 or UTF-16, without one UTF-8, and where it cannot be that, what
 * programs on Windows write in Western Europe. The mark is left out.
 * @param utf8 reads UTF-8; undefined where some of the bytes are none
 */
export function decode(bytes: Uint8Array, utf8: (bytes: Uint8Array) => string | undefined): Decoded {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe) return { text: utf16(bytes.subarray(2), 0), encoding: 'UTF-16' };
  if (first === 0xfe && second === 0xff) return { text: utf16(bytes.subarray(2), 1), encoding: 'UTF-16' };
  if (first === 0x50 && second === 0x4b && (third === 3 || third === 5)) {
    return { trouble: 'it is a workbook or an archive, and no text: save the sheet as "CSV UTF-8"' };
  }
  if (first === 0xd0 && second === 0xcf) {
    return {
      trouble: 'it is a file of an old Office program, and no text: save it as "CSV UTF-8", or a project as XML',
    };
  }
  const hasMark = first === 0xef && second === 0xbb && third === 0xbf;
  const text = utf8(hasMark ? bytes.subarray(3) : bytes);
  if (text?.includes('\0') || bytes.subarray(0, 4_096).includes(0)) {
    return { trouble: 'it holds bytes that no text holds: save it as UTF-8' };
  }
  return text === undefined ? { text: windows1252(bytes), encoding: 'Windows-1252' } : { text };
}

/** How many code units become text at once: as arguments of one call. */
const AT_ONCE = 8_192;

function utf16(bytes: Uint8Array, high: 0 | 1): string {
  const parts: string[] = [];
  // A byte that is left over at the end is half of a character.
  const units = bytes.length >> 1;
  for (let start = 0; start < units; start += AT_ONCE) {
    const codes: number[] = [];
    for (let at = start; at < Math.min(units, start + AT_ONCE); at++) {
      const [a = 0, b = 0] = [bytes[2 * at], bytes[2 * at + 1]];
      codes.push(high === 1 ? (a << 8) | b : (b << 8) | a);
    }
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join('');
}

/** What 0x80 to 0x9f are in Windows-1252; elsewhere it is Latin-1. */
const HIGH = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function windows1252(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let start = 0; start < bytes.length; start += AT_ONCE) {
    const codes = Array.from(bytes.subarray(start, start + AT_ONCE), (byte) =>
      byte >= 0x80 && byte < 0xa0 ? HIGH.charCodeAt(byte - 0x80) : byte,
    );
    parts.push(String.fromCharCode(...codes));
  }
  return parts.join('');
}
