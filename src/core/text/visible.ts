/**
 * Characters that a reader cannot see or that reorder what is seen: C0 and C1 controls, soft hyphen, zero-width
 * and bidirectional marks, line and paragraph separators, byte order mark, tags (CVE-2021-42574).
 */
const INVISIBLE =
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/u;
const INVISIBLE_ALL = new RegExp(INVISIBLE.source, 'gu');

/** Whether a text holds a character that cannot be seen, or that changes the order of what is seen. */
export function hasInvisible(text: string): boolean {
  return INVISIBLE.test(text);
}

/** The text with every invisible character written out as `\u{…}`, so that nothing hides in a message or a terminal. */
export function visible(text: string): string {
  return INVISIBLE.test(text)
    ? text.replace(INVISIBLE_ALL, (character) => `\\u{${character.codePointAt(0)?.toString(16)}}`)
    : text;
}

/** A value as messages quote it: in double quotes, made visible, cut after 60 characters. */
export function quoted(text: string): string {
  // Of a very long text no more is looked at than can be shown.
  const characters = [...text.slice(0, 122)];
  return `"${visible(characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : text)}"`;
}
