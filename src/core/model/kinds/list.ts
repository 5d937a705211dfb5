import { isEmpty } from '../../parse/yaml/node.ts';
import type { Range } from '../../text/range.ts';
import type { Kind } from '../kind.ts';

/** A value in a list, and where it stands. */
export interface Listed<T> {
  readonly value: T;
  readonly range: Range;
}

/** A list of values; a single value is a list of one. An entry that is wrong costs that entry. */
export function listOf<T>(kind: Kind<T>): Kind<readonly Listed<T>[]> {
  const { references } = kind;
  return {
    name: `list of ${kind.name}`,
    form: `${kind.form}, or a list of them`,
    of: kind,
    ...(references && { references: (values) => values.flatMap(({ value }) => references(value)) }),
    schema: (z) => z.union([z.array(kind.schema(z)), kind.schema(z)]),
    read(node, report) {
      const nodes = node.kind === 'list' ? node.items : [node];
      const values: Listed<T>[] = [];
      for (const item of nodes) {
        if (!item || isEmpty(item)) continue;
        const value = kind.read(item, report);
        if (value !== undefined) values.push({ value, range: item.range });
      }
      return values;
    },
  };
}
