import type { ParsedDocument, ParseOptions } from '../core/parse/document.ts';
import { parseDocument } from '../core/parse/parse-document.ts';
import { unreadableDocument } from '../core/parse/unreadable.ts';
import type { Decoded } from './decode.ts';

/** The document that a file holds; undefined where it is no part of a plan. */
export function readDocument(
  path: string,
  { text, unsupported }: Decoded,
  options: ParseOptions,
): ParsedDocument | undefined {
  return unsupported === undefined
    ? parseDocument(path, text, options)
    : unreadableDocument(path, text, unsupported, options);
}
