import assert from 'node:assert/strict';
import { scheduleSchema, showSchema } from './schemas.ts';
import { folderWith, inProcess as milepost } from './support.ts';

const PLAN = `---
type: program
id: atlas
start: 2026-11-02
milestones:
  - { id: A, title: A, duration: 5d }
  - { id: B, duration: 3d, depends_on: A }
  - { id: C, duration: 10d, depends_on: A }
  - { id: D, due: 2026-11-20, depends_on: [B, C] }
  - { id: E, duration: 4d, depends_on: [C SS+2d] }
---
`;

describe('milepost schedule', () => {
  let plan = '';

  before(() => {
    plan = folderWith({ 'milepost.yaml': '', 'atlas.md': PLAN, 'b/other.md': '---\ntype: program\nid: b\n---\n' });
  });

  const on = ['--today', '2026-11-02'];

  it('says so where a file is left out of the plan, which is no error', async () => {
    const wrong = folderWith({
      'a.md': '---\ntype: program\nid: a\nmilestones:\n  - { id: x, duration: 1d, owner: m }\n---\n',
      'b.md': '—\ntype: milestone\nid: y\nowner: m\n—\n',
    });
    const { stdout } = await milepost(wrong, 'schedule', ...on);
    assert.match(stdout, /^ {2}1 document cannot be read whole, so these dates may be wrong \(milepost check\)$/m);
    const unread = folderWith({
      'a.md': '---\ntype: program\nid: a\nowner: m\ndue: 2026-12-01\nmilestones: [{ id: x, duration: 1d }]\n---\n',
      'b.md': '---\ntype: program\nid: b\nowner: m\nmilestones: [{ id: z, duration: 1d }]\n---\n',
    });
    const lost = await milepost(unread, 'schedule', ...on);
    const doubted = '1 document has fields that are not read, so these dates may be wrong (milepost check)';
    assert.equal(lost.stdout.split(doubted).length, 2, lost.stdout);
    const json = await milepost(wrong, 'schedule', ...on, '--format', 'json');
    const { doubt, programs } = scheduleSchema.parse(JSON.parse(json.stdout));
    assert.deepEqual(doubt, {
      message: '1 document cannot be read whole, so these dates may be wrong',
      documents: [{ file: 'b.md', range: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } } }],
    });
    assert.deepEqual(
      programs.map(({ errors }) => errors),
      [0],
    );
  });

  it('says so where errors may keep something out of it', async () => {
    const wrong = folderWith({
      'milepost.yaml': '',
      'a.md': '---\ntype: program\nid: a\ngoal: x\nmilestones:\n  - { id: x, duration: 1d, depends_on: [y] }\n---\n',
      'b.md': '---\ntype: program\nid: b\nmilestones:\n  - { id: z, duration: 1d, owner: m }\n---\n',
    });
    const { stdout } = await milepost(wrong, 'schedule', ...on);
    const told = '1 error in its documents: what they are about may be missing here (milepost check)';
    assert.equal(stdout.split(told).length, 2, stdout);
    assert.ok(stdout.indexOf(told) < stdout.indexOf('b · '));
    const json = await milepost(wrong, 'schedule', ...on, '--format', 'json');
    const { doubt, programs } = scheduleSchema.parse(JSON.parse(json.stdout));
    assert.deepEqual(
      programs.map(({ errors }) => errors),
      [1, 0],
    );
    assert.equal(doubt?.message, '1 document has errors, so these dates may be wrong');
    assert.deepEqual(
      doubt.documents.map(({ file, range }) => [file, range.start.line]),
      [['a.md', 6]],
    );
  });

  it('gives the worked example as JSON', async () => {
    const { stdout } = await milepost(plan, 'schedule', 'atlas', ...on, '--format', 'json');
    const { programs, items, doubt } = scheduleSchema.parse(JSON.parse(stdout));
    assert.equal(doubt, null);
    assert.deepEqual(programs, [
      {
        id: 'atlas',
        title: 'atlas',
        start: '2026-11-02',
        finish: '2026-11-20',
        workingDays: 15,
        target: null,
        baseline: null,
        drift: null,
        driftCalendarDays: null,
        health: { value: 'green', reasons: [] },
        errors: 0,
        goal: null,
        criticalPath: ['atlas/A', 'atlas/C', 'atlas/D'],
      },
    ]);
    assert.deepEqual(items[0], {
      id: 'atlas/A',
      type: 'milestone',
      title: 'A',
      status: 'planned',
      start: '2026-11-02',
      finish: '2026-11-06',
      due: null,
      duration: 5,
      earlyStart: 0,
      earlyFinish: 5,
      lateStart: 0,
      lateFinish: 5,
      totalFloat: 0,
      freeFloat: 0,
      margin: 0,
      slip: null,
      slipCalendarDays: null,
      critical: true,
      baseline: null,
      drift: null,
      driftCalendarDays: null,
      blocked: false,
      blockedBy: [],
      stale: false,
      overdue: false,
      drivers: [{ id: null, kind: 'program-start' }],
    });
    assert.deepEqual(items[4]?.drivers, [{ id: 'atlas/C', kind: 'SS', lag: '2d' }]);
  });

  it('gives it as text', async () => {
    const { stdout, status } = await milepost(plan, 'schedule', 'atlas', ...on);
    assert.equal(status, 0);
    assert.equal(
      stdout,
      [
        'atlas  green',
        'atlas · 2026-11-02 to 2026-11-20, 15 working days',
        '',
        'Critical path',
        '     id  start       finish      due         slip  float  margin  driven by',
        "  *  A   2026-11-02  2026-11-06                    0d     0d      the program's start",
        '  *  C   2026-11-09  2026-11-20                    0d     0d      A',
        '  *  D               2026-11-20  2026-11-20        0d     0d      C, its date',
        '',
        'Open items',
        '     id  start       finish      due         slip  float  margin  driven by',
        "  *  A   2026-11-02  2026-11-06                    0d     0d      the program's start",
        '     B   2026-11-09  2026-11-11                    7d     7d      A',
        '  *  C   2026-11-09  2026-11-20                    0d     0d      A',
        '  *  D               2026-11-20  2026-11-20        0d     0d      C, its date',
        '     E   2026-11-11  2026-11-16                    4d             C SS+2d',
        '',
      ].join('\n'),
    );
  });

  it('takes the ids of programs', async () => {
    const { stderr, status } = await milepost(plan, 'schedule', 'altas');
    assert.equal(status, 2);
    assert.match(stderr, /there is no program "altas": did you mean atlas\?/);
  });

  it('explains one item', async () => {
    const { stdout } = await milepost(plan, 'show', 'C', ...on);
    assert.match(
      stdout,
      /^Why\n {2}C on 2026-11-20, driven by A\n {2}A on 2026-11-06, driven by the program's start\n/m,
    );
    const json = await milepost(plan, 'show', 'B', ...on, '--format', 'json');
    assert.equal(showSchema.parse(JSON.parse(json.stdout)).items[0]?.schedule?.totalFloat, 7);
  });

  it('lists what is critical and what is late', async () => {
    const ids = async (...args: string[]) => (await milepost(plan, 'list', ...args, ...on)).stdout.match(/^\S+/gm);
    assert.deepEqual(await ids('milestones', 'critical', 'program=atlas'), ['atlas/A', 'atlas/C', 'atlas/D']);
    assert.deepEqual(await ids('late'), null);
    assert.deepEqual((await milepost(plan, 'list', 'late', '--today', '2026-11-06')).stdout.match(/^\S+/gm), [
      'atlas/D',
    ]);
  });
});
