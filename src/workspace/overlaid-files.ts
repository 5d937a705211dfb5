import type { Entry, Files } from './files.ts';

/** A file whose content is asked for only where somebody needs it. */
export interface LaterFile {
  readonly size: () => Promise<number | undefined>;
  readonly read: () => Promise<Uint8Array | undefined>;
}

/** What takes the place of files: undefined of one that is not there. */
export type Overlay = ReadonlyMap<string, Uint8Array | LaterFile | undefined>;

const NOTHING: Overlay = new Map();

/** Files of which some can be replaced by others, and again: a plan at another revision, beside the one in the files. */
export class OverlaidFiles implements Files {
  readonly #files: Files;
  #overlay = NOTHING;
  /** The entries that the overlay adds, by their folders. */
  #added: ReadonlyMap<string, ReadonlyMap<string, Entry>> = new Map();

  constructor(files: Files) {
    this.#files = files;
  }

  /** Puts files in the place of others. Gives the paths of which something else is to be read now. */
  overlay(overlay: Overlay): ReadonlySet<string> {
    const changed = new Set([...this.#overlay.keys(), ...overlay.keys()]);
    this.#overlay = overlay;
    this.#added = entriesOf(overlay);
    return changed;
  }

  async list(folder: string): Promise<readonly Entry[] | undefined> {
    const prefix = folder === '' ? '' : `${folder}/`;
    const isGone = (path: string): boolean => this.#overlay.has(path) && this.#overlay.get(path) === undefined;
    const listed = await this.#files.list(folder);
    if (!listed) return undefined;
    const there = listed.filter(({ name }) => !isGone(prefix + name));
    const added = this.#added.get(folder);
    if (!added) return there;
    return [...there.filter(({ name }) => !added.has(name)), ...added.values()];
  }

  async size(path: string): Promise<number | undefined> {
    if (!this.#overlay.has(path)) return this.#files.size(path);
    const own = this.#overlay.get(path);
    return isLater(own) ? own.size() : own?.length;
  }

  async read(path: string): Promise<Uint8Array | undefined> {
    if (!this.#overlay.has(path)) return this.#files.read(path);
    const own = this.#overlay.get(path);
    return isLater(own) ? own.read() : own;
  }
}

const isLater = (content: Uint8Array | LaterFile | undefined): content is LaterFile =>
  content !== undefined && 'read' in content;

function entriesOf(overlay: Overlay): ReadonlyMap<string, ReadonlyMap<string, Entry>> {
  const folders = new Map<string, Map<string, Entry>>();
  for (const [path, content] of overlay) {
    if (content === undefined) continue;
    const parts = path.split('/');
    for (let depth = 0; depth < parts.length; depth++) {
      const folder = parts.slice(0, depth).join('/');
      const name = parts[depth] as string;
      const entries = folders.get(folder) ?? new Map<string, Entry>();
      folders.set(folder, entries.set(name, { name, kind: depth === parts.length - 1 ? 'file' : 'folder' }));
    }
  }
  return folders;
}
