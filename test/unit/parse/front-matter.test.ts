import assert from 'node:assert/strict';
import { splitFrontMatter } from '../../../src/core/parse/front-matter.ts';
import { problemsOf, read, readPlan } from '../../support/reading.ts';

const split = (text: string) => {
  const found = splitFrontMatter(text);
  return (
    found && {
      content: text.slice(found.content.start, found.content.end),
      range: text.slice(found.range.start, found.range.end),
      body: text.slice(found.bodyStart),
      closed: found.closed,
    }
  );
};

describe('front matter', () => {
  it('stands between two lines of three dashes', () => {
    assert.deepEqual(split('---\na: b\n---\nbody\n'), {
      content: 'a: b\n',
      range: '---\na: b\n---',
      body: 'body\n',
      closed: true,
    });
  });

  for (const [what, newline] of [
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`row 25: may have lines that end in ${what}`, () => {
      const text = ['---', 'a: b', '---', 'body', ''].join(newline);
      assert.deepEqual(split(text), {
        content: `a: b${newline}`,
        range: ['---', 'a: b', '---'].join(newline),
        body: `body${newline}`,
        closed: true,
      });
    });
  }

  it('row 25: may follow a byte order mark, have trailing spaces, and end the file', () => {
    assert.equal(split('\ufeff---\na: b\n---\n')?.content, 'a: b\n');
    assert.deepEqual(split('---  \t\na: b\n--- \t \nbody')?.body, 'body');
    assert.deepEqual(split('---\na: b\n---'), { content: 'a: b\n', range: '---\na: b\n---', body: '', closed: true });
    assert.deepEqual(split('---\na: b\n---   ')?.closed, true);
    assert.equal(split('---\na: b\n---\r\nbody')?.body, 'body');
  });

  it('may be empty', () => {
    assert.deepEqual(split('---\n---\n'), { content: '', range: '---\n---', body: '', closed: true });
    assert.equal(split('---\n---')?.closed, true);
    assert.equal(split('---\n\n---\n')?.content, '\n');
  });

  it('ends at the first line of three dashes, no sooner', () => {
    assert.equal(
      split('---\na: "---"\nb: c --- d\n ---\n----\n--- x\n---\nbody\n\n---\nmore\n')?.body,
      'body\n\n---\nmore\n',
    );
  });

  it('row 22: is none with anything behind the dashes', () => {
    for (const text of [
      '---js\n---\n',
      '--- yaml\n---\n',
      '----\n----\n',
      '---a: b\n---\n',
      '--\n--\n',
      '- --\n---\n',
    ]) {
      assert.equal(split(text), undefined, text);
    }
  });

  it('is none unless it begins the file', () => {
    for (const text of ['', 'a', '---', '---   ', '\n---\na: b\n---\n', ' ---\na: b\n---\n', 'a\n---\nb: c\n---\n']) {
      assert.equal(split(text), undefined, JSON.stringify(text));
    }
  });

  it('row 26: that is never closed is taken to run to the first blank line', () => {
    assert.deepEqual(split('---\ntype: milestone\n\n# Title\n'), {
      content: 'type: milestone',
      range: '---\ntype: milestone',
      body: '\n\n# Title\n',
      closed: false,
    });
    assert.equal(split('---\r\na: b\r\n \t\r\nbody')?.content, 'a: b');
    for (const newline of ['\r\n', '\r']) {
      const text = ['---', 'a: b', 'c: d', '', 'body'].join(newline);
      assert.equal(split(text)?.content, `a: b${newline}c: d`);
    }
    assert.equal(split('---\na: b\n')?.content, 'a: b\n');
  });
});

describe('documents', () => {
  const lines = [
    '---',
    'type: milestone',
    'id: a',
    'title: >',
    '  one',
    '  two',
    'owner: maria # who',
    '---',
    '',
    '# T',
    '',
  ];

  for (const [what, newline] of [
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ] as const) {
    it(`row 25: are read the same with ${what}`, () => {
      const document = readPlan(lines.join(newline));
      assert.deepEqual(document.problems, []);
      assert.deepEqual(
        document.items.map(({ id, title, values }) => [id, title, values.owner?.name]),
        [['a', 'one two', 'maria']],
      );
      const [heading] = document.body.headings;
      assert.equal(document.text.slice(heading?.range.start, heading?.range.end), '# T');
      assert.equal(document.lines.lineCount, lines.length);
    });
  }

  it('row 25: are read the same with a byte order mark, trailing spaces and no final newline', () => {
    const document = readPlan('\ufeff---  \ntype: milestone  \nid: a\t\nowner:   maria  \n---  ');
    assert.deepEqual(document.problems, []);
    assert.equal(document.items[0]?.id, 'a');
    assert.equal(document.items[0]?.values.owner?.name, 'maria');
  });

  it('row 27: may be nothing but front matter', () => {
    const document = readPlan('---\ntype: milestone\nid: a\n---');
    assert.deepEqual(document.problems, []);
    assert.deepEqual(document.items[0]?.prose, []);
  });

  it('row 27: may be empty, and are then no part of a plan', () => {
    for (const text of ['', '\n', '\ufeff', '---', '---\n', '---\n---\n', '---\n---'])
      assert.equal(read(text), undefined);
  });

  it('row 26: whose front matter is never closed say so, and hold what they say', () => {
    const document = readPlan('---\ntype: milestone\nid: a\nowner: maria\n\n# Title\n\nText: with colon\n');
    assert.deepEqual(problemsOf(document), ['invalid-front-matter 1:1 "---"']);
    assert.match(document.problems[0]?.message ?? '', /never closed: add a line "---"/);
    assert.equal(document.items[0]?.values.owner?.name, 'maria');
    assert.equal(document.items[0]?.title, 'Title');
    assert.equal(document.broken, true);
  });

  it('row 26: whose front matter runs into the text, to a rule, say so where it opens', () => {
    for (const text of [
      '# Title\n\nSome text.\n',
      'Some text: with a colon.\nAnd more.\n',
      '- [ ] a box\n- [x] another\n',
      '| a |\n|---|\n| 1 |\n',
    ]) {
      for (const newline of ['\n', '\r\n', '\r']) {
        const lines = `---\ntype: milestone\nid: a\n\nowner: maria\n\n${text}\n---\n\nMore.\n`;
        const document = readPlan(lines.replaceAll('\n', newline));
        assert.deepEqual(problemsOf(document), ['invalid-front-matter 1:1 "---"'], text);
        assert.match(document.problems[0]?.message ?? '', /never closed: add a line "---"/);
        assert.equal(document.items[0]?.id, 'a');
        assert.equal(document.items[0]?.values.owner?.name, 'maria');
        assert.equal(document.body.boxes.length, text.startsWith('-') ? 2 : 0);
        assert.equal(document.broken, true);
      }
    }
  });

  it('row 26: that are closed are not cut where a field follows what is wrong', () => {
    const document = readPlan('---\ntype: milestone\nid: a\n\ntitel A\n\nowner: maria\n---\n');
    assert.deepEqual(problemsOf(document), ['invalid-front-matter 5:1 "titel A"']);
    assert.equal(document.items[0]?.values.owner?.name, 'maria');
  });

  it('row 26: whose text is taken for YAML are marked where it begins, not on a line without text', () => {
    const document = readPlan('---\ntype: milestone\nid: a\n\n- [ ] a box\n\nx-see: b\n---\n');
    assert.deepEqual(problemsOf(document), ['invalid-front-matter 5:3 "[ ] a box"']);
  });

  it('row 26: may have rules further down', () => {
    const document = readPlan('---\ntype: milestone\nid: a\n---\n\nText\n\n---\n\nMore: text\n');
    assert.deepEqual(document.problems, []);
    assert.equal(document.frontMatter.closed, true);
  });
});
