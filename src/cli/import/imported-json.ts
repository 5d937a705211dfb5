import type { Column } from '../../core/import/csv/columns.ts';
import { toldColumns } from '../../core/import/csv/told-columns.ts';
import type { ImportedPlan } from '../../workspace/import-plan.ts';

/** What was read as what, what was left aside, and the files, for scripts. */
export function importedJson({ files, remarks, counts }: ImportedPlan, columns: readonly Column[]): object {
  return {
    files: files.map(({ path }) => path),
    items: Object.fromEntries([...counts].map(([type, count]) => [type.plural, count])),
    columns: toldColumns(columns).map(({ heading, count, target, why }) => ({
      heading,
      count,
      readAs: target ?? null,
      ...(why !== undefined && { why }),
    })),
    remarks: remarks.map(({ place, text }) => ({ place: place ?? null, text })),
  };
}
