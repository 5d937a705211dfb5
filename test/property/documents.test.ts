import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findConflicts, firstSides } from '../../src/core/parse/conflicts.ts';
import { splitFrontMatter } from '../../src/core/parse/front-matter.ts';
import type { YamlNode } from '../../src/core/parse/yaml/node.ts';
import { maskSurprises, unmask } from '../../src/core/parse/yaml/surprises.ts';
import type { Range } from '../../src/core/text/range.ts';
import { snapshotOf } from '../support/plan.ts';
import { read } from '../support/reading.ts';
import { arbitraryDocument } from './arbitrary-plans.ts';

const isInside = (text: string, { start, end }: Range) => 0 <= start && start <= end && end <= text.length;
const inLines = (text: string) => [...text.matchAll(/\r\n|\n|\r/g)].map((match) => [match.index, match[0]]);

/** Every node below a node, itself first. */
function* nodes(node: YamlNode | undefined): Generator<YamlNode> {
  if (!node) return;
  yield node;
  if (node.kind === 'list') for (const item of node.items) yield* nodes(item);
  if (node.kind === 'map') {
    for (const { key, value } of node.pairs) {
      yield key;
      yield* nodes(value);
    }
  }
}

describe('whatever a document says', () => {
  it('reading it never throws, and what it says stands where it is said to stand', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryDocument, fc.string({ unit: 'binary', maxLength: 40 })), (text) => {
        const document = read(text);
        if (!document) return;
        for (const { range, related = [] } of document.problems) {
          assert.ok(isInside(text, range));
          for (const other of related) assert.ok(isInside(text, other.range));
        }
        for (const item of document.items) {
          assert.ok(isInside(text, item.range));
          for (const section of item.prose) assert.ok(isInside(text, section));
          for (const { key, value } of item.fields.values()) {
            for (const node of [key, ...nodes(value)]) checkNode(text, node);
          }
          const { depends_on: dependsOn = [], affects = [] } = item.values;
          for (const { value } of [...dependsOn, ...affects]) {
            assert.ok(isInside(text, value.range));
            const slice = text.slice(value.range.start, value.range.end);
            // Folded lines and escapes are marked whole.
            if (!/[\r\n\\"']/.test(slice)) assert.equal(slice, value.text);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  it('its findings stand in it', () => {
    fc.assert(
      fc.property(arbitraryDocument, (text) => {
        for (const { source, range, related } of snapshotOf({ 'p1.md': text }).findings) {
          assert.ok(isInside(source.text, range));
          for (const other of related) assert.ok(isInside(other.source.text, other.range));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('its front matter and its body are all of it', () => {
    fc.assert(
      fc.property(arbitraryDocument, (text) => {
        const found = splitFrontMatter(text);
        if (!found) return;
        const { range, content, bodyStart } = found;
        assert.ok(range.start <= content.start && content.start <= content.end && content.end <= range.end);
        assert.ok(range.end <= bodyStart && bodyStart <= text.length);
        assert.equal(text.slice(range.end, bodyStart).trim(), '');
      }),
      { numRuns: 300 },
    );
  });
});

/** A scalar stands at its range as it is written. */
function checkNode(text: string, node: YamlNode): void {
  assert.ok(isInside(text, node.range));
  if (node.kind !== 'scalar') return;
  const slice = text.slice(node.range.start, node.range.end);
  if (/[\r\n\\]/.test(slice) || node.style === 'block') return;
  if (node.style === 'plain') assert.equal(slice, node.text);
  else assert.equal(slice.slice(1, -1).replaceAll("''", "'"), node.text.replaceAll("''", "'"));
}

describe('what is blanked out or masked', () => {
  it('of merge conflicts leaves every offset where it was', () => {
    const text = fc.array(
      fc.constantFrom(
        '<<<<<<< a\n',
        '=======\n',
        '>>>>>>> b\r\n',
        '||||||| c\n',
        'x: y\n',
        '日本\r',
        '\n',
        '<<<<<<<\n',
      ),
      { maxLength: 15 },
    );
    fc.assert(
      fc.property(text, (parts) => {
        const before = parts.join('');
        const conflicts = findConflicts(before);
        const after = firstSides(before, conflicts);
        assert.equal(after.length, before.length);
        assert.deepEqual(inLines(after), inLines(before));
        for (let i = 0; i < before.length; i++) assert.ok(after[i] === before[i] || after[i] === ' ');
        for (const { ours } of conflicts) {
          assert.equal(after.slice(ours.start, ours.end), before.slice(ours.start, ours.end));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of surprises leaves every offset where it was, and comes back', () => {
    fc.assert(
      fc.property(arbitraryDocument, (text) => {
        const { text: masked, surprises } = maskSurprises(text, 7);
        assert.equal(masked.length, text.length);
        assert.deepEqual(inLines(masked), inLines(text));
        if (!/[\ue000-\ue003]/.test(text)) assert.equal(unmask(masked), text);
        for (const { range } of surprises) {
          assert.ok(isInside(text, { start: range.start - 7, end: range.end - 7 }));
          assert.ok(range.end > range.start);
        }
      }),
      { numRuns: 300 },
    );
  });
});
