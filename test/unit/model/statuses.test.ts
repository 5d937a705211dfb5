import assert from 'node:assert/strict';
import { ITEM_TYPES } from '../../../src/core/model/registry.ts';
import { statusesOf } from '../../../src/core/model/status.ts';
import { problemsOf, readPlan } from '../../support/reading.ts';

/** The table of the format: open statuses, then closed ones; the first is the default. */
const STATUSES: Readonly<Record<string, readonly [open: string, closed: string]>> = {
  program: ['active planned on-hold', 'done cancelled'],
  workstream: ['active planned on-hold', 'done cancelled'],
  milestone: ['planned in-progress at-risk blocked', 'done cancelled'],
  risk: ['open mitigating accepted', 'occurred closed'],
  decision: ['proposed', 'accepted rejected deprecated superseded'],
  issue: ['open in-progress', 'resolved'],
  dependency: ['requested committed at-risk declined', 'delivered'],
  action: ['open in-progress', 'done cancelled'],
  objective: ['active at-risk', 'achieved missed cancelled'],
  metric: ['tracked', 'retired'],
  update: ['draft', 'published'],
  retro: ['planned', 'held cancelled'],
  gate: ['not-started submitted rejected', 'approved waived'],
};

const FIRST = ['todo', 'not-started', 'backlog', 'new'];
const STARTED = ['wip', 'doing', 'started', 'ongoing'];
const ENDED = ['done', 'complete', 'completed', 'closed', 'shipped', 'fixed'];
const GOOD_ENDINGS = [
  'done',
  'closed',
  'resolved',
  'delivered',
  'approved',
  'achieved',
  'retired',
  'published',
  'held',
];

const item = (type: string, lines: string, config = '') => {
  const document = readPlan(`---\ntype: ${type}\nid: it\n${lines}\n---\n`, { config });
  const [first] = document.items;
  return { status: first?.status, closed: first?.closed, document, problems: problemsOf(document) };
};

describe('statuses', () => {
  for (const type of ITEM_TYPES) {
    const [open, closed] = (STATUSES[type.name] as [string, string]).map((words) => words.split(' ')) as [
      string[],
      string[],
    ];

    describe(`of a ${type.name}`, () => {
      it('are those of the format', () => {
        assert.deepEqual(statusesOf(type), [...open, ...closed]);
        assert.equal(item(type.name, '').status, open[0]);
        assert.equal(item(type.name, '').closed, false);
        for (const status of open) assert.equal(item(type.name, `status: ${status}`).closed, false);
        for (const status of closed) assert.equal(item(type.name, `status: ${status}`).closed, true);
      });

      it('are read in any case, with spaces or hyphens', () => {
        for (const status of [...open, ...closed]) {
          for (const written of [status.toUpperCase(), status.replace('-', ' '), status.replace('-', '_')]) {
            assert.deepEqual(item(type.name, `status: ${written}`).problems, []);
            assert.equal(item(type.name, `status: ${written}`).status, status);
          }
        }
      });

      it('are also meant by common words', () => {
        const own = [...open, ...closed];
        const means = (words: string[], status: string | undefined) => {
          for (const word of words) {
            const expected = own.includes(word) ? word : status;
            const { status: read, problems } = item(type.name, `status: ${word}`);
            if (expected) assert.equal(read, expected, word);
            assert.equal(problems.length, expected ? 0 : 1, word);
          }
        };
        means(FIRST, open[0]);
        means(STARTED, own.includes('in-progress') ? 'in-progress' : undefined);
        means(
          ENDED,
          GOOD_ENDINGS.find((word) => closed.includes(word)),
        );
        means(['canceled', 'dropped'], own.includes('cancelled') ? 'cancelled' : undefined);
        means(['approved'], own.includes('accepted') ? 'accepted' : undefined);
      });
    });
  }

  it('that a type does not have are findings that name the nearest', () => {
    const { problems, document } = item('milestone', 'status: in-progres');
    assert.deepEqual(problems, ['unknown-status 4:9 "in-progres"']);
    assert.equal(document.problems[0]?.suggestion, 'in-progress');
    assert.match(
      item('issue', 'status: parked').document.problems[0]?.message ?? '',
      /not a status of an issue: write open, in-progress or resolved/,
    );
  });

  it('are one word', () => {
    assert.deepEqual(item('milestone', 'status: [done]').problems, ['unknown-status 4:9 "[done]"']);
    assert.equal(item('milestone', 'status:').status, 'planned');
    assert.equal(item('milestone', 'status: ~').status, 'planned');
  });

  it('may be words of the project', () => {
    const config = 'statuses: { milestone: { done: [launched, "Went Live"], at-risk: shaky }, risk: { closed: gone } }';
    assert.equal(item('milestone', 'status: Launched', config).status, 'done');
    assert.equal(item('milestone', 'status: went live', config).status, 'done');
    assert.equal(item('milestone', 'status: shaky', config).status, 'at-risk');
    assert.equal(item('risk', 'status: gone', config).status, 'closed');
    assert.equal(item('risk', 'status: launched', config).problems.length, 1);
    assert.equal(item('milestone', 'status: lanched', config).document.problems[0]?.suggestion, 'launched');
  });

  it('mean what the project says before what everybody says, but are never another status', () => {
    const config = 'statuses: { milestone: { in-progress: [new, done] } }';
    assert.equal(item('milestone', 'status: new', config).status, 'in-progress');
    assert.equal(item('milestone', 'status: done', config).status, 'done');
  });

  it('may be names that every object has, and are then none', () => {
    for (const word of ['constructor', '__proto__', 'toString', 'first', 'good']) {
      assert.deepEqual(item('milestone', `status: ${word}`).problems, [`unknown-status 4:9 "${word}"`]);
    }
  });
});

describe('closing dates', () => {
  const dates: readonly (readonly [string, string, string])[] = [
    ['program', 'completed', 'done'],
    ['workstream', 'completed', 'done'],
    ['milestone', 'completed', 'done'],
    ['risk', 'completed', 'closed'],
    ['risk', 'occurred_on', 'occurred'],
    ['decision', 'date', 'accepted'],
    ['issue', 'resolved', 'resolved'],
    ['dependency', 'delivered', 'delivered'],
    ['action', 'done', 'done'],
    ['decision', 'completed', 'accepted'],
    ['issue', 'completed', 'resolved'],
    ['dependency', 'completed', 'delivered'],
    ['action', 'completed', 'done'],
  ];
  for (const [type, name, status] of dates) {
    it(`${name} closes a ${type} that says no status`, () => {
      assert.equal(item(type, `${name}: 2026-11-02`).status, status);
      assert.equal(item(type, `${name}: 2026-11-02`).closed, true);
    });

    it(`${name} of a ${type} gives way to a status`, () => {
      const [open] = (STATUSES[type] as [string, string])[0].split(' ');
      assert.equal(item(type, `status: ${open}\n${name}: 2026-11-02`).status, open);
    });
  }

  it('that are not yet known, or wrong, close nothing', () => {
    assert.equal(item('milestone', 'completed: tbd').closed, false);
    assert.equal(item('milestone', 'completed: soon').closed, false);
  });
});
