import * as vscode from 'vscode';
import type { Entry, Files } from '../../workspace/files.ts';

/** Where a plan ends and others begin. */
export interface Borders {
  /** Whether a folder below the root is the root of another plan, by what is in it. */
  readonly isOtherRoot: (folder: string, entries: readonly Entry[]) => boolean;
  /** Whether a file is another plan's, as far as is known. */
  readonly isElsewhere: (path: string) => boolean;
}

/**
 * The files of a plan through `workspace.fs`: on a disk, on a remote machine, or in any virtual file system. Where a
 * file system cannot be asked it rejects, since *unavailable* is not *missing*.
 */
export class WorkspaceFiles implements Files {
  readonly #root: vscode.Uri;
  readonly #borders: Borders;

  constructor(root: vscode.Uri, borders: Borders) {
    this.#root = root;
    this.#borders = borders;
  }

  async list(folder: string): Promise<readonly Entry[] | undefined> {
    const found = await whereItExists(vscode.workspace.fs.readDirectory(this.#uriOf(folder)));
    const entries = (found ?? []).map(([name, type]): Entry => ({ name, kind: kindOf(type) }));
    return folder !== '' && this.#borders.isOtherRoot(folder, entries) ? undefined : entries;
  }

  async size(path: string): Promise<number | undefined> {
    if (this.#borders.isElsewhere(path)) return undefined;
    const found = await whereItExists(vscode.workspace.fs.stat(this.#uriOf(path)));
    return found?.type === vscode.FileType.File ? found.size : undefined;
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    return this.#borders.isElsewhere(path) ? undefined : whereItExists(vscode.workspace.fs.readFile(this.#uriOf(path)));
  }

  #uriOf(path: string): vscode.Uri {
    return path === '' ? this.#root : vscode.Uri.joinPath(this.#root, path);
  }
}

/** Links are neither files nor folders, even where they lead to one: they are not followed. */
function kindOf(type: vscode.FileType): Entry['kind'] {
  return type === vscode.FileType.File ? 'file' : type === vscode.FileType.Directory ? 'folder' : 'other';
}

/** What a file system gives; undefined where there is no such file. */
export async function whereItExists<T>(asked: Thenable<T>): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** Whether an error says that there is no such file, and not that nobody could look. */
export function isMissing(error: unknown): boolean {
  if (!(error instanceof vscode.FileSystemError)) return false;
  return error.code === 'FileNotFound' || error.code === 'FileNotADirectory' || error.code === 'FileIsADirectory';
}
