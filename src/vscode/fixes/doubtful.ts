import type { ParsedDocument } from '../../core/parse/document.ts';
import { visible } from '../../core/text/visible.ts';

/**
 * Whether nobody can tell that a document is UTF-8: bytes that are not were read as this character, and to save it would be
 * to lose them.
 */
export const isDoubtful = (document: ParsedDocument | undefined): boolean => document?.text.includes('\ufffd') ?? false;

/** What a person is told of documents that were left as they are; undefined where there are none. */
export function doubtfulMessage(paths: readonly string[]): string | undefined {
  const [first, ...more] = paths;
  if (first === undefined) return undefined;
  const others = more.length === 0 ? '' : ` (and ${more.length} more)`;
  return `Milepost: ${visible(first)}${others} is left as it was. It holds the character U+FFFD, which stands for bytes that are not UTF-8: remove it, or apply the fixes one by one.`;
}
