import { configurationOf, NO_CONFIGURATION } from '../../src/core/config/configuration.ts';
import type { FieldValues } from '../../src/core/model/registry.ts';
import { formatDay } from '../../src/core/model/values/day.ts';
import type { ParsedDocument, ParsedItem } from '../../src/core/parse/document.ts';
import { parseDocument } from '../../src/core/parse/parse-document.ts';
import type { Problem } from '../../src/core/parse/problem.ts';
import { RULE_CODES } from '../../src/core/rules/registry.ts';

/** A document as it is read, or undefined where it is no part of a plan; `config` is the text of `milepost.yaml`. */
export function read(text: string, { path = 'plan.md', config = '' } = {}): ParsedDocument | undefined {
  const { config: options } = config ? configurationOf('milepost.yaml', config, RULE_CODES) : NO_CONFIGURATION;
  return parseDocument(path, text, options);
}

/** A document that is part of a plan. */
export function readPlan(text: string, options: { path?: string; config?: string } = {}): ParsedDocument {
  const document = read(text, options);
  if (!document) throw new Error(`no part of a plan: ${text}`);
  return document;
}

/** Problems, short: `code line:column "marked text"`. */
export function problemsOf(document: ParsedDocument): string[] {
  return document.problems.map((problem) => {
    const { line, column } = document.lines.positionAt(problem.range.start);
    return `${problem.code} ${line + 1}:${column + 1} ${JSON.stringify(marked(document, problem))}`;
  });
}

/** What a problem, or anything else with a range, marks. */
export function marked({ text }: { readonly text: string }, { range }: Pick<Problem, 'range'>): string {
  return text.slice(range.start, range.end);
}

/** Items, short: `type id`. */
export function itemsOf({ items }: ParsedDocument): string[] {
  return items.map((item) => `${item.type.name} ${item.id}`);
}

/** What one field holds as it is written, and what is said of it. */
export interface ReadField<T> {
  readonly value: T;
  /** `code "marked text"`. */
  readonly problems: readonly string[];
  readonly messages: readonly string[];
  readonly suggestion: string | undefined;
  readonly text: string;
  readonly item: ParsedItem;
}

/** Reads a field of an item of a type, written as in a file of its own. */
export function field<K extends keyof FieldValues>(
  name: K,
  written: string,
  { type = 'milestone', config = '' } = {},
): ReadField<FieldValues[K]> {
  const document = readPlan(`---\ntype: ${type}\nid: it\n${name}: ${written}\n---\n`, { config });
  const item = document.items[0] as ParsedItem;
  return {
    value: item.values[name],
    problems: document.problems.map((problem) => `${problem.code} ${JSON.stringify(marked(document, problem))}`),
    messages: document.problems.map((problem) => problem.message),
    suggestion: document.problems[0]?.suggestion,
    text: document.text,
    item,
  };
}

/** A day as people write it, for comparing. */
export const day = (value: number | undefined): string | undefined => (value === undefined ? value : formatDay(value));
