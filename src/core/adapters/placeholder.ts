import { namesSeveral } from '../model/values/person.ts';
import type { YamlNode } from '../parse/yaml/node.ts';

const BRACKETS: Readonly<Record<string, string>> = { '[': ']', '{': '}', '<': '>' };

/**
 * Whether a text is all in brackets, as what a template leaves to be filled in is: `[list everyone involved]`,
 * `{proposed | rejected}`, `<names>`. Links and addresses are none.
 */
export function isPlaceholder(text: string): boolean {
  const written = text.trim();
  const open = written.charAt(0);
  const close = BRACKETS[open];
  if (close === undefined || !written.endsWith(close) || written.startsWith('[[')) return false;
  let depth = 0;
  for (let at = 0; at < written.length; at++) {
    const character = written.charAt(at);
    if (character === open) depth++;
    else if (character === close && --depth === 0 && at < written.length - 1) return false;
  }
  return depth === 0 && !(open === '<' && /^<[^<>\s@]+@[^<>\s@]+>$/.test(written));
}

/** What the templates of MADR say where people belong. YAML takes the brackets around it for those of a list. */
const EVERYONE = /^list everyone\b/i;

/** Whether somebody is left to be named; several handles in brackets are people all the same. */
export const isNobody = (text: string): boolean =>
  EVERYONE.test(text.trim()) || (isPlaceholder(text) && !namesSeveral(text.trim().slice(1, -1)));

/** The people of a value without those that are left to be named; undefined where nobody is left. */
export function withoutNobody(node: YamlNode): YamlNode | undefined {
  // Braces are a mapping to YAML, and no person is one.
  if (node.kind === 'map') return undefined;
  if (node.kind === 'scalar') return isNobody(node.text) ? undefined : node;
  const items = node.items.filter((item) => item !== undefined && withoutNobody(item) !== undefined);
  return items.length === 0 ? undefined : items.length === node.items.length ? node : { ...node, items };
}
