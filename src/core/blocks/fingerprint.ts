import type { LiveBlock } from '../parse/body/facts.ts';
import type { ParsedDocument } from '../parse/document.ts';

/**
 * A short fingerprint of what was generated, by which it is seen later whether somebody has written in it. Only what a
 * person reads counts: formatters break lines elsewhere, space tables and lists in their own way, and write emphasis with
 * another mark. Nothing that they do is taken for words of somebody.
 */
export function fingerprintOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (DELIMITERS.test(line) && line.includes('|')) continue;
    const read = line.replace(QUOTE, '').replace(BULLET, '-').replace(/\s+/g, '').replaceAll('_', '*');
    // FNV-1a, a unit of UTF-16 at a time.
    for (let at = 0; at < read.length; at++) hash = Math.imul(hash ^ read.charCodeAt(at), 0x01000193);
  }
  return (hash >>> 0).toString(16).padStart(DIGITS, '0');
}

const DIGITS = 8;

/** The row between the head of a table and its body. */
const DELIMITERS = /^[\s|:-]+$/;
const QUOTE = /^[\s>]+/;
const BULLET = /^[*+-](?=\s)/;

/** Whether somebody has written in a block, as far as it can tell: what stands there is not what was generated last. */
export function isWrittenIn({ content, fingerprint }: LiveBlock, { text }: ParsedDocument): boolean {
  if (fingerprint === undefined) return false;
  const written = text.slice(content.start, content.end);
  return written.trim() !== '' && fingerprintOf(written) !== fingerprint;
}
