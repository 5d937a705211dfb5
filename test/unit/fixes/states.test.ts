import assert from 'node:assert/strict';
import { changes, milestone, offered, program } from './fixed.ts';

const SILENCE = /^Silence /;

describe('fixes of dates', () => {
  it('set updated to today', () => {
    const plan = program(
      'owner: m\nrisks:\n  - { id: R-1, owner: m, probability: 10%, impact: low, updated: "2026-10-01" }',
    );
    assert.deepEqual(changes(plan, 'stale', 'Set updated to 2026-11-21'), [
      '-  - { id: R-1, owner: m, probability: 10%, impact: low, updated: "2026-10-01" }',
      '+  - { id: R-1, owner: m, probability: 10%, impact: low, updated: "2026-11-21" }',
    ]);
  });

  it('set expected to the forecast', () => {
    const plan = program(
      [
        'owner: m',
        'start: 2026-11-23',
        'milestones:',
        '  - { id: a, owner: m, duration: 30d }',
        '  - { id: b, owner: m, duration: 5d, depends_on: a, expected: 2026-12-01 }',
      ].join('\n'),
    );
    assert.deepEqual(changes(plan, 'expected-impossible', 'Set expected to 2027-01-08, the forecast'), [
      '-  - { id: b, owner: m, duration: 5d, depends_on: a, expected: 2026-12-01 }',
      '+  - { id: b, owner: m, duration: 5d, depends_on: a, expected: 2027-01-08 }',
    ]);
  });

  it('set no expected date that is still before the start of the item', () => {
    const plan = milestone('owner: m\nstart: 2027-01-29\nduration: 3d\nexpected: 2026-12-11');
    assert.deepEqual(
      offered(plan, 'expected-impossible').filter((title) => !title.startsWith('Silence')),
      [],
    );
  });

  const late = (commitment: string) =>
    program(
      [
        'owner: m',
        'start: 2026-11-23',
        'milestones:',
        '  - { id: a, owner: m, duration: 30d }',
        `  - { id: b, owner: m, due: 2026-12-01, depends_on: a${commitment} }`,
      ].join('\n'),
    );

  it('move a due date that is a target to its forecast', () => {
    assert.deepEqual(changes(late(''), 'forecast-late', 'Move the due date of b to 2027-01-01, its forecast'), [
      '-  - { id: b, owner: m, due: 2026-12-01, depends_on: a }',
      '+  - { id: b, owner: m, due: 2027-01-01, depends_on: a }',
    ]);
  });

  it('leave a date alone that the start of its program holds to a morning: due that day it would be over in the evening', () => {
    const early = [
      'owner: m',
      'start: 2027-01-29',
      'milestones:',
      '  - { id: a, owner: m, due: 2026-12-13 }',
      '  - { id: b, owner: m, due: 2026-12-14, duration: 3d, depends_on: a }',
    ];
    const titles = offered(program(early.join('\n')), 'forecast-late');
    assert.deepEqual(
      titles.filter((title) => !SILENCE.test(title)),
      [],
    );
  });

  for (const firm of [', commitment: firm', ', key: true']) {
    it(`never move a firm date${firm}`, () => {
      assert.deepEqual(
        offered(late(firm), 'forecast-late').filter((title) => !SILENCE.test(title)),
        [],
      );
      const overdue = milestone(`owner: m\ndue: 2026-11-13${firm.replace(', ', '\n')}`);
      assert.deepEqual(
        offered(overdue, 'overdue').filter((title) => !SILENCE.test(title)),
        ['Mark api as done today'],
      );
    });
  }

  it('no date is moved without asking', () => {
    const all = [...offered(late(''), 'forecast-late'), ...offered(milestone('owner: m\ndue: 2026-11-13'), 'overdue')];
    assert.ok(all.some((title) => title.includes('Move the due date')));
    for (const title of all) assert.doesNotMatch(title, /!$|^\* Move/);
  });

  it('make a fact of the future a plan, or one of today', () => {
    const plan = milestone('owner: m\nstatus: in-progress\nstarted: 2026-12-01');
    assert.deepEqual(changes(plan, 'date-in-future', 'It is a plan'), ['-started: 2026-12-01', '+start: 2026-12-01']);
    assert.deepEqual(changes(plan, 'date-in-future', 'Set started'), ['-started: 2026-12-01', '+started: 2026-11-21']);
  });

  it('say when a decision was made, and when a risk is looked at again', () => {
    const plan = program(
      [
        'owner: m',
        'decisions: [{ id: D-1, owner: m, status: accepted, updated: 2026-11-02 }]',
        'risks:',
        '  - { id: R-1, owner: m, probability: 10%, impact: low, review_by: 2026-11-10, review_every: 2w }',
      ].join('\n'),
    );
    assert.deepEqual(offered(plan, 'accepted-without-date').slice(0, 2), [
      'Set date to 2026-11-21, today',
      'Set date to 2026-11-02, when it was last updated',
    ]);
    assert.deepEqual(changes(plan, 'risk-review-overdue', 'Reviewed today: look at it again by 2026-12-05'), [
      '-  - { id: R-1, owner: m, probability: 10%, impact: low, review_by: 2026-11-10, review_every: 2w }',
      '+  - { id: R-1, owner: m, probability: 10%, impact: low, updated: 2026-11-21, review_by: 2026-12-05, review_every: 2w }',
    ]);
  });
});

describe('fixes of states', () => {
  it('mark as done, with completed', () => {
    assert.deepEqual(changes(milestone('owner: m\nstatus: planned\ndue: 2026-11-13'), 'overdue', 'Mark'), [
      '-status: planned',
      '+status: done',
      '+completed: 2026-11-21',
    ]);
    // Where no status is written, the date says it.
    assert.deepEqual(changes(milestone('owner: m\ndue: 2026-11-13'), 'overdue', 'Mark'), ['+completed: 2026-11-21']);
  });

  it('mark what is complete as done, and only when asked', () => {
    const plan = milestone('owner: m\nstatus: in-progress\nprogress: 100%');
    assert.deepEqual(
      offered(plan, 'complete-but-open').filter((title) => !title.startsWith('Silence')),
      ['Mark api as done today'],
    );
    assert.deepEqual(changes(plan, 'complete-but-open', 'Mark api as done today'), [
      '-status: in-progress',
      '+status: done',
      '+completed: 2026-11-21',
    ]);
  });

  it('start what should have started', () => {
    const plan = milestone('owner: m\nstatus: planned\nstart: 2026-11-02\ndue: 2026-12-24');
    assert.deepEqual(changes(plan, 'start-overdue', 'Mark api as started today'), [
      '-status: planned',
      '+status: in-progress',
      '+started: 2026-11-21',
    ]);
  });

  it('finish what is left of what is done, or open it again', () => {
    const plan = {
      'api.md':
        '---\ntype: milestone\nid: api\nowner: m\nstatus: done\ncompleted: 2026-11-01\nprogress: 80%\n---\n\n- [x] a\n- [ ] b\n',
    };
    assert.deepEqual(changes(plan, 'done-with-open-work', 'Set progress to 100% and tick the open box'), [
      '-progress: 80%',
      '+progress: 100%',
      '-- [ ] b',
      '+- [x] b',
    ]);
    assert.deepEqual(changes(plan, 'done-with-open-work', 'Open api again'), [
      '-status: done',
      '-completed: 2026-11-01',
      '+status: in-progress',
    ]);
  });

  it('finish what others have waited for, or remove the link', () => {
    const plan = program(
      'owner: m\nmilestones:\n  - { id: a, owner: m, completed: 2026-11-01, depends_on: b }\n  - { id: b, owner: m, progress: 40% }',
    );
    assert.deepEqual(changes(plan, 'done-before-dependency', 'Mark b as done today'), [
      '-  - { id: b, owner: m, progress: 40% }',
      '+  - { id: b, owner: m, progress: 100%, completed: 2026-11-21 }',
    ]);
    assert.deepEqual(changes(plan, 'done-before-dependency', 'Remove the link'), [
      '-  - { id: a, owner: m, completed: 2026-11-01, depends_on: b }',
      '+  - { id: a, owner: m, completed: 2026-11-01 }',
    ]);
  });

  it('end what blocks', () => {
    const plan = program(
      [
        'owner: m',
        'milestones: [{ id: a, owner: m, status: in-progress, started: 2026-11-02, due: 2026-12-24 }]',
        'issues:',
        '  - id: I-1',
        '    status: open',
        '    owner: m',
        '    blocks: [a]',
      ].join('\n'),
    );
    assert.deepEqual(changes(plan, 'blocked', 'Mark I-1 as resolved today'), [
      '-    status: open',
      '+    status: resolved',
      '+    resolved: 2026-11-21',
    ]);
  });

  it('accept a risk, and create the issue that it became', () => {
    const risk = program('owner: m\nrisks:\n  - { id: R-1, owner: m, probability: high, impact: high }');
    assert.deepEqual(changes(risk, 'risk-without-mitigation', 'Accept R-1'), [
      '-  - { id: R-1, owner: m, probability: high, impact: high }',
      '+  - { id: R-1, owner: m, probability: high, impact: high, response: accept }',
    ]);
    const occurred = program(
      'owner: m\nrisks:\n- id: R-1\n  title: Vendor slips\n  owner: m\n  status: occurred\n  probability: low\n  impact: low',
    );
    assert.deepEqual(changes(occurred, 'occurred-risk-without-issue', 'Create the issue I-1 for it'), [
      '+  became: I-1',
      '+issues:',
      '+- id: I-1',
      '+  title: Vendor slips',
      '+  owner: m',
      '+  opened: 2026-11-21',
    ]);
  });

  it('give an issue no id that somebody names already', () => {
    const risk = '- { id: R-1, title: Vendor slips, status: occurred, probability: low, impact: low }';
    const named = {
      ...program(`owner: m\nrisks:\n${risk}`),
      'notes.md': '---\ntype: milestone\nid: api\nowner: m\n---\n\nSee [[I-1]].\n',
    };
    assert.ok(changes(named, 'occurred-risk-without-issue', 'Create the issue I-2 for it').includes('+- id: I-2'));
  });

  it('escalate to who answers for the program, and say that its risks were gone through', () => {
    const plan = program(
      'owner: Maria Silva\nstart: 2026-09-01\nrisks_reviewed: 2026-10-30\ncadence: { risk_review: 2w }\ngoal: ga\nmilestones:\n  - { id: ga, owner: m, duration: 10d, status: in-progress }\nissues:\n  - { id: I-1, owner: dana, opened: 2026-11-02, blocks: [ga] }',
    );
    assert.deepEqual(changes(plan, 'not-escalated', 'Escalate to Maria Silva today, for an answer by 2026-11-28'), [
      '-  - { id: I-1, owner: dana, opened: 2026-11-02, blocks: [ga] }',
      '+  - { id: I-1, owner: dana, opened: 2026-11-02, blocks: [ga], escalations: [{ to: Maria Silva, on: 2026-11-21, answer_by: 2026-11-28 }] }',
    ]);
    assert.deepEqual(changes(plan, 'risk-review-missed', 'Set risks_reviewed to 2026-11-21'), [
      '-risks_reviewed: 2026-10-30',
      '+risks_reviewed: 2026-11-21',
    ]);
  });

  it('escalate further, one level up or to the same person again', () => {
    const unanswered = (to: string) =>
      program(
        `owner: Maria Silva\nstakeholders: [{ name: Kofi, role: Sponsor }]\nworkstreams: [{ id: w, owner: chen }]\nissues:\n  - id: I-1\n    owner: dana\n    workstream: w\n    escalations:\n      - { to: ${to}, on: 2026-11-03, answer_by: 2026-11-10 } # by phone`,
      );
    const entry = (to: string): string => `+      - { to: ${to}, on: 2026-11-21, answer_by: 2026-11-28 }`;
    for (const [to, above] of [
      ['dana', 'chen'],
      ['chen', 'Maria Silva'],
      ['Maria Silva', 'Kofi'],
    ] as const) {
      const title = `Escalate to ${above} today, for an answer by 2026-11-28`;
      assert.deepEqual(changes(unanswered(to), 'escalation-unanswered', title), [entry(above)]);
    }
    for (const to of ['vp', 'Kofi', 'chen']) {
      const title = `Ask ${to} again today, for an answer by 2026-11-28`;
      assert.deepEqual(changes(unanswered(to), 'escalation-unanswered', title), [entry(to)]);
    }
    const flow = program(
      'owner: m\nissues:\n  - { id: I-1, owner: m, escalations: { to: vp, answer_by: 2026-11-10 } }',
    );
    assert.deepEqual(changes(flow, 'escalation-unanswered', 'Ask vp again').slice(1), [
      '+  - { id: I-1, owner: m, escalations: [{ to: vp, answer_by: 2026-11-10 }, { to: vp, on: 2026-11-21, answer_by: 2026-11-28 }] }',
    ]);
  });

  it('write the path of the file that a metric probably has its values in', () => {
    const plan = (source: string) => ({
      'm.md': `---\ntype: metric\nid: m\nowner: dana\nsource: ${source}\n---\n`,
      'data/velocity.csv': '2026-11-20,41\n',
    });
    const title = 'Change to data/velocity.csv';
    assert.deepEqual(changes(plan('data/velocty.csv # all'), 'metric-source', title), [
      '-source: data/velocty.csv # all',
      '+source: data/velocity.csv # all',
    ]);
    assert.deepEqual(changes(plan('{ file: "data/velocty.csv", value: x }'), 'metric-source', title), [
      '-source: { file: "data/velocty.csv", value: x }',
      '+source: { file: "data/velocity.csv", value: x }',
    ]);
  });

  it('say of health what the forecast says', () => {
    const plan = program(
      'owner: m\nstart: 2026-11-02\nhealth: green\ntarget: 2026-12-01\nmilestones: [{ id: a, owner: m, duration: 60d }]',
    );
    assert.deepEqual(changes(plan, 'health-mismatch', 'Set health to red'), ['-health: green', '+health: red']);
  });
});

describe('the fix that silences', () => {
  it('has an end date, and adds to what is silent already', () => {
    const plan = milestone('owner: m\ndue: 2026-11-13');
    assert.deepEqual(changes(plan, 'overdue', 'Silence overdue on api until 2026-12-05'), [
      '+mute: { overdue: 2026-12-05 }',
    ]);
    const more = milestone('owner: m\ndue: 2026-11-13\nmute:\n  stale: 2026-12-01');
    assert.deepEqual(changes(more, 'overdue', 'Silence'), ['+  overdue: 2026-12-05']);
    const again = milestone('owner: m\ndue: 2026-11-13\nmute: { overdue: 2026-11-20, stale: 2026-12-01 }');
    assert.deepEqual(changes(again, 'overdue', 'Silence'), [
      '-mute: { overdue: 2026-11-20, stale: 2026-12-01 }',
      '+mute: { overdue: 2026-12-05, stale: 2026-12-01 }',
    ]);
  });

  it('is not there for errors, nor for slips of the pen', () => {
    assert.deepEqual(offered(milestone('owner: m\nstatus: plannd'), 'unknown-status'), ['* Change to planned !']);
    assert.deepEqual(offered(milestone('owner: m\nstaus: planned'), 'unknown-field'), ['* Change to status !']);
  });
});
