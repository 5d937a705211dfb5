import assert from 'node:assert/strict';
import { Chance } from '../property/fixes/chance.ts';
import { parse, snapshotOfDocuments } from '../property/fixes/check.ts';
import { aPlan } from '../property/fixes/plans.ts';
import type { FuzzTarget } from './target.ts';

/** What is put into documents, or in the place of a part of them. */
const PIECES = [
  ...[
    '---\n',
    '\n',
    '\r\n',
    '\r',
    ' ',
    '\t',
    '  - ',
    ': ',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '#',
    '|',
    '>',
    '@',
    '*',
    '&a',
    '<',
  ],
  ...['<!-- milepost graph -->', '<!-- /milepost -->', '```', '[[', ']]', '<<<<<<< a\n', '=======\n', '>>>>>>> b\n'],
  ...[
    'id: a\n',
    'due: 2026-99-99\n',
    'depends_on: [a FS-9999d]\n',
    'duration: 1e9d\n',
    'status: \u202edone\n',
    '\u0000',
  ],
  ...['\ufeff', '\ud800', '💥', '__proto__: x\n', 'type: program\n', 'samples: [{ date: x, value: 1e999 }]\n'],
];

/** A plan as somebody might write it, with a document that hands, merges and other tools have been at. */
export const wholeDocuments: FuzzTarget = {
  name: 'documents',
  unit: 'whole documents',
  attempt(seed) {
    const chance = new Chance(seed);
    const texts = new Map(Object.entries(aPlan(chance)));
    const paths = [...texts.keys()];
    const spoiled = chance.of(paths);
    texts.set(spoiled, spoil(texts.get(spoiled) as string, chance));
    const read = () =>
      snapshotOfDocuments(
        [...texts].flatMap(([path, text]) => parse(path, text) ?? []),
        new Set(paths),
      );
    const { findings } = read();
    for (const { source, range, message, related } of findings) {
      for (const place of [{ source, range }, ...related.filter((other) => other.range !== undefined)]) {
        const { start, end } = place.range;
        assert.ok(0 <= start && start <= end && end <= place.source.text.length, `${source.path}: ${message}`);
      }
      assert.doesNotMatch(message, /undefined|NaN|\[object|Infinity/, message);
    }
    // The same text is found the same.
    if (seed % 50 === 0) assert.deepEqual(read().findings.map(short), findings.map(short));
    return texts.size;
  },
};

const short = ({ code, range, message }: { code: string; range: unknown; message: string }) => [code, range, message];

function spoil(text: string, chance: Chance): string {
  let spoiled = text;
  for (let times = 1 + chance.below(6); times > 0; times--) {
    const at = chance.below(spoiled.length + 1);
    const length = chance.is(0.5) ? 0 : chance.below(40);
    const piece = chance.is(0.3)
      ? spoiled.slice(chance.below(spoiled.length), chance.below(spoiled.length))
      : chance.of(PIECES);
    spoiled = spoiled.slice(0, at) + piece + spoiled.slice(at + length);
  }
  return spoiled;
}
