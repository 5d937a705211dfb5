/** The text of a file, and the name of its encoding where that is not UTF-8. */
export interface Decoded {
  readonly text: string;
  readonly unsupported?: string;
}

/** How a host turns UTF-8 bytes into text, invalid ones into U+FFFD, keeping a byte order mark. */
export type DecodeUtf8 = (bytes: Uint8Array) => string;

/** The text of a file's bytes. UTF-16 is made out well enough to say that it is UTF-16; binary files are no text. */
export function decode(bytes: Uint8Array, decodeUtf8: DecodeUtf8): Decoded | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: utf16(bytes, 0), unsupported: 'UTF-16' };
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return { text: utf16(bytes, 1), unsupported: 'UTF-16' };
  // `---` in UTF-16 without a byte order mark.
  if (bytes[0] === 0x2d && bytes[1] === 0 && bytes[2] === 0x2d) return { text: utf16(bytes, 0), unsupported: 'UTF-16' };
  if (bytes[0] === 0 && bytes[1] === 0x2d && bytes[2] === 0) return { text: utf16(bytes, 1), unsupported: 'UTF-16' };
  const text = decodeUtf8(bytes);
  if (text.includes('\u0000')) return undefined;
  const frontMatterEnd = text.indexOf('\n---', 3);
  const invalid = text.slice(0, frontMatterEnd < 0 ? 4096 : frontMatterEnd).includes('\ufffd');
  return invalid ? { text, unsupported: 'not UTF-8' } : { text };
}

function utf16(bytes: Uint8Array, low: 0 | 1): string {
  const units: string[] = [];
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    units.push(String.fromCharCode((bytes[i + low] as number) | ((bytes[i + 1 - low] as number) << 8)));
  }
  return units.join('').replace(/^\ufeff/, '');
}
