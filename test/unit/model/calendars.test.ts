import assert from 'node:assert/strict';
import { day, field } from '../../support/reading.ts';

const read = (written: string) => {
  const { value, problems, messages, suggestion } = field('calendar', written, { type: 'program' });
  return {
    problems,
    messages,
    suggestion,
    workdays: value?.workdays,
    holidays: value?.holidays?.map(({ first, last }) => `${day(first)} ${day(last)}`),
    freezes: value?.freezes?.map(({ name, span, tags }) => `${name} ${day(span.first)} ${day(span.last)} ${tags}`),
  };
};

describe('calendars', () => {
  it('say which days of the week are worked, from Monday, 0', () => {
    assert.deepEqual(read('{ workdays: [mon, tue, wed, thu] }').workdays, [0, 1, 2, 3]);
    assert.deepEqual(read('{ workdays: [sun, Mon, MON] }').workdays, [0, 6]);
    assert.deepEqual(read('{ workdays: [Monday, tues, wednes, thursday] }').workdays, [0, 1, 2, 3]);
    assert.deepEqual(read('{ workdays: sat }').workdays, [5]);
    assert.equal(read('{ holidays: [2026-12-25] }').workdays, undefined);
  });

  it('say which days are holidays: days, periods, and ranges of them', () => {
    assert.deepEqual(
      read('{ holidays: [2026-12-25, 2026-12-28..2027-01-01, 2027-W01, 2027-04-05T00:00:00Z] }').holidays,
      ['2026-12-25 2026-12-25', '2026-12-28 2027-01-01', '2027-01-04 2027-01-10', '2027-04-05 2027-04-05'],
    );
    assert.deepEqual(read('{ holidays: 2026-12-25 }').holidays, ['2026-12-25 2026-12-25']);
    assert.deepEqual(read('{ holidays: [] }').holidays, []);
  });

  it('freeze what has a tag', () => {
    const { freezes, problems } = read(
      '{ freezes: [{ name: Year-end freeze, from: 2026-12-14, to: 2027-01-04, tags: [prod-change, db] }] }',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(freezes, ['Year-end freeze 2026-12-14 2027-01-04 prod-change,db']);
    assert.deepEqual(read('{ freezes: { from: 2026-Q4, to: 2026-Q4, tags: db } }').freezes, [
      'freeze 2026-10-01 2026-12-31 db',
    ]);
  });

  it('are read in block style too', () => {
    const { workdays, holidays, freezes, problems } = read(
      '\n  workdays: [mon]\n  holidays:\n    - 2026-12-25   # Christmas\n  freezes:\n    - from: 2026-12-14\n      to: 2026-12-18\n      tags: [db]',
    );
    assert.deepEqual(problems, []);
    assert.deepEqual(
      [workdays, holidays, freezes],
      [[0], ['2026-12-25 2026-12-25'], ['freeze 2026-12-14 2026-12-18 db']],
    );
  });

  it('lose what is wrong, and nothing else', () => {
    const { workdays, holidays, problems } = read(
      '{ workdays: [mon, mon-fri, month, 3], holidays: [2026-02-30, 2026-12-25] }',
    );
    assert.deepEqual(workdays, [0]);
    assert.deepEqual(holidays, ['2026-12-25 2026-12-25']);
    assert.deepEqual(problems, [
      'invalid-value "mon-fri"',
      'invalid-value "month"',
      'invalid-value "3"',
      'invalid-value "2026-02-30"',
    ]);
  });

  it('know what two letters of a weekday mean', () => {
    assert.equal(read('{ workdays: [mon, sa] }').suggestion, 'sat');
    assert.equal(read('{ workdays: [mon, t] }').suggestion, undefined);
  });

  it('have no other keys, and neither have freezes', () => {
    assert.equal(read('{ workday: [mon] }').suggestion, 'workdays');
    assert.deepEqual(read('{ hours: 8 }').problems, ['invalid-value "hours"']);
    const freeze = read('{ freezes: [{ from: 2026-12-14, to: 2026-12-18, tag: db, tags: [x] }] }');
    assert.deepEqual(freeze.problems, ['invalid-value "tag"']);
    assert.deepEqual(freeze.freezes, ['freeze 2026-12-14 2026-12-18 x']);
    assert.deepEqual(read('weekends').problems, ['invalid-value "weekends"']);
  });

  it('freeze nothing without from, to and tags, or backwards', () => {
    for (const freeze of [
      '{ from: 2026-12-14, to: 2026-12-18 }',
      '{ from: 2026-12-14, tags: [db] }',
      '{ from: 2026-12-18, to: 2026-12-14, tags: [db] }',
    ]) {
      const { freezes, problems } = read(`{ freezes: [${freeze}] }`);
      assert.deepEqual(freezes, [], freeze);
      assert.deepEqual(problems, [`invalid-value "${freeze}"`]);
    }
  });

  describe('row 49: that leave no day to work on', () => {
    it('because no day of the week is one are findings, and Monday to Friday hold', () => {
      for (const workdays of ['[]', '[never]', '[noday, ~]', '[sa, su, foo]']) {
        const { workdays: read49, problems } = read(`{ workdays: ${workdays} }`);
        assert.equal(read49, undefined);
        assert.deepEqual(problems, [`invalid-value "${workdays}"`]);
      }
    });

    it('because holidays cover everything are findings, and there are no holidays', () => {
      for (const holidays of [
        '[1970-01-01..2199-12-31]',
        '2026-11-02..2199',
        '[1970..2100, 2100-06-01 .. 2199-12-31]',
        '[2150..2199-06-30, 2199-06-20..2199-12-31]',
      ]) {
        const { holidays: read49, problems } = read(`{ holidays: ${holidays} }`);
        assert.equal(read49, undefined, holidays);
        assert.deepEqual(problems, [`invalid-value ${JSON.stringify(holidays)}`]);
      }
    });

    it('because a freeze never ends are findings, and nothing is frozen', () => {
      const freeze = '{ from: 2026-01-01, to: 2199-12-31, tags: [db] }';
      const { freezes, problems } = read(`{ freezes: [${freeze}] }`);
      assert.deepEqual(freezes, []);
      assert.deepEqual(problems, [`invalid-value "${freeze}"`]);
    });

    it('for some years only are calendars', () => {
      assert.deepEqual(read('{ holidays: 2026..2030 }').problems, []);
      assert.deepEqual(read('{ holidays: [2199-12-25..2199-12-31] }').problems, []);
    });
  });
});
