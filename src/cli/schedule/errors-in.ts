import type { Program } from '../../core/plan/program.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/** How many errors are found in the documents of a program. */
export function errorsIn(program: Program, { findings, plan }: Snapshot): number {
  const documents = documentsOf(program);
  // What could not be read has no items: it may belong to any program.
  const isOfNone = (path: string): boolean => plan.documentAt(path)?.items.length === 0;
  return findings.filter(
    ({ severity, source, item }) =>
      severity === 'error' &&
      (item ? item.program === program.id : documents.has(source.path) || isOfNone(source.path)),
  ).length;
}

/** The paths of the documents in which items of a program stand. */
export const documentsOf = (program: Program): ReadonlySet<string> =>
  new Set([...program.items, ...(program.item ? [program.item] : [])].map(({ document }) => document.path));
