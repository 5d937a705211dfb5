import { isSet, listed, numberOf } from './elements.ts';
import type { XmlElement } from './read-xml.ts';

/** A task in its place in the outline. */
export interface OutlineTask {
  readonly uid: number;
  readonly element: XmlElement;
  readonly isSummary: boolean;
  readonly parent: OutlineTask | undefined;
  readonly children: readonly OutlineTask[];
}

/** The outline of a project. */
export interface Outline {
  /** The project itself as a task; or the only task on top, where everything else is under it. */
  readonly root: OutlineTask | undefined;
  /** All other tasks, in their order. */
  readonly tasks: readonly OutlineTask[];
  /** Those right under the root. */
  readonly top: readonly OutlineTask[];
}

/**
 * Puts tasks in their places by their levels. A level that is left out, as other tools do, is none.
 * @param isProgram whether a task is known to be what the whole is called by
 */
export function outlineOf(project: XmlElement, isProgram: (task: XmlElement) => boolean): Outline {
  const all: (OutlineTask & { children: OutlineTask[] })[] = [];
  const top: OutlineTask[] = [];
  const way: { readonly level: number; readonly task: (typeof all)[number] }[] = [];
  let whole: OutlineTask | undefined;
  for (const element of listed(project, 'Tasks', 'Task')) {
    const uid = numberOf(element, 'UID');
    // An empty row of the sheet.
    if (uid === undefined || isSet(element, 'IsNull')) continue;
    const level = numberOf(element, 'OutlineLevel') ?? 1;
    if (level === 0) {
      whole ??= { uid, element, isSummary: true, parent: undefined, children: [] };
      continue;
    }
    while ((way.at(-1)?.level ?? 0) >= level) way.pop();
    const parent = way.at(-1)?.task;
    const task = { uid, element, isSummary: false, parent, children: [] };
    (parent?.children ?? top).push(task);
    all.push(task);
    way.push({ level, task });
  }
  for (const task of all) (task as { isSummary: boolean }).isSummary = task.children.length > 0;
  const [only] = top;
  // A task that holds all others is what the project is called by.
  const isWhole = (task: OutlineTask): boolean =>
    isProgram(task.element) || task.children.some((each) => each.isSummary);
  if (only && top.length === 1 && isWhole(only)) {
    return { root: only, tasks: all.filter((task) => task !== only), top: only.children };
  }
  return { root: whole, tasks: all, top };
}

/** The tasks under one that have none under them. */
export function leavesOf(task: OutlineTask): readonly OutlineTask[] {
  const leaves: OutlineTask[] = [];
  const open = [task];
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.children.length === 0) leaves.push(at);
    else open.push(...[...at.children].reverse());
  }
  return leaves;
}
