import * as vscode from 'vscode';

/** A file system in memory that is there, empty, or out of reach, as a test wants it. */
export class Cloud implements vscode.FileSystemProvider {
  reachable = true;
  readonly #files = new Map<string, Uint8Array>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;

  set(path: string, content: string | Uint8Array): void {
    this.#files.set(path, typeof content === 'string' ? new TextEncoder().encode(content) : content);
  }
  watch(): vscode.Disposable {
    return new vscode.Disposable(() => {});
  }
  stat(uri: vscode.Uri): vscode.FileStat {
    this.#reach(uri);
    const content = this.#files.get(uri.path);
    if (content) return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: content.length };
    if (this.readDirectory(uri).length === 0) throw missing(uri);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }
  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] {
    this.#reach(uri);
    const prefix = uri.path.endsWith('/') ? uri.path : `${uri.path}/`;
    const below = [...this.#files.keys()].filter((path) => path.startsWith(prefix));
    if (below.length === 0) throw missing(uri);
    const entries = below.map((path): [string, vscode.FileType] => {
      const [name = '', ...rest] = path.slice(prefix.length).split('/');
      return [name, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File];
    });
    return [...new Map(entries)];
  }
  readFile(uri: vscode.Uri): Uint8Array {
    this.#reach(uri);
    const content = this.#files.get(uri.path);
    if (!content) throw missing(uri);
    return content;
  }
  writeFile(uri: vscode.Uri, content: Uint8Array): void {
    this.#files.set(uri.path, content);
  }
  createDirectory(): void {}
  delete(uri: vscode.Uri): void {
    this.#files.delete(uri.path);
  }
  rename(): void {}
  #reach(uri: vscode.Uri): void {
    if (!this.reachable) throw vscode.FileSystemError.Unavailable(uri);
  }
}

const missing = (uri: vscode.Uri) => vscode.FileSystemError.FileNotFound(uri);
