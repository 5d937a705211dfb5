import type { Severity } from '../../core/config/severity.ts';
import type { Finding, Related } from '../../core/rules/finding.ts';
import type { Range } from '../../core/text/range.ts';
import type { Source } from '../../core/text/source.ts';
import { visible } from '../../core/text/visible.ts';
import type { Format, FormatContext } from './format.ts';
import { spanOf } from './position.ts';
import { summaryOf } from './summary.ts';

const COMMANDS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice' };

/** For GitHub Actions: each finding becomes an annotation on the line that causes it. */
export const formatGithub: Format = (report, { place }) => {
  const annotations = report.findings.map((finding) => annotation(finding, place));
  return `${[...annotations, summaryOf(report)].join('\n')}\n`;
};

type Paths = Pick<FormatContext['place'], 'fromRepository'>;

/** A finding as an annotation. */
export const annotation = (finding: Finding, place: Paths): string =>
  command(COMMANDS[finding.severity], finding, finding.code, messageOf(finding, place), place);

/** A workflow command that puts a message on a stretch of a file. */
export function command(
  kind: string,
  at: { readonly source: Source; readonly range: Range },
  title: string,
  message: string,
  place: Paths,
): string {
  const { start, end } = spanOf(at);
  const properties = {
    file: visible(place.fromRepository(at.source.path)),
    line: start.line,
    endLine: end.line,
    // GitHub refuses columns where the lines differ.
    ...(start.line === end.line ? { col: start.column, endColumn: end.column } : {}),
    title,
  };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${kind} ${written.join(',')}::${escapeData(message)}`;
}

function messageOf({ message, related }: Finding, place: Paths): string {
  const line = (other: Related): string =>
    `${visible(place.fromRepository(other.source.path))}:${spanOf(other).start.line} ${visible(other.message)}`;
  return [visible(message), ...related.map(line)].join('\n');
}

/** The message of a workflow command: whatever it says, the runner sees one command (CVE-2020-15228). */
export const escapeData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');

/** A property of a workflow command. */
export const escapeProperty = (text: string): string => escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
