import * as vscode from 'vscode';
import type { Severity } from '../core/config/severity.ts';
import type { Range } from '../core/text/range.ts';
import type { Source } from '../core/text/source.ts';

/** A stretch of a text as the editor counts. */
export function toRange({ lines }: Source, range: Range): vscode.Range {
  const { start, end } = lines.span(range);
  return new vscode.Range(start.line, start.column, end.line, end.column);
}

const SEVERITIES: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
};

export const toSeverity = (severity: Severity): vscode.DiagnosticSeverity => SEVERITIES[severity];

/** A text in which the editor finds no `$(icon)`, where it looks for some. */
export const withoutIcons = (text: string): string => text.replaceAll('$(', '\\$(');
