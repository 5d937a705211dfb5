import { canonicalFieldName } from '../../model/field-name.ts';
import type { ParsedDocument } from '../../parse/document.ts';
import type { YamlList, YamlMap, YamlNode, YamlPair } from '../../parse/yaml/node.ts';
import { readYaml } from '../../parse/yaml/read.ts';
import type { Item } from '../../plan/item.ts';
import type { Range } from '../../text/range.ts';

const known = new WeakMap<ParsedDocument, YamlMap | false>();

/**
 * The front matter of a document as a tree, with everything that its items leave aside: unknown fields, comments'
 * places, how collections are written. Read when a fix first asks. Undefined where it could not be read at all.
 */
export function treeOf(document: ParsedDocument): YamlMap | undefined {
  let tree = known.get(document);
  if (tree === undefined) {
    const { start, end } = document.frontMatter.content;
    tree = readYaml(document.text, start, end).root ?? false;
    known.set(document, tree);
  }
  return tree || undefined;
}

/** The mapping that an item is. */
export function mapOf(item: Item): YamlMap | undefined {
  const root = treeOf(item.document);
  if (!root || item.parsed.form === 'file') return root;
  const { start, end } = item.parsed.range;
  for (const { value } of root.pairs) {
    if (value?.kind !== 'list') continue;
    for (const entry of value.items) {
      if (entry?.kind === 'map' && entry.range.start === start && entry.range.end === end) return entry;
    }
  }
  return undefined;
}

/** The pair of a mapping that is read as a field: of several, the first. */
export function pairNamed(map: YamlMap, name: string): YamlPair | undefined {
  return map.pairs.find((pair, index) => canonicalFieldName(pair.key.text) === name && !isStray(map, pair, index));
}

/** What a comma in a value leaves behind in braces is no field. */
const isStray = (map: YamlMap, pair: YamlPair, index: number): boolean => map.flow && pair.bare && index > 0;

/** A step down a tree: into the value of a pair, or into an entry of a list. */
export type Step =
  | { readonly kind: 'pair'; readonly map: YamlMap; readonly pair: YamlPair }
  | { readonly kind: 'entry'; readonly list: YamlList; readonly index: number; readonly node: YamlNode };

/** The steps from a node down to what stands at an offset: a key, or a scalar. The deepest is the last. */
export function stepsTo(root: YamlNode, offset: number): readonly Step[] {
  const steps: Step[] = [];
  for (let node: YamlNode | undefined = root; node && node.kind !== 'scalar'; ) {
    const step: Step | undefined = node.kind === 'map' ? pairStep(node, offset) : entryStep(node, offset);
    if (!step) break;
    steps.push(step);
    node = step.kind === 'entry' ? step.node : step.pair.value;
    if (step.kind === 'pair' && holds(step.pair.key.range, offset)) break;
  }
  return steps;
}

function pairStep(map: YamlMap, offset: number): Step | undefined {
  const pair = map.pairs.find(
    ({ key, value }) => holds(key.range, offset) || (value !== undefined && holds(value.range, offset)),
  );
  return pair && { kind: 'pair', map, pair };
}

function entryStep(list: YamlList, offset: number): Step | undefined {
  const index = list.items.findIndex((item) => item !== undefined && holds(item.range, offset));
  const node = list.items[index];
  return node && { kind: 'entry', list, index, node };
}

const holds = ({ start, end }: Range, offset: number): boolean => start <= offset && offset < Math.max(end, start + 1);

/** The pair of a document's front matter whose key covers exactly a range. */
export function keyAt(document: ParsedDocument, range: Range): Extract<Step, { kind: 'pair' }> | undefined {
  const root = treeOf(document);
  const last = root && stepsTo(root, range.start).at(-1);
  if (last?.kind !== 'pair') return undefined;
  const { start, end } = last.pair.key.range;
  return start === range.start && end === range.end ? last : undefined;
}
