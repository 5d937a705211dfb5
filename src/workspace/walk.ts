import ignore, { type Ignore } from 'ignore';
import { CONFIG_NAME } from './config-name.ts';
import type { Entry, Files } from './files.ts';
import type { Slices } from './slices.ts';
import { isValueFile } from './value-file.ts';

/** What a walk through the files of a root needs. */
export interface WalkOptions {
  readonly files: Files;
  readonly slices: Slices;
  readonly decodeUtf8: (bytes: Uint8Array) => string;
  /** The `.gitignore` files of the folders above the root, the outermost first. */
  readonly above?: readonly IgnoreAbove[] | undefined;
}

/** A `.gitignore` in a folder above the root. */
export interface IgnoreAbove {
  /** The path of the root below that folder, with `/`. */
  readonly root: string;
  readonly text: string;
}

/** The rules of one `.gitignore`, for the paths below its folder. */
interface IgnoreRules {
  /** A path below the root, as it is below the folder of the rules. */
  readonly within: (path: string) => string;
  readonly rules: Ignore;
}

/** How many folders are asked for at the same time. */
const LISTS_AT_ONCE = 32;

/** A folder that is to be listed, with the rules from above. */
interface Folder {
  readonly path: string;
  readonly rules: readonly IgnoreRules[];
}

interface Found {
  readonly files: string[];
  readonly valueFiles: string[];
  readonly above: readonly IgnoreRules[];
  /** By folder. */
  readonly rules: Map<string, IgnoreRules>;
  /** The folders below that are the roots of other plans. */
  readonly roots: Set<string>;
}

/** What a walk has found. */
export interface Walked {
  /** Every file that could be part of a plan: those at the top first, then those of the folders below. */
  readonly files: readonly string[];
  /** Every file that metrics could have their values in. */
  readonly valueFiles: readonly string[];
  /** Whether a path is one that the walk passes by, whether it is there or not. */
  readonly leavesOut: (path: string) => boolean;
  /** The folders below that are plans of their own. */
  readonly roots: ReadonlySet<string>;
}

/**
 * Walks through the files below the root. Folders whose names begin with a dot, `node_modules`, what a `.gitignore`
 * names, and folders with a `milepost.yaml` of their own, which are plans of their own, are left out; links are not
 * followed. Rules from above count, unless they name the root itself. A folder that cannot be listed is passed over, and told to `onError`.
 */
export async function walk(options: WalkOptions, onError: (folder: string, error: unknown) => void): Promise<Walked> {
  const above = rulesAbove(options.above ?? []);
  const found: Found = { files: [], valueFiles: [], above, rules: new Map(), roots: new Set() };
  const left: Folder[] = [{ path: '', rules: above }];
  // One after another, a plan on the other side of a network would wait for each of its folders.
  for (let at = 0; at < left.length; ) {
    const batch = left.slice(at, at + LISTS_AT_ONCE);
    at += batch.length;
    const listed = await Promise.all(batch.map((folder) => listFolder(folder, options, found, onError)));
    for (const folder of listed) {
      if (folder) for (const next of below(folder, found)) left.push(next);
      if (options.slices.isDue) await options.slices.pauseIfDue();
    }
  }
  return {
    files: found.files,
    valueFiles: found.valueFiles,
    leavesOut: (path) => leavesOut(path, found),
    roots: found.roots,
  };
}

/** Who asks for a plan in a folder that git ignores means it: there, what is above has no say. */
function rulesAbove(above: readonly IgnoreAbove[]): readonly IgnoreRules[] {
  const rules = above.map(({ root, text }) => ({
    within: (path: string) => `${root}/${path}`,
    rules: ignore().add(text),
  }));
  return isIgnored('', rules) ? [] : rules;
}

/** What is in a folder, and the rules that hold there. */
interface Listed extends Folder {
  readonly entries: readonly Entry[];
}

/** Lists a folder; undefined of one that is passed over: the root of another plan, or one that cannot be listed. */
async function listFolder(
  { path: folder, rules }: Folder,
  { files, decodeUtf8 }: WalkOptions,
  found: Found,
  onError: (folder: string, error: unknown) => void,
): Promise<Listed | undefined> {
  try {
    const entries = await files.list(folder);
    if (!entries || (folder !== '' && entries.some((entry) => entry.name === CONFIG_NAME && entry.kind === 'file'))) {
      found.roots.add(folder);
      return undefined;
    }
    const hasRules = entries.some((entry) => entry.name === '.gitignore' && entry.kind === 'file');
    const bytes = hasRules ? await files.read(join(folder, '.gitignore')) : undefined;
    if (!bytes) return { path: folder, rules, entries };
    const within = (path: string) => (folder === '' ? path : path.slice(folder.length + 1));
    const own = { within, rules: ignore().add(decodeUtf8(bytes)) };
    found.rules.set(folder, own);
    return { path: folder, rules: [...rules, own], entries };
  } catch (error) {
    onError(folder, error);
    return undefined;
  }
}

/** Notes the files of a folder that count, and gives the folders below that do. */
function below({ path: folder, rules, entries }: Listed, found: Found): readonly Folder[] {
  const folders: Folder[] = [];
  for (const { name, kind } of entries) {
    const path = join(folder, name);
    if (kind === 'file') {
      if (/\.(?:md|markdown|mdx)$/i.test(name) && !isIgnored(path, rules)) found.files.push(path);
      else if (isValueFile(name) && !isIgnored(path, rules)) found.valueFiles.push(path);
    } else if (kind === 'folder' && !isHidden(name) && !isIgnored(`${path}/`, rules)) {
      folders.push({ path, rules });
    }
  }
  return folders;
}

/** Whether folders of that name are never looked into. */
const isHidden = (name: string): boolean => name.startsWith('.') || name === 'node_modules';

function leavesOut(path: string, { above, rules: known, roots }: Found): boolean {
  const rules = [...above];
  for (let end = path.indexOf('/'), folder = ''; ; end = path.indexOf('/', end + 1)) {
    const own = known.get(folder);
    if (own) rules.push(own);
    if (end < 0) return isIgnored(path, rules);
    const below = path.slice(0, end);
    if (roots.has(below)) return true;
    if (isHidden(below.slice(below.lastIndexOf('/') + 1)) || isIgnored(`${below}/`, rules)) return true;
    folder = below;
  }
}

/** The nearest `.gitignore` that has a word to say decides. */
function isIgnored(path: string, rules: readonly IgnoreRules[]): boolean {
  for (let i = rules.length - 1; i >= 0; i--) {
    const { within, rules: own } = rules[i] as IgnoreRules;
    const verdict = own.test(within(path));
    if (verdict.ignored) return true;
    if (verdict.unignored) return false;
  }
  return false;
}

/** A path below a folder. */
export const join = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);
