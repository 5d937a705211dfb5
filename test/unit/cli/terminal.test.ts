import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { toJson } from '../../../src/cli/json.ts';
import { columns, widthOf } from '../../../src/cli/terminal/columns.ts';
import { endOnOutputError } from '../../../src/cli/terminal/end.ts';
import { Progress } from '../../../src/cli/terminal/progress.ts';
import { COLOURED, PLAIN, styleFor } from '../../../src/cli/terminal/style.ts';
import { anyOf, count, wrap } from '../../../src/cli/words.ts';
import { escapeMarkdown } from '../../../src/core/text/escape-markdown.ts';

/** Somewhere to write to. */
class Paper {
  readonly isTTY: boolean;
  text = '';
  constructor(isTTY = true) {
    this.isTTY = isTTY;
  }
  write(text: string): void {
    this.text += text;
  }
}

describe('colours', () => {
  const cases: readonly [boolean, string, Record<string, string>, boolean][] = [
    [true, 'auto', {}, true],
    [false, 'auto', {}, false],
    [true, 'never', {}, false],
    [false, 'always', {}, true],
    [true, 'auto', { NO_COLOR: '1' }, false],
    [true, 'auto', { NO_COLOR: '' }, true],
    [true, 'always', { NO_COLOR: '1' }, true],
    [false, 'auto', { FORCE_COLOR: '1' }, true],
    [true, 'auto', { FORCE_COLOR: '0' }, false],
    [false, 'never', { FORCE_COLOR: '1' }, false],
    [true, 'auto', { TERM: 'dumb' }, false],
  ];
  for (const [isTTY, option, env, coloured] of cases) {
    const where = isTTY ? 'a terminal' : 'a pipe';
    it(`are ${coloured ? 'on' : 'off'} for ${where}, --color ${option} ${JSON.stringify(env)}`, () => {
      assert.equal(styleFor(new Paper(isTTY), option, env), coloured ? COLOURED : PLAIN);
    });
  }
});

describe('progress', () => {
  it('is shown to a patient person, and taken away', () => {
    const paper = new Paper();
    let now = 0;
    const progress = new Progress(paper, () => now);
    progress.update(1, 100);
    assert.equal(paper.text, '');
    now = 600;
    progress.update(50, 100);
    progress.update(51, 100);
    progress.end();
    assert.equal(paper.text, '\r\u001b[KReading 50 of 100 files\r\u001b[K');
  });

  it('is not shown to a file', () => {
    const paper = new Paper(false);
    let now = 0;
    const progress = new Progress(paper, () => now);
    now = 1000;
    progress.update(1, 2);
    progress.end();
    assert.equal(paper.text, '');
  });
});

describe('results that cannot be written', () => {
  const failWith = (code: string): { exitCode: number | undefined; said: string } => {
    const [stdout, stderr] = [
      new EventEmitter(),
      Object.assign(new EventEmitter(), new Paper(), { write: Paper.prototype.write }),
    ];
    const fake = { stdout, stderr, exitCode: undefined };
    endOnOutputError(fake as unknown as NodeJS.Process);
    stdout.emit('error', Object.assign(new Error(code), { code }));
    return { exitCode: fake.exitCode, said: stderr.text };
  };

  it('are no failure where the reader has had enough', () => {
    assert.deepEqual(failWith('EPIPE'), { exitCode: undefined, said: '' });
  });

  it('are one where the disk is full', () => {
    assert.deepEqual(failWith('ENOSPC'), {
      exitCode: 2,
      said: 'milepost: the results cannot be written: the disk is full\n',
    });
  });
});

describe('columns', () => {
  it('line up, also with letters that take no or two columns', () => {
    assert.deepEqual(
      columns([
        ['a', '日本', '', 'x'],
        ['bcd', 'e\u0301', '', 'y'],
        ['\u001b[31mz\u001b[39m', 'é', '', ''],
      ]),
      ['a    日本  x', 'bcd  e\u0301     y', '\u001b[31mz\u001b[39m    é'],
    );
  });

  it('know how wide a text is', () => {
    assert.deepEqual(['', 'abc', 'tomás', '日本', '👍', '\u001b[1mx\u001b[22m'].map(widthOf), [0, 3, 5, 4, 2, 1]);
  });
});

describe('JSON', () => {
  it('escapes what cannot be seen, and says the same', () => {
    const text = 'a\u009b\u202e\u200b\u{e0041}\u{1f600}é\u0000';
    const json = toJson({ text });
    assert.match(
      json,
      /^\{\n {2}"schemaVersion": 1,\n {2}"text": "a\\u009b\\u202e\\u200b\\udb40\\udc41😀é\\u0000"\n\}\n$/,
    );
    assert.equal(JSON.parse(json).text, text);
  });
});

describe('Markdown', () => {
  const cases: readonly [string, string][] = [
    ['a_b *c* `d` [e](f) ~g~ $h$ \\i', 'a\\_b \\*c\\* \\`d\\` \\[e\\](f) \\~g\\~ \\$h\\$ \\\\i'],
    ['a | b', 'a \\| b'],
    ['<b> &amp; </b>', '&lt;b&gt; &amp;amp; &lt;/b&gt;'],
    ['@maria #12 !3 gh-4', '@\u200bmaria #\u200b12 !\u200b3 gh-\u200b4'],
    ['https://e.org www.e.org', 'https:\u200b//e.org w\u200bww.e.org'],
    ['a\nb\u202e', 'a\\\\u{a}b\\\\u{202e}'],
  ];
  for (const [text, expected] of cases) {
    it(`escapes ${JSON.stringify(text)}`, () => assert.equal(escapeMarkdown(text), expected));
  }
});

describe('words', () => {
  it('are put together as people do', () => {
    assert.deepEqual([['a'], ['a', 'b'], ['a', 'b', 'c']].map(anyOf), ['a', 'a or b', 'a, b or c']);
    assert.deepEqual([count(0, 'item'), count(1, 'item'), count(2, 'item')], ['0 items', '1 item', '2 items']);
    assert.deepEqual(wrap('aa bb cc dddddddd e', 5), ['aa bb', 'cc', 'dddddddd', 'e']);
  });
});
