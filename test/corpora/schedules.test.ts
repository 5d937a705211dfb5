import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { scheduleOf } from '../support/schedule.ts';

const corpora = new URL('../../../shared/corpora/', import.meta.url);

/** Every day is a working day, so that days of work are days. */
const SEVEN_DAYS = 'calendar: { workdays: [mon, tue, wed, thu, fri, sat, sun] }';

const program = (milestones: readonly string[]): string =>
  ['---', 'type: program', 'id: p', 'start: 2026-11-02', SEVEN_DAYS, 'milestones:', ...milestones, '---', ''].join(
    '\n',
  );

const read = <T>(name: string): T[] =>
  readFileSync(new URL(name, corpora), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

interface Network {
  readonly file: string;
  readonly durations: Readonly<Record<string, number>>;
  readonly successors: Readonly<Record<string, readonly number[]>>;
  readonly mpm_time: number;
}

interface Case {
  readonly name: string;
  readonly activities: readonly { readonly id: string; readonly duration: number }[];
  readonly relations: readonly {
    readonly from: string;
    readonly to: string;
    readonly type: string;
    readonly lag: number;
  }[];
  readonly duration: number;
  readonly expect: Readonly<Record<string, Readonly<Record<string, number | boolean>>>>;
}

describe('networks that others have solved', () => {
  if (!existsSync(corpora)) {
    it('are left out: the corpora are not beside the project');
    return;
  }

  it('PSPLIB j30: the length of the critical path, in all 480', () => {
    const networks = read<Network>('psplib-j30.jsonl');
    assert.equal(networks.length, 480);
    for (const { file, durations, successors, mpm_time } of networks) {
      const waitsFor = new Map<string, string[]>();
      for (const [from, list] of Object.entries(successors)) {
        for (const to of list) waitsFor.set(`${to}`, [...(waitsFor.get(`${to}`) ?? []), `a${from}`]);
      }
      const milestones = Object.entries(durations).map(
        ([id, days]) => `  - { id: a${id}, duration: ${days}d, depends_on: [${waitsFor.get(id) ?? ''}] }`,
      );
      assert.equal(scheduleOf(program(milestones)).program('p').workingDays, mpm_time, file);
    }
  });

  it('links of all types with lags: every early and late date, in all 24', () => {
    const cases = read<Case>('link-types.jsonl');
    assert.equal(cases.length, 24);
    for (const { name, activities, relations, duration, expect } of cases) {
      const milestones = activities.map((activity) => {
        const links = relations
          .filter(({ to }) => to === activity.id)
          .map(({ from, type, lag }) => `a${from} ${type}${lag < 0 ? lag : `+${lag}`}d`);
        return `  - { id: a${activity.id}, duration: ${activity.duration}d, depends_on: [${links.join(', ')}] }`;
      });
      const { forecast, program: of } = scheduleOf(program(milestones));
      assert.equal(of('p').workingDays, duration, name);
      for (const [id, values] of Object.entries(expect)) {
        const { earlyStart, earlyFinish, lateStart, lateFinish, totalFloat, critical } = forecast(`a${id}`);
        const found = {
          early_start: earlyStart,
          early_finish: earlyFinish,
          late_start: lateStart,
          late_finish: lateFinish,
        };
        for (const [key, value] of Object.entries(values)) {
          const all: Record<string, unknown> = { ...found, total_float: totalFloat, critical };
          assert.equal(all[key], value, `${name}: ${id} ${key}`);
        }
      }
    }
  });
});
