import type { Severity } from '../../core/config/severity.ts';
import type { Finding, Related } from '../../core/rules/finding.ts';
import { visible } from '../../core/text/visible.ts';
import type { Style } from '../terminal/style.ts';
import { byFile } from './by-file.ts';
import type { Format, FormatContext } from './format.ts';
import { spanOf } from './position.ts';
import type { Report } from './report.ts';
import { summaryOf } from './summary.ts';

/** Of what belongs to a finding, a person reads this much; the other formats tell all of it. */
const MOST_RELATED = 5;

/** For people: findings by file, then how many there are. */
export const formatText: Format = (report, context) => {
  const blocks = byFile(report.findings).map(({ path, findings }) => fileBlock(path, findings, context));
  return [...blocks, `${coloured(summaryOf(report), report, context.style)}\n`].join('\n');
};

function fileBlock(path: string, findings: readonly Finding[], context: FormatContext): string {
  const { style, place } = context;
  const rows = findings.map((finding) => ({ finding, ...startOf(finding) }));
  const widest = (texts: readonly string[]): number => texts.reduce((most, { length }) => Math.max(most, length), 0);
  const lineWidth = widest(rows.map(({ line }) => line));
  const columnWidth = widest(rows.map(({ column }) => column));
  const severityWidth = widest(findings.map(({ severity }) => severity));
  const indent = ' '.repeat(lineWidth + columnWidth + severityWidth + 7);
  const lines = [style.underline(visible(place.fromHere(path)))];
  for (const { finding, line, column } of rows) {
    const { severity, message, code } = finding;
    const at = `${line.padStart(lineWidth)}:${column.padEnd(columnWidth)}`;
    const word = severityStyle(severity, style)(severity) + ' '.repeat(severityWidth - severity.length);
    lines.push(`  ${style.dim(at)}  ${word}  ${visible(message)}  ${style.dim(code)}`);
    lines.push(...relatedLines(finding, context).map((text) => style.dim(indent + text)));
  }
  return `${lines.join('\n')}\n`;
}

function relatedLines({ related }: Finding, { place }: FormatContext): string[] {
  const lines = related.slice(0, MOST_RELATED).map((other) => {
    const { line, column } = startOf(other);
    return `${visible(place.fromHere(other.source.path))}:${line}:${column}  ${visible(other.message)}`;
  });
  const more = related.length - lines.length;
  return more > 0 ? [...lines, `… and ${more} more`] : lines;
}

function startOf(at: Finding | Related): { line: string; column: string } {
  const { start } = spanOf(at);
  return { line: String(start.line), column: String(start.column) };
}

function severityStyle(severity: Severity, style: Style): (text: string) => string {
  return { error: style.red, warning: style.yellow, info: style.blue }[severity];
}

/** A text in the colour of the worst that was found. */
function coloured(text: string, { counts }: Report, style: Style): string {
  if (counts.error > 0) return style.bold(style.red(text));
  if (counts.warning > 0) return style.bold(style.yellow(text));
  return counts.info > 0 ? style.bold(text) : style.bold(style.green(text));
}
