import assert from 'node:assert/strict';
import { formatDuration } from '../../../src/core/model/values/duration.ts';
import { field, marked } from '../../support/reading.ts';

/** What `depends_on` says, short: `program/id link lag "marked text"` for each. */
function dependsOn(written: string) {
  const { value, problems, text, messages } = field('depends_on', written);
  return {
    problems,
    messages,
    read: (value ?? []).map(({ value: { name, link, lag, range } }) => {
      const id = name.program === undefined ? name.id : `${name.program}/${name.id}`;
      return `${id} ${link} ${lag ? formatDuration(lag) : '-'} ${JSON.stringify(marked({ text }, { range }))}`;
    }),
  };
}

const one = (written: string): string => {
  const { read, problems } = dependsOn(written);
  assert.deepEqual(problems, [], written);
  assert.equal(read.length, 1, written);
  return read[0] as string;
};

describe('dependencies', () => {
  for (const [written, expected] of [
    ['auth-cutover', 'auth-cutover FS - "auth-cutover"'],
    ['"auth-cutover"', 'auth-cutover FS - "auth-cutover"'],
    ["'auth-cutover'", 'auth-cutover FS - "auth-cutover"'],
    ['payments/ledger', 'payments/ledger FS - "payments/ledger"'],
    ['a SS', 'a SS - "a"'],
    ['a FF', 'a FF - "a"'],
    ['a SF', 'a SF - "a"'],
    ['a FS', 'a FS - "a"'],
    ['a ss', 'a SS - "a"'],
    ['a Ff+2d', 'a FF 2d "a"'],
    ['a SS+3d', 'a SS 3d "a"'],
    ['a SS +3d', 'a SS 3d "a"'],
    ['a SS + 3d', 'a SS 3d "a"'],
    ['a SS + 3 days', 'a SS 3d "a"'],
    ['a   SS  +  3d', 'a SS 3d "a"'],
    ['a FS -2ed', 'a FS -2ed "a"'],
    ['a FS-2ed', 'a FS -2ed "a"'],
    ['a FS - 2ew', 'a FS -2ew "a"'],
    ['a +3d', 'a FS 3d "a"'],
    ['a -1w', 'a FS -1w "a"'],
    ['a 3d', 'a FS 3d "a"'],
    ['a FS 0d', 'a FS 0d "a"'],
    ['a FS+0.5d', 'a FS 0.5d "a"'],
    ['a FS+2 weeks', 'a FS 2w "a"'],
    ['a FS+3', 'a FS 3d "a"'],
    ['a FF+10 elapsed days', 'a FF 10ed "a"'],
    ['payments/ledger SS-1w', 'payments/ledger SS -1w "payments/ledger"'],
    ['"payments/ledger SS-1w"', 'payments/ledger SS -1w "payments/ledger"'],
    ['" a SS+1d "', 'a SS 1d "a"'],
    ['012', '012 FS - "012"'],
    ['2026-11-02 SS', '2026-11-02 SS - "2026-11-02"'],
    ['1.0 +1d', '1.0 FS 1d "1.0"'],
    ['移行 SS+1d', '移行 SS 1d "移行"'],
    ['{ id: a }', 'a FS - "a"'],
    ['{ id: a, type: SS, lag: 3d }', 'a SS 3d "a"'],
    ['{ id: a, type: ss, lag: -2ed }', 'a SS -2ed "a"'],
    ['{ lag: 3, id: "payments/ledger" }', 'payments/ledger FS 3d "payments/ledger"'],
    ['{ id: a, type: , lag: ~ }', 'a FS - "a"'],
    ['{ id: a, lag: "+3d" }', 'a FS 3d "a"'],
    ['{ id: a, lag: "- 3 days" }', 'a FS -3d "a"'],
    ['\n  - id: a\n    type: FF\n    lag: 1w', 'a FF 1w "a"'],
    ['\n  id: a\n  type: FF', 'a FF - "a"'],
    ['\n  - a SS+3d   # needs the schema', 'a SS 3d "a"'],
  ] as const) {
    it(`${written.trim().replace(/\s*\n\s*/g, ' ⏎ ')} is ${expected}`, () => assert.equal(one(written), expected));
  }

  it('come in lists, each at its place', () => {
    const { read, problems } = dependsOn('[a, "b SS+5d", payments/c, { id: d, type: FF }]');
    assert.deepEqual(problems, []);
    assert.deepEqual(read, ['a FS - "a"', 'b SS 5d "b"', 'payments/c FS - "payments/c"', 'd FF - "d"']);
  });

  it('that are wrong cost themselves, never their neighbours', () => {
    const { read, problems } = dependsOn('[a, "b !", c XX, d SS+, e, [f], { lag: 3d }, g FS+soon]');
    assert.deepEqual(read, ['a FS - "a"', 'e FS - "e"']);
    assert.deepEqual(problems, [
      'invalid-value "\\"b !\\""',
      'invalid-value "c XX"',
      'invalid-value "d SS+"',
      'invalid-value "[f]"',
      'invalid-value "{ lag: 3d }"',
      'invalid-value "g FS+soon"',
    ]);
  });

  it('with a wrong type or lag in a mapping still name their item', () => {
    const { read, problems } = dependsOn('{ id: a, type: XX, lag: soon, lagg: 3d }');
    assert.deepEqual(read, ['a FS - "a"']);
    assert.deepEqual(problems, ['invalid-value "XX"', 'invalid-value "soon"', 'invalid-value "lagg"']);
  });

  it('have lags of at most 10,000 days', () => {
    for (const written of ['a FS+10001d', 'a FS-10001d', 'a +20000ed']) {
      assert.deepEqual(dependsOn(written).problems, [`invalid-value "${written}"`]);
      assert.match(dependsOn(written).messages[0] as string, /at most 10,000 days/);
    }
    assert.deepEqual(dependsOn('{ id: a, lag: 10001d }').problems, ['invalid-value "10001d"']);
    assert.equal(one('a FS+10000d'), 'a FS 10000d "a"');
  });

  it('without an id say how one is written', () => {
    for (const written of ['SS+3d', '/b', 'a/', 'a/b/c', '"a b c"', '"@a"']) {
      assert.equal(dependsOn(written).problems.length, 1, written);
      assert.deepEqual(dependsOn(written).read, [], written);
    }
  });

  it('of a list whose dashes do not line up say so', () => {
    const { messages } = dependsOn('\n- a\n - b');
    assert.match(messages[0] as string, /dashes/);
  });

  it('hold no invisible characters', () => {
    const { problems, messages } = dependsOn('"a\u202eb"');
    assert.equal(problems.length, 1);
    assert.match(messages[0] as string, /\\u\{202e\}/);
  });

  it('are taken in normal form', () => {
    assert.equal(one('e\u0301tude SS'), '\u00e9tude SS - "e\u0301tude"');
  });
});

describe('references', () => {
  const affects = (written: string) => field('affects', written, { type: 'risk' });

  it('are an id, or a program and an id', () => {
    const { value, problems } = affects('[a, payments/b, "c", 12]');
    assert.deepEqual(problems, []);
    assert.deepEqual(
      value?.map((entry) => entry.value.name),
      [{ id: 'a' }, { program: 'payments', id: 'b' }, { id: 'c' }, { id: '12' }],
    );
  });

  it('are marked without quotes, and whole where escapes hide where they stand', () => {
    const { value, text } = affects('["c", \'d\', "e\\u0066g"]');
    assert.deepEqual(
      value?.map((entry) => marked({ text }, entry.value)),
      ['c', 'd', 'e\\u0066g'],
    );
  });

  it('take no link type', () => {
    assert.deepEqual(affects('a SS+3d').problems, ['invalid-value "a SS+3d"']);
  });

  it('may be single', () => {
    assert.deepEqual(field('goal', 'go-live', { type: 'program' }).value?.name, { id: 'go-live' });
    assert.deepEqual(field('goal', '[go-live]', { type: 'program' }).problems, ['invalid-value "[go-live]"']);
  });
});
