import type { PlanOn } from '../../src/core/blocks/render-block.ts';
import { diffPlans } from '../../src/core/diff/diff-plans.ts';
import type { ParsedDocument } from '../../src/core/parse/document.ts';
import { parseDocument } from '../../src/core/parse/parse-document.ts';
import { AUDIENCES, type Audience, TEMPLATES } from '../../src/core/report/audiences.ts';
import { beginReport } from '../../src/core/report/begin-report.ts';
import { sinceFor } from '../../src/core/report/fill-template.ts';
import { plainReport } from '../../src/core/report/plain-report.ts';
import { writeReport } from '../../src/core/report/write-report.ts';
import { atOnce } from '../../src/core/text/at-once.ts';
import { filesIn } from '../../test/support/folder.ts';
import { snapshotOf } from '../../test/support/plan.ts';
import { lastWeek } from './atlas-last-week.ts';
import { generatedFrom, page } from './markdown.ts';

const EXAMPLE = new URL('../../examples/atlas/', import.meta.url);
const TODAY = '2026-11-21';
const SINCE = '2026-11-13';

/** The three reports of the example, as they come out before anybody has added a word. */
export function exampleReports(): Record<string, string> {
  return Object.fromEntries(AUDIENCES.map((audience) => [`docs/reports/${audience}.md`, page(pageOf(audience))]));
}

const pageOf = (audience: Audience): readonly string[] => [
  generatedFrom('scripts/generate/example-reports.ts'),
  `*What \`milepost report${audience === 'executive' ? '' : ` --for ${audience}`}\` writes of the example on ${TODAY}; the update before it was sent on ${SINCE}.*`,
  '---',
  plainReport(exampleReport(audience).document)
    .trimEnd()
    .replace(/\]\((?!#|https?:)/g, '](../../examples/atlas/'),
];

/** A report of the example, as a document at the root of its plan, and what it was made from. */
export function exampleReport(audience: Audience): { readonly document: ParsedDocument; readonly now: PlanOn } {
  const files = filesIn(EXAMPLE);
  const now = snapshotOf(files, { today: TODAY, rootName: 'atlas' });
  const was = snapshotOf(lastWeek(files), { today: SINCE, rootName: 'atlas' });
  const change = { since: was.today, diff: atOnce(diffPlans(was, now)), missing: undefined };
  const { plan, state, today } = now;
  const since = sinceFor(change, SINCE, today);
  const input = { plan, state, today, programs: plan.programs, since, filters: [] };
  const begun = beginReport(TEMPLATES[audience], 'report.md', input, plan.config);
  const { after } = atOnce(writeReport(begun, { plan, state, today, change }));
  return {
    document: parseDocument('report.md', after, plan.config) as ParsedDocument,
    now: { plan, state, today, change },
  };
}
