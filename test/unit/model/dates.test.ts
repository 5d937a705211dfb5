import assert from 'node:assert/strict';
import type { FieldValues } from '../../../src/core/model/registry.ts';
import { dayFrom, formatDay, parseDay, weekday } from '../../../src/core/model/values/day.ts';
import { day, field } from '../../support/reading.ts';

type DateField = 'start' | 'due' | 'started' | 'expected';

const first = (written: string) => day(field('start', written).value);
const last = (written: string) => day(field('due', written).value);
const fact = (written: string) => day(field('started', written).value);

/** Written, the first day, the last day. */
const PERIODS: readonly (readonly [string, string, string])[] = [
  ['2026-12-11', '2026-12-11', '2026-12-11'],
  ['2026-W50', '2026-12-07', '2026-12-13'],
  ['2026-w50', '2026-12-07', '2026-12-13'],
  ['2026-W01', '2025-12-29', '2026-01-04'],
  ['2026-W53', '2026-12-28', '2027-01-03'],
  ['2027-W01', '2027-01-04', '2027-01-10'],
  ['2024-W09', '2024-02-26', '2024-03-03'],
  ['2026-12', '2026-12-01', '2026-12-31'],
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['2028-02', '2028-02-01', '2028-02-29'],
  ['2100-02', '2100-02-01', '2100-02-28'],
  ['2000-02', '2000-02-01', '2000-02-29'],
  ['2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026-Q4', '2026-10-01', '2026-12-31'],
  ['2026-q4', '2026-10-01', '2026-12-31'],
  ['2026-H1', '2026-01-01', '2026-06-30'],
  ['2026-H2', '2026-07-01', '2026-12-31'],
  ['2026', '2026-01-01', '2026-12-31'],
  ['1970-01-01', '1970-01-01', '1970-01-01'],
  ['2199-12-31', '2199-12-31', '2199-12-31'],
  ['2199', '2199-01-01', '2199-12-31'],
  ['2028-02-29', '2028-02-29', '2028-02-29'],
];

/** In another notation, and as plans write it. */
const FOREIGN: readonly (readonly [string, string])[] = [
  ['21.11.2026', '2026-11-21'],
  ['1. 2. 2026', '2026-02-01'],
  ['11.21.2026', '2026-11-21'],
  ['21/11/2026', '2026-11-21'],
  ['11/21/2026', '2026-11-21'],
  ['21-11-2026', '2026-11-21'],
  ['05/05/2026', '2026-05-05'],
  ['2026/11/21', '2026-11-21'],
  ['2026.1.5', '2026-01-05'],
  ['Nov 21, 2026', '2026-11-21'],
  ['November 21st 2026', '2026-11-21'],
  ['21 Nov 2026', '2026-11-21'],
  ['21. November 2026', '2026-11-21'],
  ['21-Sept-2026', '2026-09-21'],
  ['2026-Nov-21', '2026-11-21'],
  ['Sat, 21 Nov 2026', '2026-11-21'],
  ['November 2026', '2026-11'],
  ['11/2026', '2026-11'],
  ['2026/1', '2026-01'],
  ['Q4 2026', '2026-Q4'],
  ['2026 q4', '2026-Q4'],
  ['H1/2027', '2027-H1'],
  ['KW 5 2026', '2026-W05'],
  ['2026 week 50', '2026-W50'],
];

describe('dates', () => {
  for (const [written, from, to] of PERIODS) {
    it(`${written} runs from ${from} to ${to}`, () => {
      assert.equal(first(written), from);
      assert.equal(last(written), to);
      assert.deepEqual(field('due', written).problems, []);
      assert.equal(last(`"${written}"`), to, 'in quotes');
    });
  }

  for (const [written, meant] of FOREIGN) {
    it(`${written} was meant as ${meant}`, () => {
      const { value, suggestion, messages } = field('due', `"${written}"`);
      assert.deepEqual([value, suggestion], [undefined, meant]);
      assert.deepEqual(messages, [`due: "${written}" is not a date: write ${meant}`]);
    });
  }

  it('in another notation are suggested only where they fit', () => {
    assert.equal(field('started', '21.11.2026').suggestion, '2026-11-21');
    assert.equal(field('started', 'Q4 2026').suggestion, undefined);
    assert.equal(field('due', '03/04/2026').suggestion, undefined);
    assert.equal(field('calendar', '{ holidays: [25.12.2026] }').suggestion, '2026-12-25');
    assert.equal(field('calendar', '{ holidays: [25.12.2026..2026-12-31] }').suggestion, undefined);
    assert.equal(field('due', `"${'1'.repeat(200)}"`).suggestion, undefined);
  });

  it('of a timestamp count as the date that is written, whatever its zone', () => {
    for (const time of ['T23:30:00-11:00', 'T00:30:00+14:00', 't10:00:00.5Z', ' 23:30:00 +0200', 'T10:00']) {
      assert.equal(last(`2026-11-02${time}`), '2026-11-02');
      assert.equal(fact(`2026-11-02${time}`), '2026-11-02');
    }
  });

  const wrong: readonly (readonly [string, RegExp])[] = [
    ['2026-11-31', /2026-11 has 30 days/],
    ['2026-02-29', /2026-02 has 28 days/],
    ['2100-02-29', /2100-02 has 28 days/],
    ['2026-13-01', /no month 13/],
    ['2026-00-10', /no month 00/],
    ['2026-01-00', /has 31 days/],
    ['2026-13', /no month 13/],
    ['2025-W53', /W01 to W52/],
    ['2026-W54', /W01 to W53/],
    ['2026-W00', /W01 to W53/],
    ['2026-Q5', /write a day/],
    ['2026-H3', /write a day/],
    ['2026-1-5', /write 2026-01-05$/],
    ['11.12.2026', /write 2026-12-11$/],
    ['03/04/2026', /write 2026-04-03 or 2026-03-04, whichever is meant$/],
    ['32.11.2026', /write a day/],
    ['21.11.26', /write a day/],
    ['21 Nox 2026', /write a day/],
    ['next week', /write a day/],
    ['1969-12-31', /1970-01-01 to 2199-12-31/],
    ['2200-01-01', /1970-01-01 to 2199-12-31/],
    ['1969', /1970-01-01 to 2199-12-31/],
    ['2200-W01', /1970-01-01 to 2199-12-31/],
    ['0070-06-01', /1970-01-01 to 2199-12-31/],
    ['0099', /1970-01-01 to 2199-12-31/],
    ['0000-01-01', /1970-01-01 to 2199-12-31/],
    ['9999-12-31', /1970-01-01 to 2199-12-31/],
    ['20261211', /write 2026-12-11$/],
  ];
  for (const [written, why] of wrong) {
    it(`${written} is none, and the message says why`, () => {
      const { value, problems, messages } = field('due', written);
      assert.equal(value, undefined);
      assert.deepEqual(problems, [`invalid-value ${JSON.stringify(written)}`]);
      assert.match(messages[0] as string, why);
    });
  }

  it('may be not yet known', () => {
    for (const name of ['start', 'due', 'started', 'expected'] satisfies DateField[]) {
      for (const written of ['tbd', 'TBD', '"tbd"']) {
        const { value, problems } = field(name, written);
        assert.equal(value, undefined);
        assert.deepEqual(problems, []);
      }
    }
  });

  it('that are written and empty are absent', () => {
    for (const written of ['', '~', 'null']) {
      const { value, problems } = field('due', written);
      assert.equal(value, undefined);
      assert.deepEqual(problems, []);
    }
  });

  it('are one value, no list and no mapping', () => {
    assert.deepEqual(field('due', '[2026-12-11]').problems, ['invalid-value "[2026-12-11]"']);
    assert.deepEqual(field('due', '{ on: 2026-12-11 }').problems, ['invalid-value "{ on: 2026-12-11 }"']);
  });
});

describe('edges of periods', () => {
  const edges: readonly (readonly [keyof FieldValues, string, string])[] = [
    ['start', 'milestone', '2026-10-01'],
    ['start', 'program', '2026-10-01'],
    ['due', 'milestone', '2026-12-31'],
    ['due', 'decision', '2026-12-31'],
    ['due', 'action', '2026-12-31'],
    ['due', 'issue', '2026-12-31'],
    ['target', 'program', '2026-12-31'],
    ['expected', 'milestone', '2026-12-31'],
    ['expected', 'issue', '2026-12-31'],
    ['needed_by', 'dependency', '2026-12-31'],
    ['promised', 'dependency', '2026-12-31'],
    ['review_by', 'risk', '2026-12-31'],
  ];
  for (const [name, type, expected] of edges) {
    it(`${name} of a ${type} takes ${expected} of 2026-Q4`, () => {
      assert.equal(day(field(name, '2026-Q4', { type }).value as number), expected);
    });
  }

  const facts: readonly (readonly [keyof FieldValues, string])[] = [
    ['started', 'milestone'],
    ['completed', 'milestone'],
    ['updated', 'risk'],
    ['created', 'risk'],
    ['reviewed', 'program'],
    ['reviewed', 'workstream'],
    ['occurred_on', 'risk'],
    ['date', 'decision'],
    ['opened', 'issue'],
    ['resolved', 'issue'],
    ['delivered', 'dependency'],
    ['done', 'action'],
  ];
  for (const [name, type] of facts) {
    it(`${name} of a ${type} is a fact, and takes a day but no period`, () => {
      assert.equal(day(field(name, '2026-11-02', { type }).value as number), '2026-11-02');
      for (const period of ['2026-W45', '2026-11', '2026-Q4', '2026-H2', '2026']) {
        const { value, problems, messages } = field(name, period, { type });
        assert.equal(value, undefined);
        assert.deepEqual(problems, [`invalid-value "${period}"`]);
        assert.match(messages[0] as string, /one day/);
      }
    });
  }
});

describe('days', () => {
  it('are counted from 1970-01-01, a Thursday', () => {
    assert.equal(dayFrom(1970, 1, 1), 0);
    assert.equal(weekday(0), 3);
    assert.equal(weekday(parseDay('2026-11-02') as number), 0);
    assert.equal(weekday(parseDay('2026-11-08') as number), 6);
  });

  it('are written as they are read', () => {
    for (const text of ['1970-01-01', '1999-12-31', '2000-02-29', '2026-11-21', '2199-12-31']) {
      assert.equal(formatDay(parseDay(text) as number), text);
    }
    assert.equal(parseDay('2026-02-30'), undefined);
    assert.equal(parseDay('2026-W50'), undefined);
  });
});
