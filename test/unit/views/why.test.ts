import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { Item } from '../../../src/core/plan/item.ts';
import type { ChainNode } from '../../../src/core/views/chain-node.ts';
import { criticality } from '../../../src/core/views/why/criticality.ts';
import { whyOf } from '../../../src/core/views/why/why.ts';
import { snapshotOf } from '../../support/plan.ts';
import { whyText } from './why-text.ts';

const PLAN = `---
type: program
id: atlas
start: 2026-11-02
goal: go-live
milestones:
  - { id: contract, status: done, completed: 2026-11-06 }
  - { id: schema, title: Schema v2, started: 2026-11-02, duration: 20d, progress: 50%, depends_on: [contract] }
  - { id: backfill, duration: 10d, due: 2026-12-11, depends_on: [schema FS+2d, training] }
  - { id: training, expected: 2026-11-27, duration: 2d }
  - { id: audit, start: 2026-12-07, duration: 2d }
  - { id: go-live, due: 2026-12-18, commitment: firm, depends_on: [backfill, audit] }
  - { id: party, duration: 1d, depends_on: [go-live] }
  - { id: shelf, status: cancelled }
  - { id: loop-a, duration: 1d, depends_on: [loop-b, shelf] }
  - { id: loop-b, duration: 1d, depends_on: [loop-a] }
risks:
  - { id: R-1 }
---
`;

const snapshot = snapshotOf({ 'plan.md': PLAN }, { today: '2026-11-21' });
const item = (id: string): Item => snapshot.plan.lookup.member('atlas', id) as Item;
const why = (id: string): ChainNode => whyOf(item(id), snapshot);
const written = ({ place }: ChainNode) => place?.source.text.slice(place.range.start, place.range.end);
const sentence = (id: string) => why(id).children()[0]?.label;

describe('why', () => {
  it('follows what drives an item back to what nothing drives', () => {
    assert.equal(
      whyText(why('go-live')),
      `go-live  22 Dec (+2d)
  backfill  22 Dec (+7d)
    schema  4 Dec · FS+2d gives 9 Dec · Schema v2
      10 working days left, from today on: 50 % of 20d done
`,
    );
  });

  it('names the day of the window that holds an item, even one on which nobody works', () => {
    const text = '---\ntype: milestone\nid: cutover\nduration: 8d\nwindows: [2026-11-14..2026-11-15]\n---\n';
    const { plan, ...rest } = snapshotOf({ 'a.md': text }, { today: '2026-11-02' });
    assert.match(whyText(whyOf(plan.items[0] as Item, { plan, ...rest })), /its window of 14 Nov\n/);
  });

  it('stands on the reference that makes a link, and on the field that makes a limit', () => {
    const [, backfill] = why('go-live').children();
    assert.equal(backfill && written(backfill), 'backfill');
    const schema = backfill?.children()[0];
    assert.equal(schema && written(schema), 'schema');
    assert.deepEqual(schema?.children().map(written), ['50%']);
    assert.deepEqual(why('training').children().slice(1).map(written), ['2026-11-27']);
    assert.deepEqual(why('audit').children().slice(1).map(written), ['2026-12-07']);
  });

  it('keeps what does not drive aside, with its slack', () => {
    const idle = why('go-live')
      .children()
      .find(({ kind }) => kind === 'idle');
    assert.match(`${idle?.label} ${idle?.description}`, /^1 other link does not drive: \d+ working days of slack$/);
    assert.equal(idle?.drives, false);
    assert.match(idle?.children()[0]?.description ?? '', /^8 Dec · does not drive: \d+ working days of slack$/);
  });

  it('says whether an item is critical, and why it is not', () => {
    assert.equal(sentence('go-live'), 'Critical: it is the goal of its program');
    assert.equal(sentence('schema'), 'Critical: every slip moves go-live');
    assert.match(sentence('audit') ?? '', /^Not critical: it could slip \d+ working days before go-live moves$/);
    assert.equal(sentence('party'), 'Not critical: it does not lead to go-live');
    assert.equal(sentence('contract'), 'Not critical: it is done, since 6 Nov');
    assert.equal(sentence('shelf'), 'Not critical: it is cancelled, and in no forecast');
    assert.equal(sentence('R-1'), 'Not critical: a risk takes no part in the forecast');
  });

  it('says of a goal that stands on a date after how many days a slip moves it, whatever other dates there are', () => {
    const said = (first: string, goal: string, other = '1d'): string => {
      const { plan, state, today } = snapshotOf({
        'a.md': `---\ntype: program\nid: p\ngoal: launch\ntarget: 2026-11-30\nmilestones:\n  - { id: a, ${first} }\n  - { id: b, duration: ${other} }\n  - { id: launch, ${goal}, depends_on: [a, b] }\n---\n`,
      });
      return criticality(plan.lookup.member('p', 'a') as Item, state, today);
    };
    const waits = 'Critical: on the longest way to launch, which waits for its date: a slip moves it after';
    assert.equal(said('duration: 5d', 'due: 2026-12-04'), `${waits} 5 working days`);
    assert.equal(said('duration: 5d, due: 2026-11-24', 'due: 2026-12-04'), `${waits} 5 working days`);
    assert.equal(said('duration: 5d', 'expected: 2026-12-04, due: 2026-11-25'), `${waits} 5 working days`);
    assert.equal(
      said('duration: 5d, status: in-progress, progress: 50%', 'due: 2026-12-04'),
      `${waits} 7.5 working days`,
    );
    assert.equal(said('duration: 10d', 'due: 2026-12-04'), 'Critical: every slip moves launch');
    assert.equal(said('duration: 5d', 'duration: 5d, due: 2026-12-31'), 'Critical: every slip moves launch');
    assert.equal(
      said('duration: 5d', 'due: 2026-12-04', '7d'),
      'Not critical: it could slip 5 working days before launch moves',
    );
  });

  it('leaves out, and says so, what is dropped and what closes a cycle', () => {
    const left = ['loop-a', 'loop-b'].flatMap((id) =>
      why(id)
        .children()
        .flatMap((node) => (node.kind === 'idle' ? node.children() : []))
        .map(({ label, description }) => `${label} ${description}`),
    );
    assert.deepEqual(left, [
      'loop-b left out of the forecast: the link closes a cycle',
      'shelf left out of the forecast: it is cancelled',
    ]);
  });

  it('is made as it is unfolded: of a chain of two thousand links only those that are looked at', () => {
    const links = Array.from(
      { length: 2000 },
      (_, n) => `  - { id: m${n}, duration: 1d${n ? `, depends_on: [m${n - 1}]` : ''} }\n`,
    );
    const long = snapshotOf({ 'a.md': `---\ntype: register\nmilestones:\n${links.join('')}---\n` });
    const { schedule } = long.state;
    let asked = 0;
    const counting = new Proxy(schedule, {
      get(target, name) {
        if (name === 'waits') asked++;
        const value: unknown = Reflect.get(target, name);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
    const root = whyOf(long.plan.items.at(-1) as Item, { ...long, state: { ...long.state, schedule: counting } });
    assert.equal(asked, 0);
    assert.equal(whyText(root, 12).trimEnd().split('\n').length, 12);
    assert.ok(asked <= 12, `${asked} items were asked what they wait for`);
  });
});
