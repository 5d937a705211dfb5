import { isSamePerson } from '../../core/model/values/person.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { quoted } from '../../core/text/visible.ts';
import type { Place } from '../../core/views/why/limit-words.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import {
  AttentionEntryElement,
  AttentionGroupElement,
  ChainElement,
  ChangeElement,
  type PlanItem,
  PointedItem,
  ProgramElement,
} from '../views/elements.ts';
import { WrongArgument } from './refused.ts';

/**
 * The item that a command was given: what was clicked in a tree, or a reference such as `atlas/api-freeze`. Undefined
 * where it was given nothing.
 */
export function itemArgument(value: unknown, plans: Plans): PlanItem | undefined {
  if (value === undefined || value === null) return undefined;
  if (value instanceof PointedItem) return value;
  if (value instanceof ProgramElement) return itemOf(value.folder, value.node.item, value.node.label);
  if (value instanceof AttentionEntryElement) return itemOf(value.folder, value.entry.item, value.place.source.path);
  if (value instanceof ChainElement || value instanceof ChangeElement)
    return itemOf(value.folder, value.node.item, value.node.label);
  if (typeof value === 'string') return itemNamed(value, plans);
  throw new WrongArgument(
    `this takes the reference of an item, such as "atlas/api-freeze", and was given ${show(value)}`,
  );
}

/** Whether a command was given the address of a document, as the editor's menu does. */
export const isUri = (value: unknown): boolean => typeof value === 'object' && value !== null && 'scheme' in value;

/** What a command was given to open: what was clicked in *Needs attention*, in *Why*, or what no program has. */
export function placeArgument(value: unknown): { readonly folder: PlanFolder; readonly place: Place | undefined } {
  if (value instanceof AttentionEntryElement) return value;
  if (value instanceof ChainElement || value instanceof ProgramElement)
    return { folder: value.folder, place: value.node.place };
  throw new WrongArgument(`this takes a finding of the Needs Attention view, and was given ${show(value)}`);
}

/** What a command was given of a change to the plan: an entry of its tree, or an item that a lens stands over. */
export function changeArgument(value: unknown): ChangeElement | PointedItem {
  if (value instanceof ChangeElement || value instanceof PointedItem) return value;
  throw new WrongArgument(`this takes an entry of the Plan Changes view, and was given ${show(value)}`);
}

/** The person that a command was given: a group of *Needs attention*, or a name; undefined where it was given nothing. */
export function personArgument<T extends { readonly label: string; readonly owner: string | undefined }>(
  value: unknown,
  people: readonly T[],
): T | undefined {
  if (value === undefined || value === null) return undefined;
  const { kind, owner } = value instanceof AttentionGroupElement ? value.group : { kind: 'owner', owner: value };
  const found =
    kind === 'new' ? undefined : people.find((person) => person.owner === owner || isSame(person.owner, owner));
  if (found && (owner !== undefined || kind === 'nobody')) return found;
  const given = value instanceof AttentionGroupElement ? quoted(value.group.label) : show(value);
  throw new WrongArgument(`this takes a person who has open points, and was given ${given}`);
}

const isSame = (a: unknown, b: unknown): boolean =>
  typeof a === 'string' && typeof b === 'string' && isSamePerson(a, b);

/** One of several words. */
export function wordArgument<T extends string>(value: unknown, words: readonly T[], what: string): T | undefined {
  if (value === undefined || value === null) return undefined;
  const found = words.find((word) => word === value);
  if (found === undefined) throw new WrongArgument(`${what} is ${words.join(', ')}, and not ${show(value)}`);
  return found;
}

/** The texts in an object that a command was given, all of them optional. */
export function textsArgument<K extends string>(value: unknown, keys: readonly K[]): Partial<Record<K, string>> {
  // A menu gives what was clicked, which says nothing here.
  if (
    value === undefined ||
    value === null ||
    value instanceof ProgramElement ||
    value instanceof AttentionEntryElement
  ) {
    return {};
  }
  const form = `an object with ${keys.join(', ')}`;
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new WrongArgument(`this takes ${form}, and was given ${show(value)}`);
  }
  const texts: Partial<Record<K, string>> = {};
  for (const [key, text] of Object.entries(value)) {
    const known = keys.find((name) => name === key);
    if (!known) throw new WrongArgument(`this takes ${form}, and was given ${quoted(key)}`);
    if (text === undefined || text === null) continue;
    if (typeof text !== 'string') throw new WrongArgument(`${key} is a text, and not ${show(text)}`);
    texts[known] = text;
  }
  return texts;
}

function itemOf(folder: PlanItem['folder'], item: Item | undefined, label: string): PlanItem {
  if (!item) throw new WrongArgument(`${quoted(label)} is no item of the plan`);
  return { folder, item };
}

function itemNamed(reference: string, plans: Plans): PlanItem {
  for (const folder of plans.folders) {
    const item = folder.snapshot && lookUp(reference, folder.snapshot.plan);
    if (item) return { folder, item };
  }
  throw new WrongArgument(`there is no item ${quoted(reference)}: write one such as "atlas/api-freeze"`);
}

/** An item by its key, else by an id that only one item of the plan has. */
function lookUp(reference: string, plan: Plan): Item | undefined {
  const [program, id, ...rest] = reference.split('/') as [string, string | undefined, ...string[]];
  if (rest.length > 0) return undefined;
  if (id !== undefined) return plan.lookup.member(program, id);
  const named = plan.items.filter((item) => item.id === reference);
  return plan.lookup.program(reference) ?? (named.length === 1 ? named[0] : undefined);
}

/** A value in a message; whatever it is, and whatever it does when asked. */
function show(value: unknown): string {
  try {
    return quoted(JSON.stringify(value) ?? String(value));
  } catch {
    return `a ${typeof value}`;
  }
}
