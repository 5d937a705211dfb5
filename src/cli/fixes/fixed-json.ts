import { type Day, formatDay } from '../../core/model/values/day.ts';
import type { Finding } from '../../core/rules/finding.ts';
import type { FixedDocument } from '../../workspace/fix-all.ts';
import { spanOf } from '../findings/position.ts';
import type { Place } from '../plan/place.ts';
import type { LeftFinding } from './left.ts';
import { patchOf } from './patch.ts';

/** For programs. The keys are promised in docs/cli.md: new ones may come, these stay. */
export function fixedJson(
  documents: readonly FixedDocument[],
  left: readonly LeftFinding[],
  { place, today, isDryRun }: { readonly place: Place; readonly today: Day; readonly isDryRun: boolean },
) {
  return {
    today: formatDay(today),
    written: !isDryRun,
    summary: {
      files: new Set(documents.map(({ path }) => path)).size,
      fixes: documents.reduce((sum, { fixed }) => sum + fixed.length, 0),
      left: left.length,
    },
    files: documents.map((document) => ({
      file: document.path,
      fixes: document.fixed.map(({ finding, fix }) => ({ ...about(finding), title: fix.title })),
      patch: isDryRun ? patchOf(document, place) : null,
    })),
    left: left.map(({ finding, choices }) => ({
      ...about(finding),
      message: finding.message,
      file: finding.source.path,
      choices,
    })),
  };
}

const about = (finding: Finding) => ({
  code: finding.code,
  item: finding.item?.key ?? null,
  range: spanOf(finding),
});
