import type { Severity } from '../../core/config/severity.ts';
import type { Finding, Related } from '../../core/rules/finding.ts';
import { visible } from '../../core/text/visible.ts';
import type { Format, FormatContext } from './format.ts';
import { spanOf } from './position.ts';
import { summaryOf } from './summary.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** For GitHub Actions: each finding becomes an annotation on the line that causes it. */
export const formatGithub: Format = (report, context) => {
  const annotations = report.findings.map((finding) => annotation(finding, context));
  return `${[...annotations, summaryOf(report)].join('\n')}\n`;
};

function annotation(finding: Finding, context: FormatContext): string {
  const { start, end } = spanOf(finding);
  const properties = {
    file: visible(context.place.fromRepository(finding.source.path)),
    line: start.line,
    endLine: end.line,
    // GitHub refuses columns where the lines differ.
    ...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
    title: finding.code,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${COMMANDS[finding.severity]} ${written.join(',')}::${escapeData(messageOf(finding, context))}`;
}

function messageOf({ message, related }: Finding, context: FormatContext): string {
  const line = (other: Related): string =>
    `${visible(context.place.fromRepository(other.source.path))}:${spanOf(other).start.line} ${visible(other.message)}`;
  return [visible(message), ...related.map(line)].join('\n');
}

/** The message of a workflow command: whatever it says, the runner sees one command (CVE-2020-15228). */
export const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** A property of a workflow command. */
export const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
