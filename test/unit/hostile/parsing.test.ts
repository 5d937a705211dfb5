import assert from 'node:assert/strict';
import { unreadableDocument } from '../../../src/core/parse/unreadable.ts';
import { decode } from '../../../src/workspace/decode.ts';
import { findingsOf, snapshotOf } from '../../support/plan.ts';
import { itemsOf, marked, problemsOf, read, readPlan } from '../../support/reading.ts';

const milestone = (lines: string) => readPlan(`---\ntype: milestone\nid: a\n${lines}\n---\n`);
const repeat = (text: string, length: number) => text.repeat(Math.ceil(length / text.length));
const lineOf = (document: ReturnType<typeof readPlan>) =>
  document.problems.map(({ range }) => document.lines.positionAt(range.start).line + 1);

/** A plan beside the document under attack, which must go on whatever that holds. */
const NEIGHBOURS = {
  'ok.md': '---\ntype: milestone\nid: ok\nowner: maria\n---\n',
  'wrong.md': '---\ntype: milestone\nid: wrong\nowner: maria\ndepends_on: [okk]\n---\n',
};
const withNeighbours = (text: string) => findingsOf({ 'hostile.md': text, ...NEIGHBOURS });

describe('hostile documents', () => {
  it('row 15: invisible characters in ids are findings, and are shown escaped', () => {
    const files = {
      'a.md': '---\ntype: milestone\nid: "api\\u202efreeze"\nowner: x\n---\n',
      'b.md': '---\ntype: milestone\nid: api\u200bfreeze\nowner: x\ndepends_on: [api\u2066freeze]\n---\n',
    };
    const { findings } = snapshotOf(files);
    assert.deepEqual(
      findings.map((finding) => finding.code),
      ['invalid-value', 'invalid-value', 'invalid-value'],
    );
    for (const { message } of findings) {
      assert.match(message, /\\u\{(?:202e|200b|2066)\}/);
      assert.doesNotMatch(message, /[\u200b\u202e\u2066]/);
    }
  });

  describe('row 16: deep nesting', () => {
    const deep: Readonly<Record<string, string>> = {
      'of brackets': `title: ${'['.repeat(33)}${']'.repeat(33)}`,
      'of braces': `title: ${'{ a: '.repeat(5000)}`,
      'of blocks': Array.from({ length: 40 }, (_, i) => `${' '.repeat(i)}k:`).join('\n'),
      'of dashes': `tags:\n  ${'- '.repeat(20_000)}a`,
      'of dashes with tabs': `tags:\n  ${'-\t'.repeat(50)}a`,
      'of keys': `tags:\n  ${'? '.repeat(50)}a`,
      'on lines of their own': `tags: [\n${'[\n'.repeat(10_000)}`,
      'behind a tag': `title: !x ${'['.repeat(50)}`,
      'behind an anchor': `title: &x ${'['.repeat(50)}`,
      'of lists in mappings': Array.from({ length: 40 }, (_, i) => `${'  '.repeat(i)}- k:`).join('\n'),
    };
    for (const [what, content] of Object.entries(deep)) {
      it(`${what} is refused with its line, and the rest of the plan goes on`, () => {
        const document = milestone(content);
        const [problem] = document.problems;
        assert.deepEqual(itemsOf(document), ['milestone a']);
        assert.match(problem?.message ?? '', /deeper than 32 levels/);
        assert.equal(document.problems.length, 1);
        assert.ok((lineOf(document)[0] as number) >= 4);
        assert.ok(marked(document, problem as never).length > 0);
        const findings = withNeighbours(document.text);
        assert.ok(findings.includes('unknown-reference wrong.md:5:14 "okk"'), findings.join('\n'));
      });
    }

    it('of 32 levels is read', () => {
      const document = milestone(`x-deep: ${'['.repeat(31)}${']'.repeat(31)}`);
      assert.deepEqual(document.problems, []);
      assert.deepEqual(
        milestone(`x-deep:\n${Array.from({ length: 30 }, (_, i) => `${' '.repeat(i + 1)}k:`).join('\n')} v`).problems,
        [],
      );
    });

    it('is not what text and comments hold', () => {
      for (const content of [
        `# ${'['.repeat(100)}`,
        `title: "${'['.repeat(100)}"`,
        `title: x ${'['.repeat(100)}`,
        `title: |\n${Array.from({ length: 60 }, (_, i) => `${' '.repeat(i + 1)}\\`).join('\n')}`,
        `title: >-\n  ${'['.repeat(100)}\nowner: maria`,
        `title: 'it''s ${'{'.repeat(100)}'`,
      ]) {
        assert.deepEqual(milestone(content).problems, [], content.slice(0, 40));
      }
    });
  });

  it('row 17: alias bombs are refused with the line of each anchor and alias', () => {
    const bomb = [
      'a: &a [x, x]',
      ...'bcdefghi'.split('').map((c, i) => `${c}: &${c} [*${'abcdefgh'[i]}, *${'abcdefgh'[i]}]`),
    ];
    const text = `---\ntype: milestone\nid: bomb\n${bomb.join('\n')}\n---\n`;
    const document = readPlan(text);
    const refused = document.problems.filter((problem) => problem.code === 'invalid-front-matter');
    assert.equal(refused.length, bomb.length);
    assert.deepEqual(
      refused.map(({ range }) => document.lines.positionAt(range.start).line + 1),
      bomb.map((_, i) => i + 4),
    );
    assert.deepEqual(itemsOf(document), ['milestone bomb']);
    assert.ok(withNeighbours(text).includes('unknown-reference wrong.md:5:14 "okk"'));
  });

  it('row 17: anchors, aliases and tags are refused where they stand, and cost their line', () => {
    for (const [line, mark] of [
      ['title: &lead Maria', '&lead Maria'],
      ['title: *lead', '*lead'],
      ['title: !secret x', '!secret x'],
      ['title: !!js/function "x"', '!!js/function "x"'],
      ['title: !<tag:x.org,2026:y> x', '!<tag:x.org,2026:y> x'],
      ['title: !!python/object/apply:os.system ["x"]', '!!python/object/apply:os.system ["x"]'],
      ['&k title: x', '&k title'],
      ['tags: [a, *b, c]', '*b'],
      ['<<: *base', '*base'],
    ] as const) {
      const document = milestone(`${line}\nowner: maria`);
      assert.deepEqual(
        problemsOf(document)[0],
        `invalid-front-matter 4:${line.indexOf(mark) + 1} ${JSON.stringify(mark)}`,
        line,
      );
      assert.equal(document.items[0]?.values.owner?.name, 'maria', line);
      assert.equal(document.items[0]?.title, undefined);
    }
    for (const line of ['title: !!str 012', 'tags: !!seq [a]']) assert.deepEqual(milestone(line).problems, [], line);
  });

  it('row 18: aliases and collections as keys are findings: no throw, no process warning', async () => {
    const warnings: Error[] = [];
    const listen = (warning: Error) => warnings.push(warning);
    process.on('warning', listen);
    try {
      for (const line of [
        '*a',
        '*a : b',
        '[a, b]: c',
        '{ a: b }: c',
        '? [a]\n: b',
        '? { a: b }\n: c',
        '? - a\n: b',
        '? |\n  a\n: b',
        '[[a]]: b',
        '{ [a]: b }',
        '{ { a: b }: c }',
        'x-map: { [a, b]: c, *d : e }',
        '? *a\n: *b',
        '!x : b',
        '&a : b',
        '? ? ? a',
      ]) {
        const document = milestone(line);
        assert.ok(document.problems.length > 0, line);
        assert.deepEqual(itemsOf(document), ['milestone a'], line);
      }
      await new Promise((resolve) => setImmediate(resolve));
    } finally {
      process.off('warning', listen);
    }
    assert.deepEqual(warnings, []);
  });

  it('row 19: ten thousand keys are read, and every one that is double is found', () => {
    const keys = Array.from({ length: 10_000 }, (_, i) => `x-${i}: v\n`).join('');
    assert.deepEqual(milestone(`${keys}owner: maria`).problems, []);
    const unknown = Array.from({ length: 2_000 }, (_, i) => `k${i}: v\n`).join('');
    assert.equal(milestone(unknown).problems.length, 2_000);
    const double = milestone(repeat('owner: maria\n', 100_000));
    assert.equal(double.problems.length, 20);
    assert.match(double.problems.at(-1)?.message ?? '', /and \d+ more problems/);
  });

  it('row 19: front matter of more than 256 KiB is refused, with its size', () => {
    const document = milestone(`owner: maria\nnote: "${'x'.repeat(256 * 1024)}"`);
    assert.deepEqual(problemsOf(document), ['invalid-front-matter 2:1 "type: milestone"']);
    assert.match(document.problems[0]?.message ?? '', /257 KiB.*at most 256 KiB/);
    assert.deepEqual(itemsOf(document), ['milestone a']);
    assert.deepEqual(milestone(`owner: maria\nnote: "${'x'.repeat(255 * 1024)}"`).problems, []);
  });

  it('row 20: of thousands of errors the first 20 are shown, and a count', () => {
    for (const line of ['x: ]\n', 'x: "a" b\n', 'a b\n', 'x: *a\n', '\tx: y\n', 'x: [\n']) {
      const document = milestone(repeat(line, line === 'x: ]\n' ? 6_000 : 1_500));
      const shown = document.problems.filter((problem) => problem.code === 'invalid-front-matter');
      assert.ok(shown.length <= 20, line);
      if (shown.length === 20) assert.match(shown.at(-1)?.message ?? '', /\(and \d{3,} more problems\)$/);
      else assert.equal(shown.length, 1, line);
      assert.deepEqual(itemsOf(document), ['milestone a'], line);
    }
  });

  it('row 20: one error too many is counted too', () => {
    const document = milestone('x: ]\n'.repeat(21));
    assert.equal(document.problems.length, 20);
    assert.match(document.problems.at(-1)?.message ?? '', /\(and 1 more problem\)$/);
    assert.doesNotMatch(milestone('x: ]\n'.repeat(20)).problems.at(-1)?.message ?? '', /more/);
  });

  describe('row 21: names that every object has', () => {
    const NAMES = ['constructor', 'toString', 'valueOf', 'hasOwnProperty', 'isPrototypeOf', '__defineGetter__'];

    it('are ids, programs, workstreams, owners and tags like others', () => {
      for (const name of NAMES.filter((candidate) => !candidate.startsWith('_'))) {
        const files = {
          [`${name}/README.md`]: `---\ntype: program\nowner: ${name}\nworkstreams: [{ id: ${name}, owner: ${name} }]\n---\n`,
          [`${name}/m.md`]: `---\ntype: milestone\nid: m\nworkstream: ${name}\ntags: [${name}]\ndepends_on: [${name}/d]\n---\n`,
          [`${name}/d.md`]: `---\ntype: milestone\nid: d\nowner: ${name}\nrelates_to: ${name}\n---\n# ${name}\n`,
        };
        assert.deepEqual(findingsOf(files), [], name);
        const { plan } = snapshotOf(files);
        const item = plan.items.find(({ id }) => id === 'm');
        assert.equal(item?.key, `${name}/m`);
        assert.equal(item?.owner?.name, name);
        const waited = item && plan.referencesFrom(item).find(({ field }) => field === 'depends_on');
        assert.equal(waited?.target?.id, 'd');
      }
    });

    it('that are no ids are refused', () => {
      const document = readPlan('---\ntype: milestone\nid: __proto__\ndepends_on: [__proto__, constructor]\n---\n');
      assert.deepEqual(problemsOf(document).sort(), [
        'invalid-value 3:5 "__proto__"',
        'invalid-value 4:14 "__proto__"',
      ]);
    });

    it('as references to nothing are unknown', () => {
      const file = `---\ntype: milestone\nid: m\nowner: x\ndepends_on: [${NAMES.slice(0, 5).join(', ')}]\n---\n`;
      assert.equal(findingsOf({ 'm.md': file }).filter((finding) => finding.startsWith('unknown-reference')).length, 5);
    });

    it('as keys, types, statuses and rules are unknown, and poison nothing', () => {
      const text = `---
type: program
id: p
owner: x
__proto__: { polluted: yes }
constructor: { prototype: { polluted: yes } }
status: constructor
health: __proto__
mute: { __proto__: 2026-12-04, constructor: 2026-12-04 }
calendar: { __proto__: { workdays: [] } }
links: { __proto__: https://x.org }
milestones:
  - { __proto__: { id: m }, id: m, owner: x }
---
`;
      assert.deepEqual(
        findingsOf({ 'p.md': text }).map((finding) => finding.replace(/ .*:/, ' ').replace(/^(\S+) \d+ /, '$1 ')),
        [
          'unknown-field "__proto__"',
          'unknown-field "constructor"',
          'unknown-status "constructor"',
          'invalid-value "__proto__"',
          'invalid-value "__proto__"',
          'invalid-value "constructor"',
          'invalid-value "__proto__"',
          'unknown-field "__proto__"',
        ],
      );
      assert.equal((Object.prototype as { polluted?: string }).polluted, undefined);
      assert.equal(({} as { polluted?: string }).polluted, undefined);
      assert.equal(read('---\ntype: constructor\n---\n'), undefined);
      assert.equal(read('---\n__proto__: [{ id: a }]\nconstructor: [{ id: b }]\n---\n'), undefined);
    });

    it('in the configuration change nothing', () => {
      const files = {
        'milepost.yaml':
          'statuses: { milestone: { done: [constructor] } }\nfields: { __proto__: text, constructor: text }\n',
        'm.md': '---\ntype: milestone\nid: m\nowner: x\nstatus: constructor\n__proto__: a\nconstructor: b\n---\n',
      };
      assert.deepEqual(findingsOf(files), []);
      assert.equal(snapshotOf(files).plan.items[0]?.status, 'done');
      assert.equal(typeof snapshotOf(files).plan.items[0]?.values, 'object');
    });
  });

  it('row 22: front matter that is code is not front matter', () => {
    for (const opening of ['---js', '---javascript', '--- js', '---json', '---coffee', ';;;']) {
      assert.equal(read(`${opening}\ntype: milestone\nid: a\n---\n`), undefined, opening);
    }
    // A line that nobody can tell from the right one is said to be none.
    const document = readPlan('---\u00a0\ntype: milestone\nid: a\n---\n');
    assert.deepEqual(document.items, []);
    assert.match(document.problems[0]?.message ?? '', /write "---" in the place of "---␣" above them$/);
  });

  it('row 24: an honest file of a megabyte is read like any other', () => {
    const text = `---\ntype: milestone\nid: a\nowner: maria\n---\n\n# A\n\n${repeat('An honest line, *with* a [link](b.md).\n', 1_000_000)}`;
    const document = readPlan(text);
    assert.deepEqual(document.problems, []);
    assert.equal(document.items[0]?.title, 'A');
  });

  describe('row 27: encodings', () => {
    const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
    const decoded = (bytes: Uint8Array) => decode(bytes, (all) => utf8.decode(all));
    const text = '---\ntype: milestone\nid: a\n---\n';
    const utf16 = (order: 'le' | 'be', mark: boolean) => {
      const units = [...(mark ? '\ufeff' : ''), ...text].map((character) => character.charCodeAt(0));
      return Uint8Array.from(
        units.flatMap((unit) => (order === 'le' ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255])),
      );
    };

    for (const [what, bytes] of [
      ['UTF-16 LE', utf16('le', true)],
      ['UTF-16 BE', utf16('be', true)],
      ['UTF-16 LE without a mark', utf16('le', false)],
      ['UTF-16 BE without a mark', utf16('be', false)],
      ['Latin-1', Uint8Array.from([...text.replace('a\n', '\u00e9\n')].map((character) => character.charCodeAt(0)))],
    ] as const) {
      it(`${what} is said to be unsupported, and holds no items`, () => {
        const { text: found, unsupported } = decoded(bytes) as { text: string; unsupported?: string };
        assert.ok(unsupported);
        const document = unreadableDocument('a.md', found, unsupported, {
          statusWords: new Map(),
          ownFields: new Map(),
        });
        assert.deepEqual(document?.items, []);
        assert.deepEqual(
          document?.problems.map(({ code, message }) => [code, message.includes('unsupported encoding')]),
          [['invalid-front-matter', true]],
        );
      });
    }

    it('of files that are no plan are nobody’s affair', () => {
      const options = { statusWords: new Map(), ownFields: new Map() };
      assert.equal(unreadableDocument('a.md', '# Title', 'UTF-16', options), undefined);
      assert.equal(decoded(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3])), undefined);
      assert.deepEqual(decoded(new Uint8Array()), { text: '' });
    });
  });

  it('row 29: what YAML reads as dates, numbers and booleans is text as it was written', () => {
    for (const written of [
      '2026-11-02',
      'no',
      '1.0',
      '012',
      '1e3',
      '0x1F',
      '0o17',
      '1_000',
      '.inf',
      '9'.repeat(40),
      '+1',
      '-0',
    ]) {
      const document = milestone(`title: ${written}\nphase: ${written}\ntags: [${written}]`);
      assert.equal(document.items[0]?.title, written);
      assert.equal(document.items[0]?.values.phase, written);
      assert.equal(document.items[0]?.values.tags?.[0]?.value, written);
    }
    for (const id of ['2026-11-02', 'no', '1.0', '012', '1e3', '9'.repeat(40)]) {
      assert.deepEqual(itemsOf(readPlan(`---\nactions: [{ id: ${id} }]\n---\n`)), [`action ${id}`]);
    }
  });

  it('row 50: durations, lags and dates that are out of bounds are findings at the value', () => {
    const document = milestone(`start: 1969-12-31
due: 2200-01-01
duration: 10001d
estimate: 1d / 2d / 10001d
review_every: 20000ed
depends_on: [b FS+10001d]
windows: [2199-12-31..2200-01-01]
mute: { stale: 2300-01-01 }`);
    assert.deepEqual(problemsOf(document), [
      'invalid-value 4:8 "1969-12-31"',
      'invalid-value 5:6 "2200-01-01"',
      'invalid-value 6:11 "10001d"',
      'invalid-value 7:11 "1d / 2d / 10001d"',
      'invalid-value 8:15 "20000ed"',
      'invalid-value 9:14 "b FS+10001d"',
      'invalid-value 10:11 "2199-12-31..2200-01-01"',
      'invalid-value 11:16 "2300-01-01"',
    ]);
    assert.deepEqual(
      Object.values(document.items[0]?.values ?? {}).filter((value) => value !== undefined && !Array.isArray(value)),
      [],
    );
  });

  it('are read with everything wrong at once', () => {
    const junk = [
      '[',
      '{ a: [',
      '"',
      '\u0000',
      '\ud800',
      '@',
      '*',
      '&',
      '!',
      '%',
      '`',
      '\t',
      '- - -',
      '? :',
      ': :',
      '<<: x',
      '\u2028',
      '\u0085',
    ];
    for (const type of ['program', 'milestone']) {
      for (const value of junk) {
        for (const name of ['id', 'owner', 'depends_on', 'calendar', 'risks']) {
          read(`---\ntype: ${type}\n${name}: ${value}\n---\n${value}\n`);
          read(`---\ntype: ${type}\nrisks:\n  - ${name}: ${value}\n  - ${value}\n---\n`);
        }
      }
    }
  });
});
