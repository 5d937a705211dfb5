import { fieldRank } from '../../fixes/edit/field-order.ts';
import type { ItemType } from '../../model/item-type.ts';
import type { FieldSpec } from '../../model/kind.ts';
import { fieldOf } from '../../model/registry.ts';
import { readStatus, statusesOf } from '../../model/status.ts';
import type { YamlNode, YamlScalar } from '../../parse/yaml/node.ts';
import { yamlText, yamlWord } from '../../scaffold/yaml-text.ts';
import { quoted } from '../../text/visible.ts';
import { withArticle } from '../../text/words.ts';
import type { IncomingFields, IncomingValue } from '../incoming.ts';
import { cleanLine } from './clean-text.ts';

/** A field as it is written: `due: 2026-12-11`. */
export interface FieldLine {
  readonly name: string;
  readonly written: string;
}

/** What the fields of an item look like in a plan, in the order in which people give them. */
export interface FieldLines {
  readonly lines: readonly FieldLine[];
  /** What was left aside, each with why. */
  readonly faults: readonly string[];
}

const NOWHERE = { start: 0, end: 0 };

/** Reads each value as a plan would be read, so that none is written which a check would refuse. */
export function fieldLines(type: ItemType, fields: IncomingFields): FieldLines {
  const lines: FieldLine[] = [];
  const faults: string[] = [];
  for (const [name, value] of Object.entries(fields)) {
    const clean = cleaned(value);
    if (clean.length === 0) continue;
    const line = name === 'status' ? statusLine(type, clean, faults) : lineOf(type, name, clean, faults);
    if (line !== undefined) lines.push({ name, written: line });
  }
  return { lines: inOrder(lines), faults };
}

/** Fields in the order in which people, and Milepost, give them. */
export const inOrder = (lines: readonly FieldLine[]): FieldLine[] =>
  lines.toSorted((a, b) => (fieldRank(a.name) ?? LAST) - (fieldRank(b.name) ?? LAST));

const LAST = 1_000;

/** A value, a list of values, or names with values; nothing that is empty. */
type Cleaned = string | readonly string[] | readonly (readonly [string, string])[];

function cleaned(value: IncomingValue): Cleaned {
  if (typeof value === 'string') return cleanLine(value);
  if (isList(value)) return [...new Set(value.map(cleanLine).filter((text) => text !== ''))];
  return Object.entries(value)
    .map(([name, text]) => [cleanLine(name), cleanLine(text)] as const)
    .filter(([name, text]) => name !== '' && text !== '');
}

const isList = (value: IncomingValue): value is readonly string[] => Array.isArray(value);

function statusLine(type: ItemType, value: Cleaned, faults: string[]): string | undefined {
  const word = typeof value === 'string' ? value : '';
  const status = readStatus(type, word, new Map());
  if (status !== undefined) return yamlWord(status);
  faults.push(`status: ${quoted(word)} is none of ${withArticle(type.name)}: ${statusesOf(type).join(', ')}`);
  return undefined;
}

function lineOf(type: ItemType, name: string, value: Cleaned, faults: string[]): string | undefined {
  const spec = fieldOf(type, name);
  if (!spec) {
    faults.push(`${name}: ${withArticle(type.name)} has no such field`);
    return undefined;
  }
  if (typeof value === 'string') return isTaken(spec, name, scalar(value), faults) ? written(spec, value) : undefined;
  if (isPairs(value)) {
    const pairs = value.map(([key, text]) => ({ key: scalar(key), value: scalar(text), bare: false }));
    const map: YamlNode = { kind: 'map', flow: true, pairs, range: NOWHERE };
    if (!isTaken(spec, name, map, faults)) return undefined;
    return `{ ${value.map(([key, text]) => `${yamlText(key)}: ${yamlText(text)}`).join(', ')} }`;
  }
  const taken = value.filter((text) => isTaken(spec, name, scalar(text), faults));
  return taken.length === 0 ? undefined : `[${taken.map((text) => written(spec, text)).join(', ')}]`;
}

const isPairs = (value: Exclude<Cleaned, string>): value is readonly (readonly [string, string])[] =>
  Array.isArray(value[0]);

/** Quoted, so that nothing in it means anything but itself. */
const scalar = (text: string): YamlScalar => ({ kind: 'scalar', text, style: 'quoted', range: NOWHERE });

function isTaken({ kind }: FieldSpec<unknown>, name: string, node: YamlNode, faults: string[]): boolean {
  const before = faults.length;
  const value = kind.read(node, (_range, message) => faults.push(`${name}: ${message}`));
  return faults.length === before && value !== undefined;
}

/** Text is quoted wherever YAML could see something else in it; of other values Milepost reads what is written. */
function written({ kind }: FieldSpec<unknown>, text: string): string {
  const { name } = kind.of ?? kind;
  if (name === 'flag') return text;
  return name === 'text' || name === 'person' ? yamlText(text) : yamlWord(text);
}
