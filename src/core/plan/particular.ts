import type { ParsedDocument } from '../parse/document.ts';
import { isDropped, isUncounted } from './uncounted.ts';

/** What few documents have and every plan looks at, so that it need not look through all of them for it. */
const PARTICULARS = {
  /** Live blocks in its prose. */
  blocks: ({ body }: ParsedDocument) => body.blocks.length > 0,
  /** It is a register that may say what its entries belong to. */
  holder: ({ isHolder }: ParsedDocument) => isHolder,
  /** A field that names something by its title. */
  titled: ({ problems }: ParsedDocument) => problems.some((problem) => problem.titled !== undefined),
  /** Not all of its front matter can be read. */
  broken: ({ broken }: ParsedDocument) => broken,
  /** A value in it is none, and dates are computed without it. */
  uncounted: ({ problems }: ParsedDocument) => problems.some(isUncounted),
  /** A field in it is none, and dates are computed without what it says. */
  dropped: ({ problems }: ParsedDocument) => problems.some(isDropped),
} as const satisfies Record<string, (document: ParsedDocument) => boolean>;

/** One of these. */
export type Particular = keyof typeof PARTICULARS;

/** The indexes of the documents that have one of these, in order. */
export type ParticularDocuments = Readonly<Record<Particular, readonly number[]>>;

/** Looks at all documents. */
export const particularDocuments = (documents: readonly ParsedDocument[]): ParticularDocuments =>
  mapped((has) => documents.flatMap((document, index) => (has(document) ? index : [])));

/** The same for documents of which few are new. */
export const particularAgain = (
  before: ParticularDocuments,
  documents: readonly ParsedDocument[],
  changed: readonly number[],
): ParticularDocuments =>
  mapped((has, particular) => {
    const known = before[particular];
    const now = changed.filter((index) => has(documents[index] as ParsedDocument));
    if (now.length === 0 && !known.some((index) => changed.includes(index))) return known;
    return [...known.filter((index) => !changed.includes(index)), ...now].sort((a, b) => a - b);
  });

function mapped(
  make: (has: (document: ParsedDocument) => boolean, particular: Particular) => readonly number[],
): ParticularDocuments {
  const names = Object.keys(PARTICULARS) as Particular[];
  return Object.fromEntries(names.map((name) => [name, make(PARTICULARS[name], name)])) as ParticularDocuments;
}
