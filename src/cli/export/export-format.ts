import type { Item } from '../../core/plan/item.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/** Writes items for another tool. */
export type ExportFormat = (items: readonly Item[], snapshot: Snapshot) => string;

export const EXPORT_FORMAT_NAMES = ['csv', 'ics', 'json'] as const;
export type ExportFormatName = (typeof EXPORT_FORMAT_NAMES)[number];
