import type { Item } from '../../core/plan/item.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { quoted } from '../../core/text/visible.ts';
import type { Plans } from '../plans/plans.ts';
import { FindingElement, type PlanItem, ProgramElement } from '../views/elements.ts';
import { WrongArgument } from './refused.ts';

/**
 * The item that a command was given: what was clicked in a tree, or a reference such as `atlas/api-freeze`. Undefined
 * where it was given nothing.
 */
export function itemArgument(value: unknown, plans: Plans): PlanItem | undefined {
  if (value === undefined || value === null) return undefined;
  if (value instanceof ProgramElement) return itemOf(value.folder, value.node.item, value.node.label);
  if (value instanceof FindingElement) return itemOf(value.folder, value.finding.item, value.finding.source.path);
  if (typeof value === 'string') return itemNamed(value, plans);
  throw new WrongArgument(
    `this takes the reference of an item, such as "atlas/api-freeze", and was given ${show(value)}`,
  );
}

/** The finding that a command was given. */
export function findingArgument(value: unknown): FindingElement {
  if (value instanceof FindingElement) return value;
  throw new WrongArgument(`this takes a finding of the Needs Attention view, and was given ${show(value)}`);
}

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
  if (value === undefined || value === null || value instanceof ProgramElement || value instanceof FindingElement) {
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
  throw new WrongArgument(`there is no item ${quoted(reference)}`);
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
