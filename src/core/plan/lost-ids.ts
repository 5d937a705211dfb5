import type { ParsedDocument } from '../parse/document.ts';
import { idFromPath } from '../parse/parse-document.ts';
import type { Plan } from './plan.ts';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*/gu;

const known = new WeakMap<Plan, ReadonlySet<string>>();

/**
 * Whether an item of that id may stand where nobody could read it: in a document with broken front matter that has the
 * word, or in a file that could not be read at all. Until that is mended, nothing is said of references to it.
 */
export function mayBeLost(id: string, plan: Plan): boolean {
  if (plan.partial) return true;
  let lost = known.get(plan);
  if (!lost) {
    lost = new Set(plan.documents.filter((document) => document.broken).flatMap(wordsOf));
    known.set(plan, lost);
  }
  return lost.has(id);
}

function wordsOf({ path, text, frontMatter }: ParsedDocument): string[] {
  const end = frontMatter.closed ? frontMatter.range.end : text.length;
  const words = text.slice(frontMatter.range.start, end).normalize('NFC').match(WORD) ?? [];
  return [...words, idFromPath(path)];
}
