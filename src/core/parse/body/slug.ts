import { plainText } from './plain-text.ts';

/** What GitHub drops: all but letters, marks, digits, connectors such as `_`, hyphens and spaces. */
const DROPPED = /[^\p{Alphabetic}\p{M}\p{Nd}\p{Pc}\- ]/gu;

/** The anchor that GitHub gives a heading, from the source of its content: `Slips, **again**` is at `#slips-again`. */
export function headingSlug(text: string): string {
  return plainText(text).toLowerCase().replace(DROPPED, '').replaceAll(' ', '-');
}

/** The anchors of all headings of a document, in order: where one comes again it gets `-1`, `-2` and so on. */
export function headingSlugs(texts: readonly string[]): string[] {
  const lastNumber = new Map<string, number>();
  return texts.map((text) => {
    const base = headingSlug(text);
    let slug = base;
    let number = lastNumber.get(base);
    while (number !== undefined && lastNumber.has(slug)) slug = `${base}-${++number}`;
    if (number !== undefined) lastNumber.set(base, number);
    lastNumber.set(slug, 0);
    return slug;
  });
}
