import assert from 'node:assert/strict';
import type { YamlNode } from '../../src/core/parse/yaml/node.ts';
import { readYaml } from '../../src/core/parse/yaml/read.ts';
import type { Range } from '../../src/core/text/range.ts';
import { Chance } from '../property/fixes/chance.ts';
import type { FuzzTarget } from './target.ts';

/** What YAML is made of, and what makes it hard. */
const TOKENS = [
  ...['a', 'id', 'x-y', '1', '2026-12-11', 'ü', '日', '-', '- ', ': ', ':', ' ', '  ', '[', ']', '{', '}', ', ', ','],
  ...['"', "'", "''", '#', ' #', '\\', '@', '*', '*a', '&', '&a ', '!', '!!x ', '|', '|-\n', '>', '%', '`', '?', '? '],
  ...['~', 'null', '.', '..', '...', '---', '<<: ', '<', '=', '(', '/', '\t', '\n', '\n', '\n  ', '\n- ', '\n  - '],
  ...[
    '\r\n',
    '\r',
    '\u00a0',
    '\ufeff',
    '\u2028',
    '\u0000',
    '\ud800',
    '💥',
    'key: value\n',
    'list:\n  - a\n',
    '__proto__: x\n',
  ],
];

/** Texts of up to forty such pieces: nothing throws, and all that is read stands where it is said to stand. */
export const yamlFragments: FuzzTarget = {
  name: 'yaml',
  unit: 'YAML fragments',
  attempt(seed) {
    const chance = new Chance(seed);
    const text = Array.from({ length: 1 + chance.below(40) }, () => chance.of(TOKENS)).join('');
    const { root, problems, surprises } = readYaml(`ab${text}cd`, 2, 2 + text.length);
    const within = ({ start, end }: Range): boolean => 2 <= start && start <= end && end <= 2 + text.length;
    for (const { range, message } of problems) {
      assert.ok(within(range), JSON.stringify(text));
      assert.ok(message.length > 0);
    }
    for (const { range } of surprises) assert.ok(within(range), JSON.stringify(text));
    for (const node of nodesOf(root)) assert.ok(within(node.range), JSON.stringify(text));
    return 1;
  },
};

function* nodesOf(node: YamlNode | undefined): Generator<YamlNode> {
  if (!node) return;
  yield node;
  if (node.kind === 'list') for (const item of node.items) yield* nodesOf(item);
  if (node.kind !== 'map') return;
  for (const { key, value } of node.pairs) {
    yield key;
    yield* nodesOf(value);
  }
}
