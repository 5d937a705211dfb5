import assert from 'node:assert/strict';
import fc from 'fast-check';
import { headingCandidates } from '../../src/core/parse/body/item-heading.ts';
import { type BodyFacts, scanBody } from '../../src/core/parse/body/scan.ts';
import { headingSlug } from '../../src/core/parse/body/slug.ts';
import type { Range } from '../../src/core/text/range.ts';
import { comparable, remarkFacts } from './body-oracle.ts';

/** What begins, ends or indents blocks. Items are never empty and number 1: see what is known to differ in scan.ts. */
const BLOCK_TOKENS = [
  ...['# a', '## b #', '- a', '* a', '+ [x] a', '- [ ] a', '1. a', '1. [x] a', '> ', '>', '> > ', '[^n]: a'],
  ...['```', '~~~', '---', '===', '***', '| a | b |', '|-|:-:|', 'a | b', '[a]: b.md', '[b]: <c d> "t"'],
  ...['<div>', '</div>', '<!-- a', '-->', '<pre>', '</pre>', '    ', '  ', ' ', '\t', 'a', 'b c'],
  ...['\n', '\n', '\n', '\n', '\n\n', '\r\n', '\r', '\n    ', '\n  ', '\n> ', '\n- a'],
];

/** What begins or ends links, and what hides them. */
const INLINE_TOKENS = [
  ...['[', ']', '![', '](a.md)', '](<b c>)', '](d "t")', '](', '(', ')', '[a]', '[a][b]', '[]', '[[id]]', '[^n]'],
  ...['`', '``', '\\', '<', '>', '<i a="', '">', '<b>', '<!--', '-->', '<https://e.org>', 'https://f.org/', '"', "'"],
  ...['*', '_', '!', '|', ' ', 'a', 'b c', '&amp;', '.', '#', '\n'],
];

const soup = (tokens: readonly string[], maxLength: number) =>
  fc.array(fc.constantFrom(...tokens), { maxLength, size: 'max' }).map((parts) => parts.join(''));

const rangesOf = ({ headings, boxes, mentions, blocks }: BodyFacts): Range[][] => [
  headings.map(({ range }) => range),
  headings.map(({ textRange }) => textRange),
  boxes.map(({ range }) => range),
  mentions.map(({ range }) => range),
  blocks.map(({ range }) => range),
  blocks.map(({ content }) => content),
];

describe('the body scanner, on anything', function () {
  this.timeout(20_000);

  it('never throws, and gives ranges in the body and in order', () => {
    const anything = fc.oneof(
      soup(
        [...BLOCK_TOKENS, ...INLINE_TOKENS, '<!-- milepost graph -->\n', '<!-- /milepost -->\n', '\0', '\ud800'],
        40,
      ),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(anything, fc.nat({ max: 5 }), (text, offset) => {
        const start = Math.min(offset, text.length);
        for (const ranges of rangesOf(scanBody(text, start))) {
          let last = start;
          for (const range of ranges) {
            assert.ok(last <= range.start && range.start <= range.end && range.end <= text.length);
            last = range.end;
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('gives ranges that say what they are of', () => {
    fc.assert(
      fc.property(soup([...BLOCK_TOKENS, ...INLINE_TOKENS], 30), (text) => {
        const { headings, boxes, mentions } = scanBody(text, 0);
        const at = ({ start, end }: Range) => text.slice(start, end);
        for (const box of boxes) assert.match(at(box.range), box.checked ? /^\[[xX]\]$/ : /^\[[ \t]\]$/);
        for (const heading of headings) {
          if (!/[\r\n]/.test(at(heading.textRange))) assert.equal(at(heading.textRange), heading.text);
        }
        for (const { range, target } of mentions) {
          if (!/[\\&]/.test(at(range))) assert.equal(at(range), target);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('does not depend on where the body stands', () => {
    fc.assert(
      fc.property(soup([...BLOCK_TOKENS, ...INLINE_TOKENS], 20), (text) => {
        const shifted = scanBody(`x\n${text}`, 2);
        const facts = JSON.stringify(shifted, (key, value) => (key === 'start' || key === 'end' ? value - 2 : value));
        assert.equal(facts, JSON.stringify(scanBody(text, 0)));
      }),
      { numRuns: 500 },
    );
  });

  it('gives slugs and ids of headings for anything', () => {
    fc.assert(
      fc.property(fc.oneof(soup(INLINE_TOKENS, 30), fc.string({ unit: 'grapheme' })), (text) => {
        assert.doesNotMatch(headingSlug(text), /[\s/#]/);
        for (const id of headingCandidates(text)) assert.match(id, /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*$/u);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the body scanner and remark', function () {
  this.timeout(60_000);

  const agree = (text: string): void => {
    const { bodyStart, ...expected } = remarkFacts(text);
    assert.deepEqual(comparable(text, scanBody(text, bodyStart)), expected);
  };

  it('agree on blocks', () => {
    fc.assert(fc.property(soup(BLOCK_TOKENS, 12).filter(isComparable), agree), { numRuns: 1500 });
  });

  it('agree on links', () => {
    const document = soup(INLINE_TOKENS, 14).map((text) => `${text}\n\n[a]: a.md\n[b c]: <b>\n\n[^n]: note`);
    fc.assert(fc.property(document.filter(isComparable), agree), { numRuns: 1500 });
  });

  it('agree on links in blocks', () => {
    fc.assert(fc.property(soup([...BLOCK_TOKENS, ...INLINE_TOKENS], 14).filter(isComparable), agree), {
      numRuns: 1500,
    });
  });
});

/** Whether a text has nothing on which remark is known to differ from GitHub or from the scanner: see scan.ts. */
function isComparable(text: string): boolean {
  const emptyItem = /[-+*.)][ \t]*(?:[\r\n]|$)/;
  const lazyTag = /(?:^|[\r\n])[ \t]*<(?:b\b|i\b|\/pre)/;
  const nestedTitle = /\([^()]*\(/;
  // What GitHub links as it stands has no position in remark, so no heading that begins or ends with it has one.
  const headingOfUrl = /https:[^\r\n]*\./;
  return !(
    text.startsWith('---') ||
    emptyItem.test(text) ||
    lazyTag.test(text) ||
    nestedTitle.test(text) ||
    (headingOfUrl.test(text) && /#|===|---/.test(text))
  );
}
