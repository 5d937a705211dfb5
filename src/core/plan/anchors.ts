import { headingSlugs } from '../parse/body/slug.ts';
import type { ParsedDocument } from '../parse/document.ts';

/** What links can lead to in a document. */
export interface Anchors {
  /** The anchors that GitHub gives to headings, with where these stand. */
  readonly slugs: ReadonlyMap<string, number>;
  /** The other way round: the anchor of the heading that begins at an offset. */
  readonly slugAt: ReadonlyMap<number, string>;
  /** The anchors that the author has set: `<a id="…">`, `{#…}`. */
  readonly own: ReadonlySet<string>;
}

const OWN = /(?:id|name)=["']([^"'\s]+)["']|\{#([^{}\s]+)\}/g;

const known = new WeakMap<ParsedDocument, Anchors>();

/** The anchors of a document; found once, when a link first asks. */
export function anchorsOf(document: ParsedDocument): Anchors {
  let anchors = known.get(document);
  if (!anchors) {
    const { headings } = document.body;
    const slugs = headingSlugs(headings.map((heading) => heading.text));
    const own = [...document.text.matchAll(OWN)].map((match) => (match[1] ?? match[2]) as string);
    anchors = {
      slugs: new Map(slugs.map((slug, index) => [slug, headings[index]?.range.start ?? 0])),
      slugAt: new Map(slugs.map((slug, index) => [headings[index]?.range.start ?? 0, slug])),
      own: new Set(own),
    };
    known.set(document, anchors);
  }
  return anchors;
}
