/** What people take for one character each: letters with their accents, emoji of many parts, flags. */
export function graphemesOf(text: string): Iterable<Intl.SegmentData> {
  // Its tables take a while to load, and few who load this file ever cut a text.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

let segmenter: Intl.Segmenter | undefined;
