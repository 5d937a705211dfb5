import assert from 'node:assert/strict';
import { scanBody } from '../../../../src/core/parse/body/scan.ts';

/** The mentions of a text as `kind:target`; each range must hold the target as written. */
function mentions(text: string): string[] {
  const found = scanBody(text, 0).mentions;
  for (const { target, range } of found) {
    if (!/[\\&]/.test(text)) assert.equal(text.slice(range.start, range.end), target);
  }
  return found.map(({ kind, target }) => `${kind}:${target}`);
}

describe('[[mentions]] of a body', () => {
  it('name their target, without heading and label', () => {
    assert.deepEqual(mentions('See [[api-freeze]], [[ R-1 | the *risk* ]] and [[payments/export#Scope|it]].'), [
      'wiki:api-freeze',
      'wiki:R-1',
      'wiki:payments/export',
    ]);
    assert.deepEqual(
      mentions('# On [[a]]\n\n- [[b]]\n\n> [[c]]\n> and [[d]]\n\n| [[e\\|E]] | [[f]] |\n|-|-|\n| [[g]] |'),
      ['wiki:a', 'wiki:b', 'wiki:c', 'wiki:d', 'wiki:e', 'wiki:f', 'wiki:g'],
    );
  });

  it('has the range of the target', () => {
    const text = '> one\n> [[ id | label ]]';
    const [mention] = scanBody(text, 0).mentions;
    assert.deepEqual(mention?.range, { start: 11, end: 13 });
  });

  it('is not read in code, HTML, images, links and escapes', () => {
    assert.deepEqual(mentions('`[[a]]` ``[[b]] ` `` <i title="[[c]]"> <!-- [[d]] -->'), []);
    assert.deepEqual(mentions('```\n[[a]]\n```\n\n    [[b]]\n\n<div>\n[[c]]\n</div>'), []);
    assert.deepEqual(mentions('![[a]] ![[[b]]](c.png) [see [[d]] there](e.md)'), ['link:e.md']);
    assert.deepEqual(mentions('\\[[a]] [\\[b]] [[c\\]] [[d`]]`'), []);
    assert.deepEqual(mentions('[[f]](g.md) [[h]][i]\n\n[i]: j.md'), ['link:g.md', 'link:j.md']);
    assert.deepEqual(mentions('https://example.org/[[a]] www.example.org/[[b]]'), []);
  });

  it('takes no more than a name', () => {
    assert.deepEqual(mentions('[[]] [[ ]] [[#only]] [[|only]] [[a [b] c]] [[a\nb]] [[a] ] [ [b]]'), []);
    assert.deepEqual(mentions('[[[a]]] [[b]]]'), ['wiki:a', 'wiki:b']);
  });
});

describe('links of a body', () => {
  it('are read in all their forms', () => {
    assert.deepEqual(
      mentions(
        `[a](a.md) [b](<b c.md>) [c](#c "title") [d]( ../d.md#x 'title' ) [e](e(1).md (title))\n\n[f]: f.md "t"`,
      ),
      ['link:a.md', 'link:b c.md', 'link:#c', 'link:../d.md#x', 'link:e(1).md', 'link:f.md'],
    );
    assert.deepEqual(mentions('# [a](a.md)\n\n[b](b.md)\n===\n\n| [c](c.md) |\n|-|\n| x | [d](d.md) |'), [
      'link:a.md',
      'link:b.md',
      'link:c.md',
      'link:d.md',
    ]);
  });

  it('that lead elsewhere are left out', () => {
    assert.deepEqual(mentions('[a](https://a.org) [b](mailto:b@c.d) [c](//c.org) [d]() [e](<>) <https://e.org>'), []);
    assert.deepEqual(mentions('![a](a.png) ![b [c](c.md)](b.png)\n\n[x]: http://x.org'), []);
    assert.deepEqual(mentions('[a](http.md) [b](c-d:e)'), ['link:http.md']);
  });

  it('are not read in code, HTML and URLs', () => {
    assert.deepEqual(mentions('`[a](a.md)` [b`](b.md)` <a href="[c](c.md)">'), []);
    assert.deepEqual(mentions('https://a.org/[a](a.md) (www.b.org/[b](b.md), [c](c.md)'), ['link:c.md']);
    assert.deepEqual(mentions('\\[a](a.md) [b\\](b.md) [c] (c.md) [d](d e.md) [f](f.md'), []);
  });

  it('do not nest', () => {
    assert.deepEqual(mentions('[a [b](b.md) c](d.md)'), ['link:b.md']);
    assert.deepEqual(mentions('[a [b] c](d.md)\n\n[b]: b.md'), ['link:b.md']);
    assert.deepEqual(mentions('[a [b] c](d.md)'), ['link:d.md']);
    assert.deepEqual(mentions('[![a](a.png)](d.md)'), ['link:d.md']);
  });

  it('have their destinations decoded, and where they are written', () => {
    const text = '[a](a\\_b&amp;c&#x2e;md) and\n> [b](\n> <c d.md>)';
    const [first, second] = scanBody(text, 0).mentions;
    assert.equal(first?.target, 'a_b&c.md');
    assert.equal(text.slice(first?.range.start, first?.range.end), 'a\\_b&amp;c&#x2e;md');
    assert.equal(text.slice(second?.range.start, second?.range.end), 'c d.md');
  });

  it('of definitions end where these do', () => {
    assert.deepEqual(mentions('[a]:\n  a.md\n"title"\n[b]: b.md\ntext [c]: c.md\n[d]: d.md'), [
      'link:a.md',
      'link:b.md',
    ]);
    assert.deepEqual(mentions('[a]: a.md x\n\n[]: b.md\n\n[^n]: see [c](c.md)\n\n> [d]: d.md'), [
      'link:c.md',
      'link:d.md',
    ]);
  });

  it('stay in order with the rest', () => {
    assert.deepEqual(mentions('[a](a.md)\n\n[b]: b.md\n\n[[c]] [d](d.md)\n\n# [[e]]'), [
      'link:a.md',
      'link:b.md',
      'wiki:c',
      'link:d.md',
      'wiki:e',
    ]);
  });
});
