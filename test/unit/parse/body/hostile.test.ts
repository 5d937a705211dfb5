import assert from 'node:assert/strict';
import { scanBody } from '../../../../src/core/parse/body/scan.ts';

/**
 * Inputs that make Markdown readers quadratic or overflow their stack. Each is read in about the time of its length:
 * to see it, run with sizes doubled. Nothing here measures time; but what is quadratic runs into mocha's timeout.
 */
const SIZE = 20_000;
const HOSTILE: [name: string, text: (size: number) => string][] = [
  ['nested list items', (n) => `${'* '.repeat(n)}a`],
  ['nested list items of all kinds', (n) => `${'- * 1. + '.repeat(n / 2)}a`],
  ['nested list items, then blank lines', (n) => `${'* '.repeat(n)}a${'\n'.repeat(n)}b`],
  ['nested list items, then text', (n) => `${'* '.repeat(n)}a\n${'b\n'.repeat(n)}`],
  ['nested block quotes', (n) => `${'> '.repeat(n)}a\n${'>'.repeat(n)}b`],
  ['nested block quotes, then text', (n) => `${'> '.repeat(n)}a\n${'b\n'.repeat(n)}`],
  ['nested footnotes', (n) => `${'[^a]:'.repeat(n)}b\n\n${' '.repeat(4 * n)}c`],
  ['emphasis', (n) => '*a_ '.repeat(n)],
  ['CDATA', (n) => `${'a <![CDATA['.repeat(n)} [[a]]`],
  ['comments', (n) => `${'a <!-- '.repeat(n)} [[a]]`],
  ['live blocks in HTML', (n) => `<div>\n${'<!-- milepost\n'.repeat(n)}`],
  ['tags', (n) => `[[a]] ${`<a b='<a c=" ' d="`.repeat(n)}`],
  ['[', (n) => `${'['.repeat(n)}](a)`],
  ['](', (n) => `${']('.repeat(n)}[[a]]`],
  ['nested links', (n) => `${'['.repeat(n)}a${'](b)'.repeat(n)}`],
  ['nested images', (n) => `${'!['.repeat(n)}a${'](b)'.repeat(n)}`],
  ['links after brackets', (n) => `${'['.repeat(n)}${'[a](b)'.repeat(n)}`],
  ['open destinations', (n) => '[a](b'.repeat(n)],
  ['open parentheses', (n) => '[a](('.repeat(n)],
  ['open angle brackets', (n) => '[a](<b'.repeat(n)],
  ['open titles', (n) => `${`[a](b "[a](b '[a](b (`.repeat(n)})`],
  ['references', (n) => `[a]: b\n\n${'[a'.repeat(n)}${']'.repeat(n)}(c) ${'x][x '.repeat(n)}`],
  ['definitions', (n) => Array.from({ length: n }, (_, i) => `[a${i}]: b\n`).join('')],
  ['backticks', (n) => `[[a]] ${'`'.repeat(n)}`],
  [
    'backticks of all lengths',
    (n) => `[[a]] ${Array.from({ length: Math.sqrt(n) }, (_, i) => '`'.repeat(i)).join(' ')}`,
  ],
  ['URLs', (n) => `[[a]] ${'_www.a_b.'.repeat(n)} http://a/${'.&a;]'.repeat(n)}b`],
  ['table rows', (n) => `|a\n|-\n${'|[x](y)|\n'.repeat(n)}`],
  ['table columns', (n) => `${'|a'.repeat(n)}\n${'|-'.repeat(n)}\n${'|[x](y)'.repeat(n)}`],
  ['table heads', (n) => 'a|b\n-|-|-\n'.repeat(n)],
  ['white space', (n) => `${' \t'.repeat(n)}\n${'# a'.padEnd(n)}#\n`],
  ['lines of one carriage return', (n) => `[a](b)${'\r'.repeat(n)}`],
  ['a long line', (n) => `${'a'.repeat(10 * n)} [[a]]`],
];

describe('row 23: hostile bodies are read:', () => {
  for (const [name, text] of HOSTILE) {
    it(name, () => {
      const facts = scanBody(text(SIZE), 0);
      assert.ok(facts.mentions.length <= 2 * SIZE);
    });
  }

  it('links that cannot nest', () => {
    assert.equal(scanBody(`${'['.repeat(SIZE)}a${'](b)'.repeat(SIZE)}`, 0).mentions.length, 1);
  });

  it('task lists as deep as they are long', () => {
    assert.equal(scanBody(`${'- '.repeat(SIZE)}[x] a`, 0).boxes.length, 1);
  });
});
