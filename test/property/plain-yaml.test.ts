import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readWithLibrary } from '../../src/core/parse/yaml/library.ts';
import type { YamlNode } from '../../src/core/parse/yaml/node.ts';
import { readPlain } from '../../src/core/parse/yaml/plain.ts';

/** Plain front matter, in blocks that stand by themselves. */
const VALUES = ['x', '[a, b]', '{ a: b, c: "d" }', "'q'", '"q"', 'a b # c', 'x:y', '5d / 8d', '[a, [b]]', '~', 'ü'];
const BLOCKS = [
  ...VALUES.map((value) => `key: ${value}\n`),
  ...['empty:\n', '# note\n', '\n', 'crlf: a\r\n', 'a:\n  b: c\n  d:\n    e: f\n'],
  ...['list:\n  - a\n  - b c\n', 'list:\n- a\n-\n', 'items:\n  - id: a\n    title: b\n  - { id: c }\n'],
  'items:\n  -\n    id: a\n  - x: [a]\n\n    y:\n',
];
/** What YAML is made of, and what makes it hard. */
const TOKENS = [
  ...['a', 'id', 'x-y', '1', '2026-12-11', 'ü', '日', '-', '- ', ': ', ':', ' ', '  ', '[', ']', '{', '}', ', ', ','],
  ...['"', "'", "''", '#', ' #', '\\', '@', '*', '&', '!', '|', '>', '%', '`', '?', '? ', '~', 'null', '.', '..'],
  ...['...', '---', '<', '=', '(', '/', '\t', '\n', '\n', '\n  ', '\n- ', '\n  - ', '\r\n', '\u00a0', '\ufeff'],
];

const plainText = fc.array(fc.constantFrom(...BLOCKS), { maxLength: 6 }).map((blocks) => blocks.join(''));
const soup = fc.array(fc.constantFrom(...TOKENS), { maxLength: 25 }).map((tokens) => tokens.join(''));
/** Plain text in which one thing is not. */
const nearlyPlain = fc
  .tuple(plainText, fc.constantFrom(...TOKENS), fc.nat(), fc.nat(2))
  .map(([text, token, at, removed]) => {
    const place = text.length === 0 ? 0 : at % text.length;
    return text.slice(0, place) + token + text.slice(place + removed);
  });
const yaml = fc.oneof(plainText, nearlyPlain, soup);

describe('the fast reader of YAML', () => {
  it('reads what the library reads, or refuses', () => {
    let taken = 0;
    const runs = 5_000;
    fc.assert(
      fc.property(yaml, (text) => {
        const plain = readPlain(`ab${text}cd`, 2, 2 + text.length);
        if (!plain || plain.pairs.length === 0) return;
        taken++;
        const { node, problems } = readWithLibrary(text, 2, []);
        assert.deepEqual(problems, []);
        assert.deepEqual(content(node), content(plain));
      }),
      { numRuns: runs },
    );
    assert.ok(taken > runs / 4, `only ${taken} of ${runs} texts were plain`);
  });
});

/** A node with the ranges of scalars; those of collections differ where they end in an entry that is empty. */
function content(node: YamlNode | undefined): unknown {
  if (!node || node.kind === 'scalar') return node;
  if (node.kind === 'list') return { flow: node.flow, items: node.items.map(content) };
  return { flow: node.flow, pairs: node.pairs.map(({ key, value, bare }) => ({ key, value: content(value), bare })) };
}
