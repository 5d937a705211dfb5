import type { LiveBlock } from '../parse/body/facts.ts';
import type { ParsedDocument } from '../parse/document.ts';
import { updateOf } from '../report/update-of.ts';
import { dateOf } from './sync.ts';

/**
 * A short fingerprint of what was generated, by which it is seen later whether somebody has written in it. Only what a
 * person reads counts: formatters break lines elsewhere, space tables and lists in their own way, write emphasis with
 * another mark, and escape what they think has to be. Nothing that they do is taken for words of somebody.
 */
export function fingerprintOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const line of text.split(/\r\n|\r|\n/)) {
    if (DELIMITERS.test(line) && line.includes('|')) continue;
    const unquoted = line.replace(QUOTE, '').replace(BULLET, '-');
    const read = unquoted
      .replace(/[\s\\]+/g, '')
      .replace(/&(?:lt|gt|amp);/g, characterOf)
      .replaceAll('_', '*');
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

const characterOf = (entity: string): string => (entity === '&lt;' ? '<' : entity === '&gt;' ? '>' : '&');

/**
 * Whether somebody has written in a block, as far as it can tell: what stands there is not what was generated last. Where
 * its end in a report has been written to, so that a fingerprint may be lost, nobody can tell: then what stands there is
 * somebody's. A fingerprint counts in every document: what a report was, or is copied from one, may be of another type.
 */
export function isWrittenIn(block: LiveBlock, document: ParsedDocument): boolean {
  const { content, date, fingerprint } = block;
  const isDamaged =
    fingerprint === undefined && date !== undefined && dateOf(block) === undefined && updateOf(document) !== undefined;
  if (fingerprint === undefined && !isDamaged) return false;
  const written = document.text.slice(content.start, content.end);
  return written.trim() !== '' && (isDamaged || fingerprintOf(written) !== fingerprint);
}
