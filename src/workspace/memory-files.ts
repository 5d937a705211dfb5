import type { Entry, Files } from './files.ts';

/** Files in memory: for tests, and for plans at a revision. */
export class MemoryFiles implements Files {
  readonly #files = new Map<string, string | Uint8Array>();

  constructor(files: Readonly<Record<string, string | Uint8Array>> = {}) {
    for (const [path, content] of Object.entries(files)) this.#files.set(path, content);
  }

  /** Writes a file, or removes it where the content is undefined. */
  set(path: string, content: string | Uint8Array | undefined): void {
    if (content === undefined) this.#files.delete(path);
    else this.#files.set(path, content);
  }

  get(path: string): string | Uint8Array | undefined {
    return this.#files.get(path);
  }

  async list(folder: string): Promise<readonly Entry[]> {
    const prefix = folder === '' ? '' : `${folder}/`;
    const entries = new Map<string, Entry>();
    for (const path of this.#files.keys()) {
      if (!path.startsWith(prefix)) continue;
      const [name, ...rest] = path.slice(prefix.length).split('/') as [string, ...string[]];
      entries.set(name, { name, kind: rest.length > 0 ? 'folder' : 'file' });
    }
    return [...entries.values()];
  }

  async size(path: string): Promise<number | undefined> {
    return (await this.read(path))?.length;
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    const content = this.#files.get(path);
    return typeof content === 'string' ? encode(content) : content;
  }
}

/** UTF-8, without the host's TextEncoder: this layer knows none. */
function encode(text: string): Uint8Array {
  return Uint8Array.from(unescape(encodeURIComponent(text)), (character) => character.charCodeAt(0));
}
