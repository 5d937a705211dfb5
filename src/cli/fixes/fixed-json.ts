import { type Day, formatDay } from '../../core/model/values/day.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { spanOf } from '../findings/position.ts';
import type { Place } from '../plan/place.ts';
import { patchOf } from './patch.ts';
import type { FixReport } from './report.ts';

/** For programs. The keys are promised in docs/cli.md: new ones may come, these stay. */
export function fixedJson(
  { fixed: documents, unwritten, left, account, isDryRun }: FixReport,
  { place, today }: { readonly place: Place; readonly today: Day },
) {
  return {
    today: formatDay(today),
    written: !isDryRun,
    summary: {
      files: documents.length,
      fixes: documents.reduce((sum, { fixed }) => sum + fixed.length, 0),
      left: left.length,
      ...(account && { found: account.found, gone: account.gone, new: account.fresh, byHand: account.byHand }),
    },
    files: documents.map((document) => ({
      file: document.path,
      fixes: document.fixed.map(({ finding, fix }) => ({ ...about(finding), title: fix.title })),
      patch: isDryRun ? patchOf(document, place) : null,
    })),
    unwritten: unwritten.map(({ path, reason }) => ({ file: path, reason })),
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
