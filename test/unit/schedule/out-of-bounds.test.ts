import assert from 'node:assert/strict';
import { formatDay, parseDay } from '../../../src/core/model/values/day.ts';
import { snapshotOf } from '../../support/plan.ts';
import { marked } from '../../support/reading.ts';
import { scheduleOf } from '../../support/schedule.ts';

describe('row 49: calendars that leave no day to work on', () => {
  const plan = (calendar: string) =>
    scheduleOf(`---
type: program
id: atlas
owner: maria
calendar: ${calendar}
milestones:
  - { id: a, owner: chen, duration: 3d }
  - { id: b, owner: chen, duration: 2d, depends_on: [a FS-1d] }
---
`);

  it('are findings, and Monday to Friday hold in their place', () => {
    for (const calendar of ['{ workdays: [] }', '{ holidays: [1970-01-01..2199-12-31] }']) {
      const { finish, snapshot } = plan(calendar);
      assert.deepEqual([finish('a'), finish('b')], ['2026-11-04', '2026-11-05']);
      assert.deepEqual(
        snapshot.findings.map(({ code }) => code),
        ['invalid-value'],
      );
    }
  });

  it('are not those that leave only the last days that a plan can name', () => {
    const { finish } = plan('{ holidays: [1970-01-01..2199-12-29] }');
    assert.equal(finish('b'), '2200-01-02');
  });
});

describe('row 50: forecasts beyond all dates', () => {
  it('come from chains of long durations, and are told', () => {
    const entry = (n: number): string =>
      `  - { id: m${n}, owner: chen, duration: 10000d${n > 0 ? `, depends_on: [m${n - 1}]` : ''} }\n`;
    const files: Record<string, string> = {
      'atlas.md': '---\ntype: program\nid: atlas\nowner: maria\ntarget: 2027-01-29\n---\n',
    };
    for (let n = 0; n < 10_000; n++) {
      const path = `part-${Math.floor(n / 1000)}.md`;
      files[path] =
        (files[path] ?? '---\nprogram: atlas\nmilestones:\n') + entry(n) + (n % 1000 === 999 ? '---\n' : '');
    }
    const { finish, forecast, program, snapshot } = scheduleOf(files);
    assert.equal(forecast('m9999').earlyFinish, 100_000_000);
    // 20 million weeks after 2 November 2026, but for the weekend.
    assert.equal(finish('m9999'), '385333-10-23');
    assert.equal(program('atlas').finish, '385333-10-23');
    assert.deepEqual(
      snapshot.findings.map(({ code, related }) => [code, related.length]),
      [['forecast-late', 20]],
    );
  });

  it('are written with as many digits as their years have', () => {
    const day = parseDay('2196-02-29') as number;
    assert.equal(formatDay(day + 20 * 146_097), '10196-02-29');
    assert.equal(formatDay(day + 2_000 * 146_097), '802196-02-29');
    assert.equal(formatDay(parseDay('1970-01-01') as number), '1970-01-01');
  });
});

describe('row 50: lags that lead before the start of the program', () => {
  const found = (link: string, rest = '') => {
    const text = `---
type: program
id: atlas
owner: maria
${rest}milestones:
  - { id: a, owner: chen, duration: 5d }
  - { id: b, owner: chen, duration: 3d, depends_on: [${link}] }
---
`;
    const { findings } = snapshotOf({ 'p.md': text }, { today: '2026-11-02' });
    return findings.map((finding) => `${finding.code} ${marked({ text }, finding)}`);
  };

  it('are findings at the value, whatever the link', () => {
    for (const [link, lag] of [
      ['a FS-6d', '-6d'],
      ['a SS - 1 day', '- 1 day'],
      ['"a FF-10000d"', '-10000d'],
      ['{ id: a, type: SF, lag: -2ew }', '-2ew'],
    ] as const) {
      assert.deepEqual(found(link), [`lead-before-start ${lag}`], link);
    }
  });

  it('are not those that lead to its first day', () => {
    for (const link of ['a FS-5d', 'a SS', 'a FF-4d', 'a FS+3d']) assert.deepEqual(found(link), [], link);
  });

  it('are seen from the start that the program names', () => {
    assert.deepEqual(found('a FS-4d', 'start: 2026-11-09\n'), []);
    assert.deepEqual(found('a FS-6d', 'start: 2026-11-09\n'), ['lead-before-start -6d']);
  });
});
