import type { SyncedDocument } from '../../core/blocks/sync-plan.ts';
import { troubleText } from '../../core/blocks/trouble-text.ts';
import { type Day, formatDay } from '../../core/model/values/day.ts';
import { spanOf } from '../findings/position.ts';
import { patchOf } from '../fixes/patch.ts';
import type { Place } from '../plan/place.ts';

/** For programs. The keys are promised in docs/cli.md: new ones may come, these stay. */
export function syncedJson(
  documents: readonly SyncedDocument[],
  {
    place,
    today,
    written,
    isDryRun,
    behind,
  }: {
    readonly place: Place;
    readonly today: Day;
    readonly written: boolean;
    readonly isDryRun: boolean;
    readonly behind: ReadonlySet<string>;
  },
) {
  const blocks = documents.flatMap((document) => document.blocks);
  const counted = (outcome: string): number => blocks.filter((block) => block.outcome === outcome).length;
  return {
    today: formatDay(today),
    written,
    summary: {
      files: documents.length,
      blocks: blocks.length,
      current: counted('current'),
      updated: counted('updated'),
      records: counted('record'),
      invalid: counted('invalid'),
      outdated: blocks.filter(({ outcome, trouble }) => outcome !== 'invalid' && trouble).length,
    },
    files: documents.map((document) => ({
      file: document.path,
      behind: behind.has(document.path),
      blocks: document.blocks.map(({ block, outcome, trouble, message }) => ({
        view: block.view,
        options: block.options,
        date: block.date ?? null,
        range: spanOf({ source: document.document, range: block.range }),
        outcome,
        outdated: outcome !== 'invalid' && trouble !== undefined,
        message: message ?? (trouble ? troubleText(trouble) : null),
      })),
      patch: isDryRun && document.before !== document.after ? patchOf(document, place) : null,
    })),
  };
}
