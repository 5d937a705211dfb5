import * as vscode from 'vscode';
import { reportBody } from '../../../core/report/html/report-body.ts';
import { reportPage } from '../../../core/report/html/report-page.ts';
import type { PlanFile } from '../../plans/plans.ts';
import type { KnownReport } from './report-panel.ts';

const TYPES: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
};

/** Larger files make a page that nobody can send. */
const MOST_BYTES = 5_000_000;

/** Asks where a report goes as one page of HTML, and writes it there, with the pictures that it has in the plan. */
export async function saveReport({ folder, path, document, snapshot }: KnownReport, title: string): Promise<void> {
  const name = (path.split('/').at(-1) ?? 'report').replace(/\.\w+$/, '.html');
  const uri = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder.uriOf(path), '..', name),
    filters: { HTML: ['html'] },
    saveLabel: 'Save Report',
  });
  if (!uri) return;
  const addresses = new Set<string>();
  const body = (resolve: (address: string, isImage: boolean) => string | undefined): string =>
    reportBody(document, snapshot, { pictures: true, resolve });
  body((address, isImage) => {
    if (isImage) addresses.add(address);
    return undefined;
  });
  const images = new Map<string, string>();
  for (const address of addresses) {
    const image = await imageAt(address, { folder, path });
    if (image !== undefined) images.set(address, image);
  }
  const html = reportPage(
    title,
    body((address, isImage) => (isImage ? images.get(address) : undefined)),
  );
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(html));
}

/** An image that is a file of the plan, as an address that holds it; undefined of any other. */
async function imageAt(address: string, { folder, path }: PlanFile): Promise<string | undefined> {
  if (/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address)) return undefined;
  try {
    const uri = vscode.Uri.joinPath(folder.uriOf(path), '..', decodeURIComponent(address.replace(/[?#].*$/s, '')));
    const type = TYPES[/\.(\w+)$/.exec(uri.path)?.[1]?.toLowerCase() ?? ''];
    if (type === undefined || folder.pathOf(uri) === undefined) return undefined;
    const { size, type: kind } = await vscode.workspace.fs.stat(uri);
    // A link may lead out of the plan.
    if (size > MOST_BYTES || kind !== vscode.FileType.File) return undefined;
    return `data:${type};base64,${toBase64(await vscode.workspace.fs.readFile(uri))}`;
  } catch {
    // A picture that is not there is shown as one that is not there.
    return undefined;
  }
}

function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
