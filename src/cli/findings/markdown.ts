import { SEVERITIES, type Severity } from '../../core/config/severity.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { escapeMarkdown } from '../../core/text/escape-markdown.ts';
import { count } from '../words.ts';
import type { Format, FormatContext } from './format.ts';
import { spanOf } from './position.ts';
import { summaryOf } from './summary.ts';

/** GitHub takes comments of 65,536 characters; what counts is bytes in other places, and somebody may add a few words. */
const MOST_CHARACTERS = 60_000;

const HEAD = '| Where | | Finding |\n|---|---|---|\n';

/** For a comment on a pull request, or the summary of a job: a table, the worst first, as long as a comment may be. */
export const formatMarkdown: Format = (report, context) => {
  const summary = `**Milepost**: ${summaryOf(report)}\n`;
  if (report.findings.length === 0) return summary;
  const rows = worstFirst(report.findings).map((finding) => row(finding, context));
  let table = '';
  let shown = 0;
  for (const text of rows) {
    if (table.length + text.length > MOST_CHARACTERS) break;
    table += text;
    shown++;
  }
  const left = rows.length - shown;
  const rest = left === 0 ? '' : `\n… and ${count(left, 'finding')} more: \`milepost check\` lists them all.\n`;
  return `${summary}\n${HEAD}${table}${rest}`;
};

function worstFirst(findings: readonly Finding[]): Finding[] {
  return SEVERITIES.flatMap((severity: Severity) => findings.filter((finding) => finding.severity === severity));
}

function row(finding: Finding, { place }: FormatContext): string {
  const where = `${place.fromRepository(finding.source.path)}:${spanOf(finding).start.line}`;
  return `| ${escapeMarkdown(where)} | ${finding.severity} | ${escapeMarkdown(finding.message)} (${finding.code}) |\n`;
}
