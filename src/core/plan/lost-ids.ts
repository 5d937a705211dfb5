import type { ParsedDocument } from '../parse/document.ts';
import { idFromPath } from '../parse/id-from-path.ts';
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
    const broken = plan.documentsWith('broken').map(wordsOf);
    lost = broken.length === 1 ? (broken[0] as ReadonlySet<string>) : new Set(broken.flatMap((set) => [...set]));
    known.set(plan, lost);
  }
  return lost.has(id);
}

const words = new WeakMap<ParsedDocument, ReadonlySet<string>>();

/** The words in a document that an id may be among; found once. */
function wordsOf(document: ParsedDocument): ReadonlySet<string> {
  let found = words.get(document);
  if (!found) {
    const { path, text, frontMatter } = document;
    const end = frontMatter.closed ? frontMatter.range.end : text.length;
    const written = text.slice(frontMatter.range.start, end).normalize('NFC').match(WORD) ?? [];
    found = new Set([...written, idFromPath(path)]);
    words.set(document, found);
  }
  return found;
}
