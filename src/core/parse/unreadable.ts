import { noValues } from '../model/registry.ts';
import { NO_BODY } from './body/facts.ts';
import { ParsedDocument, type ParseOptions } from './document.ts';
import { parseDocument } from './parse-document.ts';

/**
 * A plan document whose bytes are not UTF-8: one finding, no items, and never written. Undefined where the text,
 * as far as it can be made out, is no part of a plan.
 */
export function unreadableDocument(
  path: string,
  text: string,
  encoding: string,
  options: ParseOptions,
): ParsedDocument | undefined {
  const read = parseDocument(path, text, options);
  if (!read) return undefined;
  const { range } = read.frontMatter;
  return new ParsedDocument({
    path,
    text,
    frontMatter: read.frontMatter,
    type: read.type,
    items: [],
    holder: noValues(),
    problems: [
      {
        code: 'invalid-front-matter',
        message: `unsupported encoding: this file is ${encoding}; save it as UTF-8`,
        range: { start: range.start, end: range.start + 3 },
      },
    ],
    body: NO_BODY,
    conflicts: [],
    broken: true,
  });
}
