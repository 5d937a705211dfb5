import * as vscode from 'vscode';
import { findingLines, type ToldPlace } from '../../same-findings/finding-lines.ts';
import { codeOf } from './milepost.ts';

/** The diagnostics of Milepost in all files below a folder, as the lines that hosts are compared by. */
export function toldBelow(folder: vscode.Uri): string {
  const prefix = `${folder.path}/`;
  const fileOf = (uri: vscode.Uri): string => uri.path.slice(prefix.length);
  const own = vscode.languages
    .getDiagnostics()
    .filter(([uri]) => uri.scheme === folder.scheme && uri.path.startsWith(prefix));
  return findingLines(
    own.flatMap(([uri, diagnostics]) =>
      diagnostics
        .filter(({ source }) => source === 'milepost')
        .map(({ range, severity, code, message, relatedInformation }) => ({
          file: fileOf(uri),
          range: placeOf(range),
          severity: SEVERITIES[severity],
          code: String(codeOf(code)),
          page: typeof code === 'object' ? pageOf(code.target) : '',
          message,
          related: (relatedInformation ?? []).map(({ location, message }) => ({
            file: fileOf(location.uri),
            range: placeOf(location.range),
            message,
          })),
        })),
    ),
  );
}

const SEVERITIES: Readonly<Record<vscode.DiagnosticSeverity, string>> = {
  [vscode.DiagnosticSeverity.Error]: 'error',
  [vscode.DiagnosticSeverity.Warning]: 'warning',
  [vscode.DiagnosticSeverity.Information]: 'info',
  [vscode.DiagnosticSeverity.Hint]: 'hint',
};

const placeOf = ({ start, end }: vscode.Range): ToldPlace => ({
  start: [start.line, start.character],
  end: [end.line, end.character],
});

/** Where a page is below the folder of the extension, wherever that is in this host. */
function pageOf(target: vscode.Uri): string {
  const { extensionUri } = vscode.extensions.getExtension('milepost.milepost') as vscode.Extension<unknown>;
  const prefix = `${extensionUri.path.replace(/\/$/, '')}/`;
  return target.path.startsWith(prefix) ? target.path.slice(prefix.length) : target.toString();
}
