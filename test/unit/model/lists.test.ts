import assert from 'node:assert/strict';
import { day, field, marked } from '../../support/reading.ts';

describe('lists', () => {
  const tags = (written: string) => field('tags', written);
  const values = (written: string) => tags(written).value?.map((entry) => entry.value);

  it('are written in brackets, with dashes, or as a single value', () => {
    assert.deepEqual(values('[a, b]'), ['a', 'b']);
    assert.deepEqual(values('\n  - a\n  - b'), ['a', 'b']);
    assert.deepEqual(values('\n- a\n- b'), ['a', 'b']);
    assert.deepEqual(values('a'), ['a']);
    assert.deepEqual(values('"a, b"'), ['a, b']);
    assert.deepEqual(values('[]'), []);
    assert.deepEqual(values('[a]'), ['a']);
    assert.deepEqual(values('[\n  a,\n  b,\n]'), ['a', 'b']);
  });

  it('pass over what is empty', () => {
    assert.deepEqual(values('[a, ~, null]'), ['a']);
    assert.deepEqual(values('\n  - a\n  -\n  - b'), ['a', 'b']);
    assert.deepEqual(tags('\n  - a\n  -\n  - b').problems, []);
  });

  it('know where each value stands', () => {
    const { value, text } = tags('[a, "b c"]');
    assert.deepEqual(
      value?.map((entry) => marked({ text }, entry)),
      ['a', '"b c"'],
    );
  });

  it('lose no value to a neighbour that is wrong', () => {
    assert.deepEqual(values('[a, [b], c]'), ['a', 'c']);
    assert.deepEqual(tags('[a, [b], c]').problems, ['invalid-value "[b]"']);
  });
});

describe('windows', () => {
  const windows = (written: string) =>
    field('windows', written).value?.map(({ value }) => `${day(value.first)} ${day(value.last)}`);

  it('are days, periods, or ranges of them', () => {
    assert.deepEqual(windows('[2026-12-05, 2026-W50, 2026-12-28..2027-01-01, 2026-Q3 .. 2026-Q4]'), [
      '2026-12-05 2026-12-05',
      '2026-12-07 2026-12-13',
      '2026-12-28 2027-01-01',
      '2026-07-01 2026-12-31',
    ]);
    assert.deepEqual(windows('2026-12-05'), ['2026-12-05 2026-12-05']);
  });

  it('that end before they begin are none', () => {
    for (const written of [
      '2027-01-01..2026-12-28',
      '2026-12-28..',
      '2026-01-01..2026-01-02..2026-01-03',
      'weekends',
    ]) {
      assert.deepEqual(field('windows', written).problems, [`invalid-value "${written}"`], written);
    }
  });
});

describe('links', () => {
  const links = (written: string) => field('links', written);

  it('are URLs, or names with URLs', () => {
    assert.deepEqual(links('https://x.org/a#b').value, [{ url: 'https://x.org/a#b' }]);
    assert.deepEqual(links('[https://x.org/a, { board: https://x.org/b }]').value, [
      { url: 'https://x.org/a' },
      { name: 'board', url: 'https://x.org/b' },
    ]);
    assert.deepEqual(links('{ board: https://x.org/b, "the doc": https://x.org/c }').value, [
      { name: 'board', url: 'https://x.org/b' },
      { name: 'the doc', url: 'https://x.org/c' },
    ]);
    assert.deepEqual(links('\n  board: https://x.org/b\n  doc:').value, [{ name: 'board', url: 'https://x.org/b' }]);
  });

  it('with a list behind a name are wrong there', () => {
    assert.deepEqual(links('{ board: [https://x.org/b] }').problems, ['invalid-value "[https://x.org/b]"']);
  });
});

describe('mute', () => {
  const mute = (written: string) => field('mute', written);

  it('names rules, and the last day on which each is silent', () => {
    const { value, problems, text } = mute('{ forecast-late: 2026-12-04, stale: 2026-W50 }');
    assert.deepEqual(problems, []);
    assert.deepEqual(
      value?.map(({ code, until, codeRange }) => [code, day(until), marked({ text }, { range: codeRange })]),
      [
        ['forecast-late', '2026-12-04', 'forecast-late'],
        ['stale', '2026-12-13', 'stale'],
      ],
    );
  });

  it('says until when, and is no bare word', () => {
    assert.deepEqual(mute('{ stale: }').problems, ['invalid-value "stale"']);
    assert.deepEqual(mute('{ stale: soon }').problems, ['invalid-value "soon"']);
    assert.deepEqual(mute('stale').problems, ['invalid-value "stale"']);
  });
});

describe('choices and flags', () => {
  it('are words in any case', () => {
    assert.equal(field('commitment', 'Firm').value, 'firm');
    assert.equal(field('health', 'GREEN', { type: 'program' }).value, 'green');
    assert.equal(field('response', 'transfer', { type: 'risk' }).value, 'transfer');
    for (const written of ['true', 'True', 'yes', 'on']) assert.equal(field('key', written).value, true);
    for (const written of ['false', 'no', 'OFF']) assert.equal(field('key', written).value, false);
  });

  it('that are none name the nearest', () => {
    const { problems, suggestion, messages } = field('commitment', 'frm');
    assert.deepEqual(problems, ['invalid-value "frm"']);
    assert.equal(suggestion, 'firm');
    assert.match(messages[0] as string, /target, firm: did you mean firm\?/);
    assert.deepEqual(field('key', 'maybe').problems, ['invalid-value "maybe"']);
  });
});

describe('text', () => {
  const title = (written: string) => field('title', written);

  it('is what was written, whatever YAML would make of it', () => {
    for (const written of ['1.0', '012', '1e3', '2026-11-02', '0x1F', '99999999999999999999999', '1_000', '.5', '+1']) {
      assert.equal(title(written).value, written);
      assert.deepEqual(title(written).problems, []);
    }
  });

  it('that other readers take for true or false is pointed out', () => {
    for (const written of ['no', 'Yes', 'on', 'OFF', 'true']) {
      assert.equal(title(written).value, written);
      assert.deepEqual(title(written).problems, [`yaml-surprise "${written}"`]);
      assert.deepEqual(title(`"${written}"`).problems, []);
    }
  });

  it('may stand on several lines', () => {
    assert.equal(title('|\n  one\n  two').value, 'one\ntwo');
    assert.equal(title('>\n  one\n  two').value, 'one two');
    assert.equal(title('one\n  two').value, 'one two');
    assert.equal(title('"one\n  two"').value, 'one two');
    assert.deepEqual(title('|\n  see: @x #1\n  no').problems, []);
  });

  it('in quotes keeps its spaces and escapes', () => {
    assert.equal(title('"  a "').value, '  a ');
    assert.equal(title('"a\\tb\\u00e9"').value, 'a\tbé');
    assert.equal(title("'it''s'").value, "it's");
  });

  it('is no list', () => {
    assert.deepEqual(title('[a]').problems, ['invalid-value "[a]"']);
  });
});
