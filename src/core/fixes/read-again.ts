import type { ParsedDocument } from '../parse/document.ts';
import { parseDocument } from '../parse/parse-document.ts';
import type { Plan } from '../plan/plan.ts';

/** Reads a text as a plan reads its documents: what a fix makes of one is judged as it will be read. */
export function readAgain(
  path: string,
  text: string,
  { config, parts }: Plan,
  parse = parseDocument,
): ParsedDocument | undefined {
  return parse(path, text, { ...config, rootName: parts.input.rootName });
}
