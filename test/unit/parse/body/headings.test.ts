import assert from 'node:assert/strict';
import { scanBody } from '../../../../src/core/parse/body/scan.ts';

const headings = (text: string) => scanBody(text, 0).headings.map(({ depth, text }) => `${depth} ${text}`);

describe('headings of a body', () => {
  it('has depth, content and positions', () => {
    const text = 'Intro\n\n  ##  Public API `v2` {#api-freeze} ##  \nmore';
    const [heading] = scanBody(text, 0).headings;
    assert.ok(heading);
    assert.equal(heading.depth, 2);
    assert.equal(heading.text, 'Public API `v2` {#api-freeze}');
    assert.equal(text.slice(heading.textRange.start, heading.textRange.end), heading.text);
    assert.equal(text.slice(heading.range.start, heading.range.end), '##  Public API `v2` {#api-freeze} ##  ');
  });

  it('begins where it is told to', () => {
    const text = '---\n# a comment\n---\n# Heading\n';
    const facts = scanBody(text, text.indexOf('# Heading'));
    assert.deepEqual(facts.headings, [
      { depth: 1, text: 'Heading', range: { start: 20, end: 29 }, textRange: { start: 22, end: 29 } },
    ]);
  });

  it('knows what is no heading', () => {
    assert.deepEqual(headings('#no\n####### seven\n\\# escaped\n    # code'), []);
    assert.deepEqual(headings('#\n## \n### ###\n# a#\n# b \\#'), ['1 ', '2 ', '3 ', '1 a#', '1 b \\#']);
  });

  it('reads underlined ones', () => {
    assert.deepEqual(headings('One\n===\n\nTwo\nlines\n  --- \n'), ['1 One', '2 Two lines']);
    assert.deepEqual(headings('[a]: b\nThree\n==='), ['1 Three']);
    assert.deepEqual(headings('[a]: b\n===\n\n- item\n---\n\n> quote\n---'), []);
    const text = '> Two\n> lines\n> ===';
    const [heading] = scanBody(text, 0).headings;
    assert.equal(heading?.text, 'Two lines');
    assert.deepEqual(heading?.range, { start: 2, end: text.length });
    assert.deepEqual(heading?.textRange, { start: 2, end: 13 });
  });

  it('finds them in lists, quotes and footnotes, and not in code or HTML', () => {
    assert.deepEqual(headings('- # a\n\n  ## b\n> > ### c\n\n1. x\n\n   # d\n[^n]: x\n\n    # e'), [
      '1 a',
      '2 b',
      '3 c',
      '1 d',
      '1 e',
    ]);
    assert.deepEqual(headings('```\n# a\n``\n~~~\n# b\n```\n# after'), ['1 after']);
    assert.deepEqual(headings('~~~~ md\n# a\n~~~\n# b\n~~~~~'), []);
    assert.deepEqual(headings('- ```\n  # a\n# after'), ['1 after']);
    assert.deepEqual(headings('> ```\n> # a\n# after'), ['1 after']);
    assert.deepEqual(headings('<div>\n# a\n\n# after'), ['1 after']);
    assert.deepEqual(headings('<!--\n# a\n\n# b\n-->\n# after'), ['1 after']);
    assert.deepEqual(headings('<pre>\n\n# a\n\n</pre>\n# after'), ['1 after']);
    assert.deepEqual(headings('text\n<br>\n# after'), ['1 after']);
  });

  it('counts tabs in columns', () => {
    assert.deepEqual(headings('-\t# a\n\n\t# b\n\n\t\t# code\n>\t# c'), ['1 a', '1 b', '1 c']);
    assert.deepEqual(headings('>\t\t# code\n  \t# code'), []);
  });

  it('reads every kind of line end, and a byte order mark', () => {
    for (const lineEnd of ['\n', '\r\n', '\r']) {
      assert.deepEqual(headings(['\ufeff# a', '', 'b', '===', '```', '# c', '```', '# d'].join(lineEnd)), [
        '1 a',
        '1 b',
        '1 d',
      ]);
    }
  });
});
