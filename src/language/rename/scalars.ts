import { isEmpty, type YamlNode, type YamlScalar } from '../../core/parse/yaml/node.ts';
import type { Range } from '../../core/text/range.ts';

/** Every scalar of a value, keys of mappings aside. */
export function* scalarsOf(node: YamlNode | undefined): Generator<YamlScalar> {
  if (!node) return;
  if (isEmpty(node)) return;
  if (node.kind === 'scalar') yield node;
  else if (node.kind === 'list') for (const item of node.items) yield* scalarsOf(item);
  else for (const { value } of node.pairs) yield* scalarsOf(value);
}

/** The scalar of a value that holds a stretch. */
export function scalarAt(node: YamlNode | undefined, { start }: Range): YamlScalar | undefined {
  for (const scalar of scalarsOf(node)) {
    if (scalar.range.start <= start && start < Math.max(scalar.range.end, scalar.range.start + 1)) return scalar;
  }
  return undefined;
}
