import type { ItemType } from '../model/item-type.ts';
import type { Plan } from '../plan/plan.ts';
import { fileNameFor } from './file-name.ts';

/** Where the file of a new item goes. */
export interface Place {
  /** Relative to the root of the plan, with `/`. */
  readonly folder: string;
  readonly name: string;
  /** Whether the file has to say which program it belongs to, since its folder does not. */
  readonly needsProgram: boolean;
}

/**
 * Where the file of a new item goes: to the files of its type, where its program has some, else into a folder of its
 * type beside the program's document.
 */
export function placeFor(type: ItemType, id: string, program: string, plan: Plan): Place {
  const home = folderOf(plan.lookup.program(program)?.document.path ?? '');
  if (type.name === 'program')
    return { folder: join(home, fileNameFor(id).slice(0, -3)), name: 'README.md', needsProgram: false };
  const folder = usualFolder(type, program, plan) ?? join(home, type.plural);
  return { folder, name: fileNameFor(id), needsProgram: programOfFolder(folder, plan) !== program };
}

/** The folder in which most files of that type and program lie. */
function usualFolder(type: ItemType, program: string, plan: Plan): string | undefined {
  const counts = new Map<string, number>();
  for (const item of plan.lookup.members(program).values()) {
    if (item.type.name !== type.name || item.parsed.form !== 'file') continue;
    const folder = folderOf(item.document.path);
    counts.set(folder, (counts.get(folder) ?? 0) + 1);
  }
  return [...counts].sort(([a, many], [b, more]) => more - many || (a < b ? -1 : 1))[0]?.[0];
}

/** The program that a file in a folder would belong to by its place; undefined where no one program is nearest. */
export function programOfFolder(folder: string, plan: Plan): string | undefined {
  for (let at: string | undefined = folder; at !== undefined; at = at === '' ? undefined : folderOf(at)) {
    const here = plan.programs.filter(({ item }) => item && folderOf(item.document.path) === at);
    if (here.length > 0) return here.length === 1 ? here[0]?.id : undefined;
  }
  // Without any program document, everything is in the one that is named after the root.
  const [only, ...others] = plan.programs;
  return others.length === 0 ? only?.id : undefined;
}

const folderOf = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/')));
const join = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);
