import assert from 'node:assert/strict';
import { scheduleOf } from '../../support/schedule.ts';

const plan = (duration: string): string => `---
type: program
id: atlas
start: 2026-11-02
milestones:
  - { id: A, duration: 5d }
  - { id: B, duration: 3d, depends_on: A }
  - { id: C, duration: ${duration}, depends_on: A }
  - { id: D, due: 2026-11-20, depends_on: [B, C] }
  - { id: E, duration: 4d, depends_on: [C SS+2d] }
---
`;

describe('the worked example', () => {
  const { row, program, drivers } = scheduleOf(plan('10d'));
  const expected = (line: string) => {
    const [start, finish, totalFloat, freeFloat, margin, critical] = line.split(' ') as [string, string, ...string[]];
    return {
      start: start === '-' ? undefined : `2026-11-${start}`,
      finish: `2026-11-${finish}`,
      totalFloat: Number(totalFloat),
      freeFloat: Number(freeFloat),
      margin: margin === 'none' ? undefined : Number(margin),
      critical: critical === 'yes',
    };
  };

  it('has these dates and floats', () => {
    assert.deepEqual(row('A'), expected('02 06 0 0 0 yes'));
    assert.deepEqual(row('B'), expected('09 11 7 7 7'));
    assert.deepEqual(row('C'), expected('09 20 0 0 0 yes'));
    assert.deepEqual(row('D'), expected('- 20 0 0 0 yes'));
    assert.deepEqual(row('E'), expected('11 16 4 4 none'));
  });

  it('finishes on 20 November along A, C and D', () => {
    const { start, finish, workingDays, criticalPath } = program('atlas');
    assert.deepEqual([start, finish, workingDays], ['2026-11-02', '2026-11-20', 15]);
    assert.deepEqual(criticalPath, ['A', 'C', 'D']);
    assert.deepEqual(drivers('A'), ['program-start']);
    assert.deepEqual(drivers('C'), ['A']);
  });

  it('slips by two working days when C takes two more', () => {
    const later = scheduleOf(plan('12d'));
    assert.equal(later.finish('D'), '2026-11-24');
    assert.equal(later.forecast('D').slip, 2);
    assert.equal(later.forecast('D').slipCalendarDays, 4);
    assert.equal(later.forecast('D').margin, -2);
    assert.deepEqual(later.drivers('D'), ['C']);
    assert.deepEqual(later.drivers('C'), ['A']);
  });
});
