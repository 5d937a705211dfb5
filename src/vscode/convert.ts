import * as vscode from 'vscode';
import type { Severity } from '../core/config/severity.ts';
import type { Range } from '../core/text/range.ts';
import { shownPosition } from '../core/text/shown-position.ts';
import type { Source } from '../core/text/source.ts';

/** A stretch of a text as the editor counts, which does not show a byte order mark. */
export const toRange = (source: Source, { start, end }: Range): vscode.Range =>
  new vscode.Range(toPosition(source, start), toPosition(source, end));

/** A place in a text, counted in the same way. */
export function toPosition(source: Source, offset: number): vscode.Position {
  const { line, column } = shownPosition(source, offset);
  return new vscode.Position(line, column);
}

/** The offset in a text of a place that the editor names. */
export function toOffset({ lines, text }: Source, { line, character }: vscode.Position): number {
  const mark = line === 0 && text.charCodeAt(0) === 0xfeff ? 1 : 0;
  return lines.offsetAt({ line, column: character + mark });
}

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

export const toSeverity = (severity: Severity): vscode.DiagnosticSeverity => SEVERITIES[severity];

/** A text in which the editor finds no `$(icon)`, where it looks for some. */
export const withoutIcons = (text: string): string => text.replaceAll('$(', '\\$(');
