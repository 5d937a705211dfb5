import type { Item } from '../../core/plan/item.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';

/**
 * Writes items for another tool.
 * @param tell takes what cannot be said to that tool as the plan says it
 */
export type ExportFormat = (items: readonly Item[], snapshot: Snapshot, tell: (what: string) => void) => string;

export const EXPORT_FORMAT_NAMES = ['csv', 'ics', 'json', 'mspdi'] as const;
export type ExportFormatName = (typeof EXPORT_FORMAT_NAMES)[number];
