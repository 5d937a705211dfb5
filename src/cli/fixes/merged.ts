import type { AppliedFix, FixedDocument } from '../../workspace/fix-all.ts';

/** The same documents, each once: one that was read and fixed again has the fixes of all readings. */
export function mergedDocuments(documents: readonly FixedDocument[]): readonly FixedDocument[] {
  const byPath = new Map<string, FixedDocument>();
  for (const document of documents) {
    const other = byPath.get(document.path);
    byPath.set(document.path, other ? joined(other, document) : document);
  }
  return [...byPath.values()];
}

function joined(first: FixedDocument, second: FixedDocument): FixedDocument {
  // Where somebody put back what was wrong, it was put right twice: to tell of it once is enough.
  const fixed = new Map([...first.fixed, ...second.fixed].map((one) => [nameOf(one), one]));
  return { ...second, before: first.before, fixed: [...fixed.values()] };
}

const nameOf = ({ finding: { code, message, item }, fix: { title } }: AppliedFix): string =>
  JSON.stringify([code, message, item?.key, title]);
