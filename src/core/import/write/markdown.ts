import { headingCandidates } from '../../parse/body/item-heading.ts';
import { cleanLine, cleanText } from './clean-text.ts';

/** Addresses stay as they are, where nothing in them means something to Markdown. */
const ADDRESS = /(https?:\/\/[^\s<>[\]`*\\|]+)/;

/** Text within a line of Markdown, which shows what it says: no markup, no mention, no HTML. Nothing more is escaped. */
export function inline(text: string): string {
  return text
    .split(ADDRESS)
    .map((part, index) => (index % 2 === 1 ? part : escaped(part)))
    .join('');
}

const escaped = (text: string): string =>
  text
    .replace(/[\\`*[]/g, '\\$&')
    // Within a word an underscore is one; a tilde alone, and what opens no tag, are harmless.
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])|~(?=~)|<(?=[\p{L}/!?])|&(?=#?\w+;)/gu, '\\$&');

/**
 * Plain text of several lines as Markdown: its paragraphs, and its lists as far as they are plain. Nothing in it becomes
 * a heading, a table, code, or a live block.
 */
export function proseOf(text: string): string {
  const lines = cleanText(text).split('\n').map(lineOf);
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function lineOf(written: string): string {
  const line = written.replace(/\s+/g, ' ').trim();
  const [, bullet, rest] = /^([-*+•–]|\d{1,9}[.)]) (.*)$/.exec(line) ?? [];
  if (bullet === undefined || rest === undefined) return startOf(line);
  return `${/^\d/.test(bullet) ? bullet : '-'} ${startOf(rest)}`;
}

/** A line whose beginning opens no block. */
function startOf(line: string): string {
  const text = inline(line);
  if (/^(?:[#>=|~+:-]|\p{Nd}{1,9}[.)](?: |$))/u.test(text)) {
    return text.replace(/^(\p{Nd}*)/u, '$1\\');
  }
  return text;
}

/** Text as a heading, which signs at its end are part of. */
export const headingText = (text: string): string => inline(cleanLine(text)).replace(/#+$/, (signs) => `\\${signs}`);

/** The heading that opens the prose of an entry: its id and title, or the id alone where the title would name another. */
export function headingOf(id: string, title: string): string {
  const both = `${id}: ${headingText(title)}`;
  return title !== '' && title !== id && headingCandidates(both)[0] === id ? both : id;
}
