import type { KindValue } from '../../model/kind.ts';
import type { source } from '../../model/types/metric.ts';
import type { ParsedDocument } from '../../parse/document.ts';
import { destinationOf } from '../../plan/mentions.ts';
import type { ValueTable } from './value-table.ts';

/** The files that metrics can have their values in. Another object wherever one of them, or what is read of one, is other. */
export interface ValueFiles {
  /** All of them, in order, whether or not a metric names them. */
  readonly paths: readonly string[];
  /** What was read of one that a metric names; undefined where it is not there, or could not be read for now. */
  readonly at: (path: string) => ValueTable | undefined;
}

/** The file that a source in a document names, from the root; undefined where that leads out of it. */
export const fileOf = ({ values }: SourceValue, document: string): string | undefined =>
  values.file === undefined ? undefined : destinationOf(values.file.path, document).path;

type SourceValue = KindValue<typeof source>;

/** The files that the metrics of a document name, each once. */
export function sourcesIn(document: ParsedDocument): readonly string[] {
  const found = new Set<string>();
  for (const { values } of document.items) {
    const path = values.source && fileOf(values.source, document.path);
    if (path !== undefined) found.add(path);
  }
  return [...found];
}
