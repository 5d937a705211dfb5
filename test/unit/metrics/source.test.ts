import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type Columns, samplesIn } from '../../../src/core/metrics/source/samples-in.ts';
import { readValueTable } from '../../../src/core/metrics/source/value-table.ts';
import { formatDay } from '../../../src/core/model/values/day.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts';
import { findingsOf, snapshotOf } from '../../support/plan.ts';

/** What a file says, a line each: its values by the lines that they stand on, what is wrong with others, or with all. */
function read(text: string, columns: Columns = {}): readonly string[] {
  const { samples, faults, faulty, trouble } = samplesIn(readValueTable('m.csv', text), columns);
  return [
    ...samples.map(({ line, day, value }) => `${line}: ${formatDay(day)} ${value}`),
    ...faults.map(({ line, message }) => `${line}! ${message}`),
    ...(faulty > faults.length ? [`${faulty} faulty`] : []),
    ...(trouble === undefined ? [] : [trouble]),
  ];
}

const values = (...cells: readonly string[]): readonly string[] =>
  read(cells.map((cell, at) => `2026-11-${10 + at},"${cell}"`).join('\n'));

describe('a file of values', () => {
  const both = ['2: 2026-11-06 41', '3: 2026-11-20 37.5'];

  it('is read whatever stands between cells and at the ends of lines', () => {
    assert.deepEqual(read('date,value\n2026-11-06,41\n2026-11-20,37.5\n'), both);
    assert.deepEqual(read('\ufeffdate,value\r\n2026-11-06,41\r\n2026-11-20,37.5'), both);
    assert.deepEqual(read('date;value\r\n2026-11-06;41\r\n2026-11-20;37,5\r\n'), both);
    assert.deepEqual(read('"date"\t"value"\n"2026-11-06"\t"41"\n 2026-11-20\t 37.5 \n'), both);
    assert.deepEqual(read('sep=;\n2026-11-06;41\n2026-11-20;37,5\n'), both);
    assert.deepEqual(read('\n2026-11-06,41\n2026-11-20,37.5\n\n,\n'), both);
    assert.deepEqual(read('date,value\r2026-11-06,41\n2026-11-20,37.5\r\n'), both);
  });

  it('has days as programs write them, the last of a period', () => {
    assert.deepEqual(
      read(
        '06.11.2026;1\n2026-11-07T23:59:00Z;2\n2026-11-08 10:00:00;3\n2026-W46;4\n2026-10;5\nNov 16, 2026;6\n13/11/2026;7',
      ),
      [
        ...['1: 2026-11-06 1', '2: 2026-11-07 2', '3: 2026-11-08 3', '4: 2026-11-15 4', '5: 2026-10-31 5'],
        ...['6: 2026-11-16 6', '7: 2026-11-13 7'],
      ],
    );
  });

  it('says of a line what is no date, and what would be right', () => {
    assert.deepEqual(read('2026-02-30,1\n2026-13-01,2\n11/12/2026,3\nsoon,4\n,5\n2026-11-06,6'), [
      '6: 2026-11-06 6',
      '1! "2026-02-30" is no date: 2026-02 has 28 days',
      '2! "2026-13-01" is no date: there is no month 13',
      '3! "11/12/2026" is no date: write 2026-12-11 or 2026-11-12, whichever is meant',
      '4! "soon" is no date: write a day such as 2026-12-11, or a period such as 2026-W50, 2026-12, 2026-Q4 or 2026',
      '5! "" is no date: write a day such as 2026-12-11, or a period such as 2026-W50, 2026-12, 2026-Q4 or 2026',
    ]);
  });

  it('has numbers with what they count, and days on which nothing was counted', () => {
    assert.deepEqual(values('12 %', '€ 5', '5 points', '−3', "1'234", '1\u202f234', '1.5e-3', '41%'), [
      ...['1: 2026-11-10 12', '2: 2026-11-11 5', '3: 2026-11-12 5', '4: 2026-11-13 -3', '5: 2026-11-14 1234'],
      ...['6: 2026-11-15 1234', '7: 2026-11-16 0.0015', '8: 2026-11-17 41'],
    ]);
    assert.deepEqual(values('', 'NaN', 'n/a', '-', 'null', '#N/A', '7'), ['7: 2026-11-16 7']);
  });

  it('says of a line what is no number', () => {
    assert.deepEqual(values('1e400', 'many', '1,2,3', '9'.repeat(50), '0x10', 'Infinity'), [
      '1! "1e400" is too large a number',
      '2! "many" is no number: write one such as 41 or 99.95',
      '3! "1,2,3" is no number: write a number such as 1200 or 99.95',
      `4! "${'9'.repeat(50)}" is no number: a number has at most fifteen digits before the point`,
      '5! "0x10" is no number: write one such as 41 or 99.95',
      '6 faulty',
    ]);
  });

  it('has decimal commas where semicolons part its cells, or a number shows it', () => {
    assert.deepEqual(read('2026-11-06;1.234,5\n2026-11-07;1,234\n2026-11-08;2.000'), [
      ...['1: 2026-11-06 1234.5', '2: 2026-11-07 1.234', '3: 2026-11-08 2000'],
    ]);
    assert.deepEqual(values('1,234', '2,5'), ['1: 2026-11-10 1.234', '2: 2026-11-11 2.5']);
    assert.deepEqual(values('1,234', '2.5'), ['1: 2026-11-10 1234', '2: 2026-11-11 2.5']);
    assert.deepEqual(read('2026-11-06;41.5\n2026-11-07;42.123'), ['1: 2026-11-06 41.5', '2: 2026-11-07 42.123']);
  });

  it('has the columns that are asked for, that are called so, or that are the only ones', () => {
    const team = 'Team,Week,Velocity,Defects\nA,2026-W46,41,3\n';
    assert.deepEqual(read(team, { date: 'week', value: 'velocity' }), ['2: 2026-11-15 41']);
    assert.deepEqual(read('value,date\n41,2026-11-06'), ['2: 2026-11-06 41']);
    assert.deepEqual(read('week,other,value\n2026-W46,1,41'), ['2: 2026-11-15 41']);
    assert.deepEqual(read(team, { date: 'Week' }), [
      'it has "Team", "Week", "Velocity" and "Defects": say which has the values, such as { file: …, value: Team }',
    ]);
    assert.deepEqual(read(team, { value: 'speed' }), [
      'it has no column "speed": it has "Team", "Week", "Velocity" and "Defects"',
    ]);
    assert.deepEqual(read('2026-11-06,41', { value: 'speed' }), [
      'its first line names no columns, so none is "speed": write such a line',
    ]);
    assert.deepEqual(read('2026-11-06,41,3'), ['it has several columns of values: name them in a first line']);
  });

  it('says why nothing of it can be read', () => {
    assert.deepEqual(read('2026-11-06'), ['it has a single column: write a date and a value, such as 2026-11-20,41']);
    assert.deepEqual(read('date,"value\n2026-11-06,41'), [
      'a quote is opened and never closed, by line 2 at the latest',
    ]);
    assert.deepEqual(read(''), []);
    assert.deepEqual(read('date,value\n'), []);
  });

  it('is read without harm, whatever is in it', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...HOSTILE_TEXTS,
        '"',
        ',',
        ';',
        '\t',
        '\r\n',
        '\n',
        '\r',
        '2026-11-06',
        '1.5',
        '1,5',
        '\ufeff',
        '%',
      ),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { samples, faults, faulty } = samplesIn(readValueTable('m.csv', pieces.join('')), {});
        assert.ok(samples.every(({ day, value }) => Number.isInteger(day) && Math.abs(value) <= 1e15));
        assert.ok(faults.length === Math.min(5, faulty));
      }),
    );
  });
});

describe('a metric with a file of values', () => {
  const metric = (source: string, more = ''): string =>
    `---\ntype: metric\nid: m\nowner: dana\ndirection: up\nsource: ${source}\n${more}---\n`;
  const csv = 'date,value\n2026-11-20,34\n2026-10-09,44\n2026-11-06,37\n2026-10-23,41\n2026-10-23,42\n';

  it('is what its file says, in the order of the days, and of two on one day the later line', () => {
    const files = { 'metrics/m.md': metric('velocity.csv'), 'metrics/velocity.csv': csv };
    assert.deepEqual(findingsOf(files), ['metric-worsening metrics/m.md:6:9 "velocity.csv"']);
    assert.match(snapshotOf(files).findings[0]?.message ?? '', /44, 42, 37, 34/);
    assert.deepEqual(findingsOf({ ...files, 'metrics/m.md': metric('/metrics/velocity.csv') }), [
      'metric-worsening metrics/m.md:6:9 "/metrics/velocity.csv"',
    ]);
  });

  it('takes the column that it says', () => {
    const files = {
      'm.md': metric('{ file: team.csv, value: velocity }', 'threshold: 40\n'),
      'team.csv': 'date,velocity,defects\n2026-11-20,39,2\n',
    };
    assert.deepEqual(findingsOf(files), ['metric-beyond-threshold m.md:6:17 "team.csv"']);
  });

  for (const [what, source, files, message] of [
    ['not there', 'velocty.csv', { 'velocity.csv': csv }, /no such file: did you mean velocity\.csv\?$/],
    ['not there at all', 'velocity.csv', {}, /no such file: add it, or correct the path$/],
    ['outside', '../velocity.csv', { 'velocity.csv': csv }, /leads out of the plan/],
    ['hidden', '.data/velocity.csv', {}, /in a hidden folder/],
    ['empty', 'v.csv', { 'v.csv': '' }, /has no values/],
    ['without values', 'v.csv', { 'v.csv': 'date,value\n2026-11-20,\n' }, /has no values/],
    [
      'partly wrong',
      'v.csv',
      { 'v.csv': '2026-11-20,1\nx,2\ny,3\n' },
      /^line 2 of "v\.csv": "x" is no date: .*, and 1 more line cannot be read$/,
    ],
    [
      'ambiguous',
      'v.csv',
      { 'v.csv': 'date,a,b\n2026-11-20,1,2\n' },
      /cannot be read: it has "date", "a" and "b": say which/,
    ],
  ] as const) {
    it(`says what is wrong with one that is ${what}`, () => {
      const { findings } = snapshotOf({ 'm.md': metric(source), ...(files as Record<string, string>) });
      assert.deepEqual(
        findings.map(({ code }) => code),
        ['metric-source'],
      );
      assert.match(findings[0]?.message ?? '', message);
    });
  }

  it('leads to the lines that cannot be read', () => {
    const { findings } = snapshotOf({ 'm.md': metric('v.csv'), 'v.csv': '2026-11-20,1\r\nx,2\r\ny,3\r\n' });
    assert.deepEqual(
      findings[0]?.related?.map(({ source, range }) => `${source.path} ${source.text.slice(range.start, range.end)}`),
      ['v.csv x,2', 'v.csv y,3'],
    );
  });

  it('has its values in one place', () => {
    const own = 'samples: [{ date: 2026-11-20, value: 35 }]\n';
    assert.deepEqual(findingsOf({ 'm.md': metric('v.csv', own), 'v.csv': '2026-11-06,41' }), [
      'metric-source m.md:7:10 "[{ date: 2026-11-20, value: 35 }]"',
    ]);
  });

  it('is offered the path that was probably meant, as it would be written there', () => {
    for (const [path, source, suggestion] of [
      ['a/m.md', 'velocty.csv', 'velocity.csv'],
      ['m.md', 'a/velocty.csv', 'a/velocity.csv'],
      ['b/m.md', '/a/velocty.csv', '/a/velocity.csv'],
      ['b/m.md', '../a/velocty.csv', '../a/velocity.csv'],
    ] as const) {
      const { findings } = snapshotOf({ [path]: metric(source), 'a/velocity.csv': csv });
      assert.equal(findings[0]?.suggestion, suggestion);
    }
  });

  it('names a CSV file, and no address', () => {
    for (const source of ['https://example.org/v.csv', 'velocity.xlsx', '[a.csv, b.csv]', '{ value: x }']) {
      assert.deepEqual(
        findingsOf({ 'm.md': metric(source) }).map((line) => line.split(' ')[0]),
        ['invalid-value'],
      );
    }
  });
});
