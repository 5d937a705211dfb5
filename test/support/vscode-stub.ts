// As much of the editor's API as a part of the extension needs that is tested without an editor. Load it with
// `importWithStub`, since nothing is called `vscode` outside of the editor.
import { registerHooks } from 'node:module';

/** An address; the editor tells by its class that it is one. */
export class Uri {
  readonly scheme = 'file';
  readonly path: string;

  constructor(path: string) {
    this.path = path;
  }

  static joinPath(base: Uri, path: string): Uri {
    return new Uri(`${base.path}/${path}`);
  }

  toString(): string {
    return `${this.scheme}://${this.path}`;
  }
}

/** Commands of the editor. A test says what becomes of them. */
export const commands: { executeCommand(name: string): Promise<unknown> } = {
  executeCommand: (name) => Promise.reject(new Error(`${name} was not expected`)),
};

/** Tells those who listen of what happens. */
export class EventEmitter<T> {
  readonly #listeners = new Set<(event: T) => void>();

  readonly event = (listen: (event: T) => void): { dispose(): void } => {
    this.#listeners.add(listen);
    return { dispose: () => this.#listeners.delete(listen) };
  };

  fire(event: T): void {
    for (const listen of this.#listeners) listen(event);
  }

  dispose(): void {
    this.#listeners.clear();
  }
}

const foldersChanged = new EventEmitter<void>();

/** What the watchers of files tell. */
export const watched = {
  changed: new EventEmitter<Uri>(),
  created: new EventEmitter<Uri>(),
  deleted: new EventEmitter<Uri>(),
};

export const FileType = { File: 1, Directory: 2 };

/** The files that there are, by their paths: a test writes here, behind the back of those who watch. */
export const disk = new Map<string, { readonly mtime: number; readonly size: number }>();

/** A file system in which a folder is there as long as files are in it. */
const fs = {
  async readDirectory({ path: folder }: Uri): Promise<[string, number][]> {
    const found = new Map<string, number>();
    for (const path of disk.keys()) {
      if (!path.startsWith(`${folder}/`)) continue;
      const [name = '', ...below] = path.slice(folder.length + 1).split('/');
      found.set(name, below.length > 0 ? FileType.Directory : FileType.File);
    }
    if (found.size === 0) throw new Error(`${folder} is not there`);
    return [...found];
  },
  async stat({ path }: Uri): Promise<{ readonly mtime: number; readonly size: number }> {
    const found = disk.get(path);
    if (!found) throw new Error(`${path} is not there`);
    return found;
  },
};

/** Somebody comes to the window, or leaves it. */
export const windowState = new EventEmitter<{ readonly focused: boolean }>();

/** The workspace of the editor. A test says which folders are open in it. */
export const workspace: {
  workspaceFolders: readonly { readonly uri: Uri; readonly name: string }[];
  readonly onDidChangeWorkspaceFolders: EventEmitter<void>['event'];
  readonly onDidChangeConfiguration: EventEmitter<void>['event'];
  readonly onDidCreateFiles: EventEmitter<void>['event'];
  readonly onDidDeleteFiles: EventEmitter<void>['event'];
  readonly onDidRenameFiles: EventEmitter<void>['event'];
  readonly onDidOpenTextDocument: EventEmitter<void>['event'];
  readonly createFileSystemWatcher: () => object;
  readonly getConfiguration: () => { get(name: string): unknown };
  readonly fs: object;
} = {
  workspaceFolders: [],
  onDidChangeWorkspaceFolders: foldersChanged.event,
  onDidChangeConfiguration: new EventEmitter<void>().event,
  onDidCreateFiles: new EventEmitter<void>().event,
  onDidDeleteFiles: new EventEmitter<void>().event,
  onDidRenameFiles: new EventEmitter<void>().event,
  onDidOpenTextDocument: new EventEmitter<void>().event,
  createFileSystemWatcher: () => ({
    onDidChange: watched.changed.event,
    onDidCreate: watched.created.event,
    onDidDelete: watched.deleted.event,
    dispose: () => {},
  }),
  // Nobody has set anything.
  getConfiguration: () => ({ get: () => undefined }),
  fs,
};

/** No file is on the screen. */
export const window = {
  visibleTextEditors: [],
  onDidChangeWindowState: windowState.event,
  registerFileDecorationProvider: () => ({ dispose: () => {} }),
};

export class FileDecoration {
  readonly badge: string;
  readonly tooltip: string;

  constructor(badge: string, tooltip: string) {
    this.badge = badge;
    this.tooltip = tooltip;
  }
}

/** What has been told of each file, by its address. */
export const diagnostics = new Map<string, readonly Diagnostic[]>();

export const languages = {
  createDiagnosticCollection: () => ({
    set: (uri: Uri, told: readonly Diagnostic[] | undefined) => diagnostics.set(uri.toString(), told ?? []),
    delete: (uri: Uri) => diagnostics.delete(uri.toString()),
    dispose: () => diagnostics.clear(),
  }),
};

export const DiagnosticSeverity = { Error: 0, Warning: 1, Information: 2 };

export class Position {
  readonly line: number;
  readonly character: number;

  constructor(line: number, character: number) {
    this.line = line;
    this.character = character;
  }
}

export class Range {
  readonly start: Position;
  readonly end: Position;

  constructor(start: Position, end: Position) {
    this.start = start;
    this.end = end;
  }
}

export class Diagnostic {
  readonly range: Range;
  readonly message: string;

  constructor(range: Range, message: string) {
    this.range = range;
    this.message = message;
  }
}

/** Imports a part of the extension, for which this file takes the place of the editor. */
export async function importWithStub<T>(url: URL): Promise<T> {
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === 'vscode' ? { url: import.meta.url, shortCircuit: true } : next(specifier, context),
  });
  try {
    return (await import(url.href)) as T;
  } finally {
    hooks.deregister();
  }
}
