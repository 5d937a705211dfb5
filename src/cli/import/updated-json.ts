import type { PlanUpdate } from '../../core/import/update/update-plan.ts';

/** What has changed, and what has no counterpart, for scripts. */
export function updatedJson(update: PlanUpdate, match: string): object {
  const { changes, unchanged, rowsWithout, itemsWithout, remarks, documents } = update;
  return {
    match,
    changes: changes.map(({ item, field, before, after }) => ({
      ...{ id: item.key, file: item.document.path, field },
      ...{ before: before ?? null, after },
    })),
    files: documents.map(({ path }) => path),
    unchanged: unchanged.map(({ key }) => key),
    rowsWithoutItem: rowsWithout.map(({ place, key, title }) => ({ place, key: key.trim() || null, title })),
    itemsWithoutRow: itemsWithout.map(({ key }) => key),
    remarks: remarks.map(({ place, text }) => ({ place: place ?? null, text })),
  };
}
