import { folderOf } from '../../../core/fixes/program-of.ts';
import type { LinkMention } from '../../../core/parse/body/facts.ts';
import { scanBody } from '../../../core/parse/body/scan.ts';
import type { ParsedDocument } from '../../../core/parse/document.ts';
import type { Range } from '../../../core/text/range.ts';
import { MoveRefused } from './refused.ts';
import { isIn } from './sections.ts';

/** A way that is relative, in an attribute of HTML. */
const IN_HTML = /<[a-z][^>]*\s(?:src|href)\s*=\s*["']?(?![a-z][a-z\d+.-]*:|[#/"'])/i;

/**
 * The images with a relative destination in some stretches of a document. A plan takes no notice of them, and would
 * leave them behind. Refused where HTML holds such ways.
 */
export function imagesIn(
  { text, frontMatter, body }: ParsedDocument,
  sections: readonly Range[],
): readonly LinkMention[] {
  if (sections.some(({ start, end }) => IN_HTML.test(text.slice(start, end)))) {
    throw new MoveRefused('HTML in its prose has a relative way, which would lead elsewhere: write a Markdown link');
  }
  if (!text.includes('![')) return [];
  // Without the mark, which is as long as a space, an image is read as a link.
  const links = scanBody(text.replaceAll('![', ' ['), frontMatter.bodyStart).mentions;
  const known = new Set(body.mentions.map(({ range }) => range.start));
  return links.filter(
    (mention): mention is LinkMention =>
      mention.kind === 'link' && isIn(sections, mention.range.start) && !known.has(mention.range.start),
  );
}

/** Whether relative ways mean something else in another file. */
export const isElsewhere = (from: string, to: string): boolean => folderOf(from) !== folderOf(to);
