import assert from 'node:assert/strict';
import { exportMspdi } from '../../../src/cli/export/export-mspdi.ts';
import type { Item } from '../../../src/core/plan/item.ts';
import type { Snapshot } from '../../../src/workspace/snapshot.ts';
import { type MspdiTask, readMspdi } from '../../oracles/mspdi-file.ts';
import { scheduleMspdi } from '../../oracles/mspdi-schedule.ts';
import { written } from '../../oracles/reference-plan.ts';
import { filesIn } from '../../support/folder.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts';
import { snapshotOf } from '../../support/plan.ts';

/** The items of a plan as a file, read again; with its tasks by id, and what was told. */
function exported(snapshot: Snapshot, which: (item: Item) => boolean = () => true) {
  const told: string[] = [];
  const xml = exportMspdi(snapshot.plan.items.filter(which), snapshot, (what) => told.push(what));
  const file = readMspdi(xml);
  const task = (key: string): MspdiTask => {
    const found = file.tasks.find(({ extended }) => extended.get('188743731') === key);
    assert.ok(found, `${key} is not in the file`);
    return found;
  };
  return { xml, file, task, told, times: scheduleMspdi(file) };
}

const at = (minutes: number | undefined): string =>
  minutes === undefined ? '-' : new Date(minutes * 60_000).toISOString().slice(0, 16);
const date = (minutes: number): string => written(Math.floor(minutes / (24 * 60)));

const LINKS = `---
type: program
id: p
start: 2026-11-02
calendar: { workdays: [mon, tue, wed, thu, fri], holidays: [2026-11-11] }
workstreams:
  - { id: night, title: Night shift, calendar: { workdays: [mon, tue, wed, thu, fri, sat], holidays: [] } }
milestones:
  - { id: base, duration: 5d, owner: maria }
  - { id: fs, duration: 2d, depends_on: [base] }
  - { id: fs-lag, duration: 2d, depends_on: [base FS+2d] }
  - { id: fs-lead, duration: 2d, depends_on: [base FS-1d] }
  - { id: fs-elapsed, duration: 2d, depends_on: [base FS+3ed] }
  - { id: ss, duration: 4d, depends_on: [base SS+2d] }
  - { id: ff, duration: 2d, depends_on: [base FF+1w] }
  - { id: sf, duration: 3d, depends_on: [base SF+8d] }
  - { id: half, duration: 1.5d, depends_on: [base] }
  - { id: after-half, duration: 1d, depends_on: [half] }
  - { id: elsewhere, duration: 3d, workstream: night, depends_on: [after-half FS+1d] }
  - { id: end, depends_on: [elsewhere], due: 2026-12-04 }
  - { id: sunday, due: 2026-11-29 }
  - { id: window, duration: 1d, depends_on: [base], windows: [2026-11-26] }
  - { id: both, duration: 1d, depends_on: [base, "base SS+9d"] }
  - { id: running, duration: 10d, started: 2026-10-19, progress: 40% }
  - { id: over, duration: 3d, started: 2026-10-19, completed: 2026-10-22 }
---
`;

describe('export for MS Project', () => {
  it('has each type of link, lags of both sorts and calendars, and is scheduled to the same dates', () => {
    const snapshot = snapshotOf({ 'README.md': LINKS }, { today: '2026-11-02' });
    const { file, task, told, times } = exported(snapshot);
    const linksOf = (id: string): unknown[] =>
      task(`p/${id}`).links.map(({ type, lag, isElapsed }) => [type, lag / (isElapsed ? 24 * 60 : 480), isElapsed]);
    assert.deepEqual(['fs', 'fs-lag', 'fs-lead', 'fs-elapsed', 'ss', 'ff', 'sf'].flatMap(linksOf), [
      ['FS', 0, false],
      ['FS', 2, false],
      ['FS', -1, false],
      ['FS', 3, true],
      ['SS', 2, false],
      ['FF', 5, false],
      ['SF', 8, false],
    ]);
    for (const item of snapshot.plan.ofType('milestone')) {
      const found = times.get(task(item.key).uid);
      assert.ok(found);
      const { start, finish } = snapshot.state.schedule.of(item) ?? {};
      if (start !== undefined) assert.equal(date(found.start), written(start), item.key);
      assert.equal(date(found.finish), written(finish as number), item.key);
    }
    assert.deepEqual(
      [...file.calendars.values()].map(({ name }) => name),
      ['Standard', 'Every day', 'Night shift'],
    );
    const night = file.calendars.get(task('p/elsewhere').calendar as number);
    const shifts = (day: string) => night?.shiftsOn(Date.parse(day) / 86_400_000);
    assert.equal(shifts('2026-11-14')?.length, 2, 'a Saturday');
    assert.deepEqual(shifts('2026-11-15'), [], 'a Sunday');
    assert.deepEqual(told, [
      'MS Project knows no windows, so held in theirs by a constraint: p/window',
      'MS Project links two tasks only once, so the link that says more was kept: p/base and p/both',
    ]);
  });

  it('says what has happened, and splits what waits for today', () => {
    const { task } = exported(snapshotOf({ 'README.md': LINKS }, { today: '2026-11-02' }));
    const running = task('p/running');
    assert.deepEqual(
      [running.percent, running.duration / 480, at(running.actualStart), at(running.resume), at(running.finish)],
      [40, 10, '2026-10-19T08:00', '2026-11-02T08:00', '2026-11-09T17:00'],
    );
    const over = task('p/over');
    assert.deepEqual(
      [over.percent, at(over.actualStart), at(over.actualFinish)],
      [100, '2026-10-19T08:00', '2026-10-22T17:00'],
    );
  });

  it('keeps the start that an event says, also where what it waits for holds it as long', () => {
    const { xml } = exported(
      snapshotOf(
        {
          'README.md': `---
type: program
id: p
start: 2026-11-02
calendar: { workdays: [sat, sun, mon, tue, wed] }
workstreams: [{ id: office, title: Office, calendar: { workdays: [mon, tue, wed, thu, fri] } }]
issues: [{ id: sunday, title: Sunday, due: 2026-12-06, blocks: [kick-off] }]
milestones: [{ id: kick-off, title: Kick-off, workstream: office, start: 2026-12-07 }]
---
`,
        },
        { today: '2026-11-02' },
      ),
    );
    assert.match(xml, /<Name>Kick-off<[\s\S]*<ConstraintType>4<[\s\S]*<ConstraintDate>2026-12-07T08:00:00</);
  });

  it('is an outline with summaries, deadlines, owners and milestones', () => {
    const { file, task } = exported(snapshotOf({ 'README.md': LINKS }, { today: '2026-11-02' }));
    assert.deepEqual(
      file.tasks
        .filter(({ isSummary }) => isSummary)
        .map(({ outline, level, name, uid }) => [outline, level, name, uid > 0]),
      [
        ['0', 0, 'p', false],
        ['1', 1, 'p', true],
        ['1.17', 2, 'Night shift', true],
      ],
    );
    assert.equal(task('p/elsewhere').outline, '1.17.1');
    assert.equal(at(task('p/end').deadline), '2026-12-04T17:00');
    assert.deepEqual([task('p/end').isMilestone, task('p/base').isMilestone], [true, false]);
    assert.equal(at(task('p/sunday').finish), '2026-11-29T17:00');
    assert.equal(task('p/base').contact, 'maria');
    assert.equal(file.assigned.get(task('p/base').uid), 'maria');
    assert.equal(new Set(file.tasks.map(({ uid }) => uid)).size, file.tasks.length);
    assert.ok(
      file.tasks.every(({ guid }) =>
        /^[0-9A-F]{8}-[0-9A-F]{4}-8[0-9A-F]{3}-[89AB][0-9A-F]{3}-[0-9A-F]{12}$/.test(guid),
      ),
    );
  });

  it('keeps numbers and GUIDs whatever else changes', () => {
    const first = exported(snapshotOf({ 'README.md': LINKS }, { today: '2026-11-02' }));
    const later = LINKS.replace('id: base, duration: 5d', 'id: base, title: Base, duration: 9d').replace(
      /.*id: half.*\n/,
      '',
    );
    const second = exported(snapshotOf({ 'README.md': later }, { today: '2026-11-23' }));
    for (const key of ['p/base', 'p/fs', 'p/over', 'p']) {
      const [a, b] = [first.task(key), second.task(key)];
      assert.deepEqual([a.uid, a.guid], [b.uid, b.guid], key);
    }
  });

  it('has two tasks of two items that share an id', () => {
    const one = '---\ntype: milestone\nid: same\nduration: 2d\n---\n';
    const last = '---\ntype: milestone\nid: last\nduration: 1d\ndepends_on: [same]\n---\n';
    const { file } = exported(snapshotOf({ 'a.md': one, 'b.md': one, 'c.md': last }));
    assert.equal(new Set(file.tasks.map(({ uid }) => uid)).size, 5);
    assert.equal(new Set(file.tasks.map(({ guid }) => guid)).size, 5);
  });

  it('holds what waits for something that is not exported, and says so', () => {
    const snapshot = snapshotOf({ 'README.md': LINKS }, { today: '2026-11-02' });
    const { file, task, told, times } = exported(snapshot, ({ id }) => id === 'elsewhere');
    assert.equal(file.tasks.filter(({ isSummary }) => !isSummary).length, 1);
    assert.equal(at(times.get(task('p/elsewhere').uid)?.finish), at(task('p/elsewhere').finish));
    assert.deepEqual(told, ['held where they are, since what they wait for is not exported: p/elsewhere']);
  });

  it('says what is left out, and is a file even of nothing', () => {
    const risk = '---\ntype: risk\nid: R-1\nowner: dana\nprobability: low\nimpact: low\n---\n';
    const gone = '---\ntype: milestone\nid: gone\nowner: chen\nstatus: cancelled\n---\n';
    const { file, told } = exported(snapshotOf({ 'a.md': risk, 'b.md': gone }));
    assert.deepEqual(file.tasks, []);
    assert.deepEqual(told, ['left out, since a schedule has no place for it: 1 risk, 1 cancelled milestone']);
  });

  it('carries every text that XML can hold, and no other', () => {
    const texts = [
      ...HOSTILE_TEXTS,
      ']]>',
      '<![CDATA[x]]>',
      '<!--',
      '&amp;lt;',
      '&#0;',
      '\u0001\u0008\u001f',
      '\ud800',
      '\ufffe',
      '😀 移行 Größe',
    ];
    const files = Object.fromEntries(
      texts.map((text, index) => [
        `${index}.md`,
        `---\ntype: milestone\nid: m-${index}\nowner: ${JSON.stringify(`o ${text}`)}\ntitle: ${JSON.stringify(text)}\n---\n${text}\n`,
      ]),
    );
    const { task } = exported(snapshotOf(files));
    const safe = (text: string): string =>
      text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '\u{fffd}');
    for (const [index, text] of texts.entries()) {
      const { name, notes } = task(`plan/m-${index}`);
      assert.ok(name === (safe(text.replace(/\s+/g, ' ').trim()).slice(0, 512) || `m-${index}`), name);
      assert.ok(notes.startsWith(`${index}.md`));
    }
  });

  it('of the example has its dates', () => {
    const snapshot = snapshotOf(filesIn(new URL('../../../examples/atlas/', import.meta.url)), { today: '2026-11-21' });
    const { task, told, times } = exported(snapshot);
    let compared = 0;
    for (const item of snapshot.plan.items) {
      const forecast = snapshot.state.schedule.of(item);
      if (!forecast) continue;
      const found = times.get(task(item.key).uid);
      assert.ok(found);
      if (forecast.start !== undefined) assert.equal(date(found.start), written(forecast.start), item.key);
      assert.equal(date(found.finish), written(forecast.finish), item.key);
      compared++;
    }
    assert.ok(compared > 30, `${compared} tasks`);
    assert.deepEqual(
      told.map((line) => line.split(':')[0]),
      ['left out, since a schedule has no place for it'],
    );
  });
});
