import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import * as vscode from 'vscode';
import { workspaceFile } from '../support.ts';
import { git } from './repository.ts';
import { filePaths, pathOf, unsaved } from './texts.ts';

/** A place as `milepost check` says it: lines and columns from one. */
interface Place {
  readonly file: string;
  readonly range: { readonly start: Position; readonly end: Position };
}
interface Position {
  readonly line: number;
  readonly column: number;
}
interface Found extends Place {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly related: readonly (Place & { readonly message: string })[];
}

const run = promisify(execFile);

/**
 * What the command line finds in a copy of the opened folder, history and all, in which files say what stands in the
 * editor: another process, that knows nothing of what was there before. Each finding is a line of text.
 */
export async function coldCheck(today: string): Promise<readonly string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'milepost-cold-'));
  try {
    const copy = copyTo(folder);
    const roots = ['', ...rootsIn(copy)];
    const found = await Promise.all(roots.map((root) => check(copy, root, folder, today)));
    return found.flat().sort();
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Copies the opened folder as it stands in the editor to where it stays, for somebody who wants to look at it. */
export function kept(): string {
  const folder = vscode.Uri.joinPath(extensionUri(), 'dist/test/soak').fsPath;
  rmSync(folder, { recursive: true, force: true });
  return copyTo(folder);
}

const extensionUri = (): vscode.Uri =>
  (vscode.extensions.getExtension('milepost.milepost') as vscode.Extension<unknown>).extensionUri;

function copyTo(folder: string): string {
  // Programs without an id have the name of the folder.
  const copy = join(folder, basename(workspaceFile('').fsPath));
  cpSync(workspaceFile('').fsPath, copy, { recursive: true });
  for (const document of unsaved()) {
    const path = join(copy, pathOf(document.uri));
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, document.getText());
  }
  return copy;
}

/** The folders below that are plans of their own, but for those that nobody looks into. */
const rootsIn = (copy: string): readonly string[] =>
  filePaths()
    .filter((path) => path.endsWith('/milepost.yaml') && existsSync(join(copy, path)))
    .map((path) => dirname(path))
    .filter((root) => git(['check-ignore', '-q', '--no-index', `${root}/`]) === undefined);

async function check(copy: string, root: string, cache: string, today: string): Promise<readonly string[]> {
  const cli = vscode.Uri.joinPath(extensionUri(), 'dist/cli.cjs');
  const args = [cli.fsPath, 'check', '--cwd', join(copy, root), '--format', 'json', '--fail-on', 'never'];
  const { stdout } = await run(process.execPath, [...args, '--today', today], {
    // What it remembers of a history goes with the copy.
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1', XDG_CACHE_HOME: cache, LOCALAPPDATA: cache },
    maxBuffer: 2 ** 28,
  });
  const { findings } = JSON.parse(stdout) as { findings: readonly Found[] };
  const inFolder = (path: string): string => (root === '' ? path : `${root}/${path}`);
  return findings.map(({ code, severity, message, related, ...place }) =>
    told({
      place: `${inFolder(place.file)}:${rangeOf(place)}`,
      severity,
      code,
      message,
      related: related.map((each) => `${inFolder(each.file)}:${rangeOf(each)} ${each.message}`),
    }),
  );
}

const rangeOf = ({ range: { start, end } }: Place): string => `${start.line}:${start.column}-${end.line}:${end.column}`;

const SEVERITIES = ['error', 'warning', 'info', 'info'];

/** What the editor shows of the opened folder, in the same form. */
export function shownFindings(): readonly string[] {
  const at = (uri: vscode.Uri, { start, end }: vscode.Range): string =>
    `${pathOf(uri)}:${start.line + 1}:${start.character + 1}-${end.line + 1}:${end.character + 1}`;
  return vscode.languages
    .getDiagnostics()
    .flatMap(([uri, diagnostics]) =>
      diagnostics
        .filter(({ source }) => source === 'milepost')
        .map(({ range, severity, code, message, relatedInformation = [] }) =>
          told({
            place: at(uri, range),
            severity: SEVERITIES[severity] ?? '',
            code: String(typeof code === 'object' ? code.value : code),
            message,
            related: relatedInformation.map((each) => `${at(each.location.uri, each.location.range)} ${each.message}`),
          }),
        ),
    )
    .sort();
}

interface Told {
  readonly place: string;
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly related: readonly string[];
}

const told = ({ place, severity, code, message, related }: Told): string =>
  [`${place} ${severity} ${code}: ${message}`, ...related].join('\n    ');
