import assert from 'node:assert/strict';
import { BLOCK_VIEWS } from '../../../src/core/blocks/registry.ts';
import { diffPlans } from '../../../src/core/diff/diff-plans.ts';
import type { BeganWith } from '../../../src/core/report/change.ts';
import { atOnce } from '../../../src/core/text/at-once.ts';
import { forecastText } from '../../../src/core/views/forecast-label.ts';
import { timelineOf } from '../../../src/core/views/timeline/timeline.ts';
import { snapshotOf } from '../../support/plan.ts';

/** A day of one of the sides, 2026-11-21 where left out, and the plan on it. */
interface Side {
  readonly plan: string;
  readonly today?: string;
  /** What the time of the report begins with. */
  readonly with?: BeganWith;
}

/** What a part of a report says of a plan; of what changed since another one where there is that. */
function said(
  view: string,
  now: Side,
  then?: Side,
  options: ReadonlyMap<string, string> = new Map(),
): readonly string[] {
  const found = BLOCK_VIEWS.find(({ name }) => name === view);
  assert.ok(found);
  const [after, before] = [now, then].map(
    (side) => side && snapshotOf({ 'README.md': side.plan }, { today: side.today ?? '2026-11-21' }),
  );
  assert.ok(after);
  const begun = then?.with;
  const change = before && {
    since: before.today,
    with: begun,
    diff: atOnce(diffPlans(before, after)),
    missing: undefined,
  };
  const { plan, state, today } = after;
  const rest = { from: 'report.md', options, accepts: () => true, hasFilters: false, change };
  const lines = [...atOnce(found.lines({ plan, state, today, ...rest }))];
  return lines.map((line) => line.replace(/\]\([^)]*\)/g, ']'));
}

const plan = (...lines: readonly string[]): string =>
  `---\ntype: program\nid: p\ntitle: P\nstart: 2026-11-02\n${lines.join('\n')}\n---\n`;

describe('the sentences of a report', () => {
  const late = (more = ''): string =>
    plan(
      'goal: go',
      'workstreams: [{ id: w1 }, { id: w2 }, { id: w3 }, { id: w4 }, { id: w5 }]',
      'milestones:',
      `  - { id: a, title: Root, workstream: w1, duration: 20d${more} }`,
      '  - { id: b, title: Between, workstream: w2, duration: 5d, depends_on: [a] }',
      '  - { id: go, title: Go, workstream: w3, depends_on: [b], due: 2026-12-07, key: true }',
      '  - { id: old, workstream: w5, status: done, completed: 2026-11-10 }',
    );

  it('say of a workstream without dates what is late because of it, or what waits for it', () => {
    assert.deepEqual(said('workstreams', { plan: late() }).slice(2), [
      '| [w1] | 🔴 red | [Root] makes [Go] 14 working days late. | Win back 14 working days on [Root]. |',
      '| [w2] | 🔴 red | [Go] waits for it, and is 14 working days late. | Follows [Root] in w1. |',
      '| [w3] | 🔴 red | [Go] is 14 working days late. | Follows [Root] in w1. |',
      '| [w4] | 🟢 green | Nothing is planned in it. | |',
      '| [w5] | 🟢 green | Done. | |',
    ]);
  });

  it('say of a workstream what is latest in it, be that because of another one', () => {
    const shop = (own: string, more = ''): string =>
      plan(
        'goal: go',
        'workstreams: [{ id: web }, { id: pay }]',
        'milestones:',
        `  - { id: cat, title: Catalogue, workstream: web, owner: lena, duration: 10d, due: ${own} }`,
        '  - { id: psp, title: Provider, workstream: pay, owner: tom, duration: 20d, due: 2026-12-16 }',
        '  - { id: out, title: Checkout, workstream: web, duration: 10d, depends_on: [psp], due: 2026-12-22 }',
        `  - { id: go, title: Go, depends_on: [out FS+20d], due: 2027-03-01 }${more}`,
      );
    const web = (own: string, more?: string): string | undefined => said('workstreams', { plan: shop(own, more) })[2];
    const checkout = '[Checkout] is 8 working days late, because of [Provider]';
    const catalogue = '[Catalogue] is 2 working days late.';
    const back = 'Win back 2 working days on [Catalogue] (lena).';
    assert.equal(
      web('2026-12-02'),
      `| [web] | 🟠 amber | ${checkout}. ${catalogue} | Follows [Provider] in pay. ${back} |`,
    );
    const load = '\n  - { id: load, title: Load, workstream: web, duration: 1d, depends_on: [out], due: 2027-01-01 }';
    assert.ok(web('2026-12-02', load)?.includes(`| ${checkout}; 1 more milestone is late. ${catalogue} |`));
    // What is later of its own comes first.
    assert.equal(
      web('2026-11-23'),
      `| [web] | 🟠 amber | [Catalogue] is 9 working days late. ${checkout}. | Win back 9 working days on [Catalogue] (lena). Follows [Provider] in pay. |`,
    );
    assert.equal(
      web('2026-12-30'),
      '| [web] | 🟠 amber | [Checkout] is 8 working days late. | Follows [Provider] in pay. |',
    );
  });

  it('name what is late of the milestones that are not key, where only key ones have rows', () => {
    const rows = (...dues: readonly string[]): string =>
      plan(
        'goal: go',
        'milestones:',
        '  - { id: go, title: Go, due: 2027-03-01 }',
        ...dues.map((due, i) => `  - { id: m${i}, title: M${i}, duration: 10d, due: ${due} }`),
      );
    const only = new Map([['only', 'key']]);
    const below = (...dues: readonly string[]) => said('next', { plan: rows(...dues) }, undefined, only).slice(3);
    assert.deepEqual(below('2027-01-01'), []);
    assert.deepEqual(below('2026-12-02'), ['', '1 milestone that is not key is late: [M0] (+2d).']);
    assert.deepEqual(below('2026-12-02', '2027-01-01', '2026-12-01'), [
      '',
      '2 milestones that are not key are late: [M2] (+3d) and [M0] (+2d).',
    ]);
    const closed = rows('2026-12-02').replace('due: 2027-03-01', 'due: 2027-03-01, status: done');
    assert.deepEqual(said('next', { plan: closed }, undefined, only), [
      'No key milestone is left. 1 milestone that is not key is late: [M0] (+2d).',
    ]);
  });

  it('name what is late of the milestones that have no row, the latest first', () => {
    const rows = (late: number): string =>
      plan(
        'milestones:',
        ...Array.from({ length: 10 }, (_, i) => `  - { id: m${i}, title: M${i}, due: 2026-12-${10 + i} }`),
        '  - { id: last, title: Last, due: 2027-02-01 }',
        ...Array.from(
          { length: late },
          (_, i) => `  - { id: l${i}, title: L${i}, start: 2027-01-04, duration: ${5 + i}d, due: 2027-01-07 }`,
        ),
      );
    const rest = (late: number) => said('next', { plan: rows(late) }).slice(12);
    assert.deepEqual(rest(0), ['', 'And 1 more, which is not late.']);
    assert.deepEqual(rest(1), ['', 'And 2 more, 1 of them late: [L0] (+1d).']);
    assert.deepEqual(rest(2), ['', 'And 3 more, 2 of them late: [L1] (+2d) and [L0] (+1d).']);
    assert.deepEqual(rest(5), ['', 'And 6 more, 5 of them late: [L4] (+5d), [L3] (+4d), [L2] (+3d) and 2 more.']);
    assert.equal(said('next', { plan: plan('milestones:', '  - { id: a, due: 2026-12-10 }') }).length, 3);
    const unread = rows(0).replace('due: 2027-02-01', 'due: 1.2.2027');
    assert.equal(said('next', { plan: unread }).at(-1), 'And 1 more, with a date that cannot be read.');
    const two = unread.replace('  - { id: last,', '  - { id: other, due: 2027-03-01 }\n  - { id: last,');
    assert.equal(said('next', { plan: two }).at(-1), 'And 2 more, 1 of them with a date that cannot be read.');
  });

  it('say how many of the moves that are only counted are moves to a later day', () => {
    const moving = (lengths: readonly number[]): string =>
      plan('milestones:', ...lengths.map((length, i) => `  - { id: m${i}, duration: ${length}d, due: 2026-12-04 }`));
    const then = { plan: moving(Array.from({ length: 11 }, () => 30)) };
    const rest = (last: number) =>
      said('moved', { plan: moving([...Array.from({ length: 10 }, (_, i) => 4 + i), last]) }, then).at(-1);
    assert.equal(rest(32), '- And 1 more, which is later.');
    assert.equal(rest(28), '- And 1 more.');
  });

  it('tell what was closed before git has anything of the plan by the days that the plan says', () => {
    const done = (day: string, more = ''): string =>
      plan(
        'milestones:',
        `  - { id: a, title: Design, status: done, completed: ${day} }`,
        ...(more === '' ? [] : [more]),
      );
    const begun = { kind: 'first-commit', revision: '1'.repeat(12), name: 'the first commit of the plan' } as const;
    const told = (now: string, then = now, also: { readonly with?: BeganWith } = { with: begun }): readonly string[] =>
      said('done', { plan: now }, { plan: then, ...also });
    const before = 'Before that, by the dates in the plan, since 14 November:';
    const none = 'No item has been closed since the first commit of the plan, 21 November.';
    assert.deepEqual(told(done('2026-11-19')), [`${none} ${before}`, '', '- [Design], done on 19 November.']);
    // Today, and before it was written down.
    assert.deepEqual(told(done('2026-11-21')).slice(2), ['- [Design], done on 21 November.']);
    // An update of then told of it.
    assert.deepEqual(told(done('2026-11-14')), [none]);
    assert.deepEqual(told(done('2026-11-19'), undefined, {}), ['No item has been closed since 21 November.']);
    const other = '  - { id: b, title: Build, status: STATUS }';
    assert.deepEqual(
      told(done('2026-11-19', other.replace('STATUS', 'done')), done('2026-11-19', other.replace('STATUS', 'planned'))),
      ['- [Build], done.', '', before, '', '- [Design], done on 19 November.'],
    );
  });

  it('count how late something is in the days that they tell, whatever hour of the last one the work ends at', () => {
    // Eleven and a half days and thirteen and a half, from Monday the 23rd on.
    const of = (days: string): string =>
      plan(
        'target: 2026-12-04',
        'goal: a',
        'milestones:',
        `  - { id: a, title: Cat, duration: ${days}, due: 2026-12-04 }`,
      );
    const now = { plan: of('13.5d') };
    const { plan: read, state, today, findings } = snapshotOf({ 'README.md': now.plan }, { today: '2026-11-21' });
    const [item = assert.fail()] = read.ofType('milestone');
    assert.equal(state.schedule.slip(item), 3.5);
    assert.deepEqual(said('moved', now, { plan: of('11.5d') }), [
      '- [Cat] moved from 8 to 10 December, 2 working days later: duration 11.5d → 13.5d. It is now 4 working days after its due date.',
    ]);
    assert.match(said('headline', now)[0] as string, /10 December, 4 working days after its due date 4 December/);
    assert.equal(said('next', now)[2], '| [Cat] | 4 December | 10 December | +4d |');
    assert.match(said('milestones', now).join('\n'), /2026-12-10 \| \+4d/);
    assert.match(said('workstreams', now)[2] as string, /is 4 working days late\./);
    assert.equal(forecastText(item, state, today), 'forecast 10 Dec (+4d)');
    const { rows } = atOnce(timelineOf({ plan: read, state, today }));
    assert.deepEqual([...new Set(rows.flatMap(({ slip }) => slip ?? []))], [4]);
    assert.ok(
      findings.some(({ message }) => message.includes('2026-12-10, 4 working days after its due date 2026-12-04')),
    );
    const early = snapshotOf({ 'README.md': of('9.5d') }, { today: '2026-11-21' });
    const [kept = assert.fail()] = early.plan.ofType('milestone');
    assert.equal(early.state.schedule.slip(kept), -0.5);
    assert.equal(forecastText(kept, early.state, today), '');
    // A tolerance has hours as well: three and a half days are within as many, and beyond three.
    const health = (tolerance: string) => {
      const one = snapshotOf(
        { 'README.md': now.plan, 'milepost.yaml': `tolerance: ${tolerance}\n` },
        { today: '2026-11-21' },
      );
      return one.state.health(one.plan.programs[0] ?? assert.fail()).value;
    };
    assert.deepEqual([health('3.5d'), health('3d')], ['amber', 'red']);
  });

  it('begin with the highest score of the risks that changed', () => {
    const risks = (...lines: string[]): string => plan('risks:', '  - { id: R-0, title: Old }', ...lines);
    const now = risks(
      '  - { id: R-1, title: Small, probability: low, impact: low }',
      '  - { id: R-2, title: Grave, probability: high, impact: high }',
    );
    assert.deepEqual(said('risk-changes', { plan: now }, { plan: risks() }), [
      '- New: [Grave], score 16 of 25.',
      '- New: [Small], score 4 of 25.',
    ]);
  });

  it('tell no day that would be made up: of a date that cannot be read, or of none', () => {
    const of = (first: string, more = ''): string =>
      plan(
        'goal: go',
        'milestones:',
        `  - { id: a, title: First, owner: chen${first} }`,
        `  - { id: go, title: Go, owner: maria, due: 2027-01-20, depends_on: [a]${more} }`,
      );
    const row = (first: string): string | undefined =>
      said('next', { plan: of(first) }).find((line) => line.includes('First'));
    assert.equal(row(', due: 18.12.2026'), '| [First] (chen) | | date cannot be read | |');
    assert.equal(row(', due: 2026-12-18'), '| [First] (chen) | 18 December | 18 December | on time |');
    assert.equal(row(', due: 2026-11-01, duration: 3 weks'), '| [First] (chen) | 1 November | date cannot be read | |');
    assert.equal(row(', windows: [2026-12-18, 19.12.2026]'), '| [First] (chen) | | date cannot be read | |');
    assert.equal(row(''), '| [First] (chen) | | no date | |');
    assert.equal(row(', duration: 3d'), '| [First] (chen) | | 25 November | |');
    // A value that dates nothing.
    assert.equal(
      row(', due: 2026-12-18, updated: 1.11.2026'),
      '| [First] (chen) | 18 December | 18 December | on time |',
    );
    // What is of no known date does not come next.
    const order = said('next', { plan: of(', due: 18.12.2026') })
      .slice(2)
      .map((line) => line.split(']')[0]);
    assert.deepEqual(order, ['| [Go', '| [First']);

    const unread = { plan: of(', due: 18.12.2026') };
    assert.match(said('workstreams', unread).at(-1) as string, /On track; next is \[Go\] on 20 January 2027\./);
    assert.match(said('workstreams', { plan: of('') }).at(-1) as string, /next is \[Go\] on 20 January 2027\./);
    assert.deepEqual(said('waits', unread), [
      '- **maria** waits for **chen**: [First] (date cannot be read), for [Go].',
    ]);
    const started = of(', status: in-progress, started: 2026-11-02, duration: 3 weks');
    assert.deepEqual(
      said('week', { plan: started }).filter((line) => line.includes('[First]')),
      ['- [First]: is under way, date cannot be read.'],
    );
    assert.match(
      said('milestones', unread).find((line) => line.includes('First')) as string,
      /\| {3}\| {3}\| \| planned|chen \| \| \| \| /,
    );
  });

  it('say of a goal whose date cannot be read that nobody knows, and tell no move to such a date', () => {
    const goal = (due: string): string =>
      plan('goal: go', 'milestones:', `  - { id: go, title: Go, due: ${due}, duration: 2d }`);
    assert.match(
      said('headline', { plan: goal('18.12.2026') })[0] as string,
      /When \[Go\] is done is not known: a date of it cannot be read\.$/,
    );
    assert.match(
      said('headline', { plan: plan('goal: go', 'milestones:', '  - { id: go, title: Go }') })[0] as string,
      /\[Go\] has no date yet\.$/,
    );
    const length = (duration: string): string =>
      plan('milestones:', `  - { id: a, title: A, duration: ${duration}, due: 2026-12-04 }`);
    const none = ['No forecast has moved since 21 November.'];
    assert.deepEqual(said('moved', { plan: length('3 weks') }, { plan: length('8d') }), none);
    assert.deepEqual(said('moved', { plan: length('8d') }, { plan: length('3 weks') }), none);
    assert.notDeepEqual(said('moved', { plan: length('9d') }, { plan: length('8d') }), none);
  });

  it('speak of all items of a program without workstreams, and count nothing of it twice', () => {
    const whole = { plan: plan('budget: 5 k EUR', 'milestones:', '  - { id: a, title: A, budget: 5 k EUR }') };
    assert.deepEqual(
      said('workstreams', whole).map((line) => line.split('|')[1]?.trim()),
      ['', '---', 'All items'],
    );
    assert.deepEqual(
      said('budget', whole).map((line) => line.split('|')[1]?.trim()),
      ['', '---', '**P**'],
    );
  });

  it('say of a date that is won back that it is kept now, and of one that was never lost that it still is', () => {
    const due = (length: string, day: string): string =>
      plan('milestones:', `  - { id: a, title: A, duration: ${length}, due: ${day} }`);
    const moved = (day: string): readonly string[] => said('moved', { plan: due('4d', day) }, { plan: due('8d', day) });
    assert.deepEqual(moved('2026-11-27'), [
      '- [A] moved from 2 December to 26 November, 4 working days earlier: duration 8d → 4d. It now keeps its due date.',
    ]);
    assert.match(moved('2026-12-04')[0] as string, /It still keeps its due date\.$/);
    assert.match(moved('2026-11-24')[0] as string, /It is now 2 working days after its due date\.$/);
  });

  it('do not say that time has passed where less is done than before', () => {
    const done = (progress: string): string =>
      plan('milestones:', `  - { id: a, duration: 10d, status: started, started: 2026-11-16, progress: ${progress} }`);
    const [line] = said('moved', { plan: done('30%') }, { plan: done('60%') });
    assert.match(line as string, /later: progress 60% → 30%\.$/);
  });

  it('say right under the first of them that dates may be wrong where a document cannot be read whole, and which', () => {
    const broken = '---\ntype: milestone\nid: lost\ndue 2027-02-12\n---\n';
    const files = { 'README.md': late(), 'a/lost.md': broken, 'report.md': broken };
    const texts = (view: string, more: Readonly<Record<string, string>> = {}) => {
      const { plan: now, state, today } = snapshotOf({ ...files, ...more }, { today: '2026-11-21' });
      const request = { plan: now, state, today, from: 'report.md', options: new Map(), hasFilters: false };
      const found = BLOCK_VIEWS.find(({ name }) => name === view);
      assert.ok(found);
      return [...atOnce(found.lines({ ...request, accepts: () => true }))];
    };
    const caveat =
      '> **Caution:** 1 document cannot be read whole, so these dates may be wrong: [a/lost.md](a/lost.md).';
    const [first, ...rest] = texts('headline');
    assert.match(first as string, /^\*\*P is 🔴 red\.\*\* /);
    assert.deepEqual(rest.slice(0, 3), ['', caveat, '']);
    assert.equal(rest.filter((line) => line === caveat).length, 1);
    // The team's begins with what each has to do.
    assert.deepEqual(texts('week').slice(0, 2), [caveat, '']);
    assert.doesNotMatch(texts('week', { 'a/lost.md': '' }).join('\n'), /Caution/);
    const conflict = '---\ntype: milestone\n<<<<<<< a\ndue: 2027-02-12\n=======\ndue: 2027-03-12\n>>>>>>> b\n---\n';
    const many = Object.fromEntries(['b', 'c', 'd', '(e) [f]'].map((name) => [`${name}.md`, conflict]));
    assert.equal(
      texts('headline', many)[2],
      '> **Caution:** 5 documents cannot be read whole, so these dates may be wrong: [(e) \\[f\\].md](%28e%29%20%5Bf%5D.md), [a/lost.md](a/lost.md), [b.md](b.md) and 2 more.',
    );
  });

  it('say the same where a date or a dependency is wrong, and so counts for nothing', () => {
    const caution = (...fields: string[]) =>
      said('headline', {
        plan: plan(
          'milestones:',
          '  - { id: a, duration: 9d }',
          ...fields.map((field, at) => `  - { id: m${at}, ${field} }`),
        ),
      }).filter((line) => line.includes('Caution'));
    const one = '> **Caution:** 1 document has errors, so these dates may be wrong: [README.md].';
    for (const field of ['due: 19.03.2027', 'depends_on: [aa]', 'depends_on: "a, b"', 'duration: long'])
      assert.deepEqual(caution(field), [one], field);
    assert.deepEqual(caution('relates_to: [aa]', 'depends_on: [a]'), []);
  });

  it('say the same where a field on which dates hang has a name that no plan has', () => {
    const caution = (...fields: string[]) =>
      said('headline', {
        plan: plan('milestones:', ...fields.map((field, at) => `  - { id: m${at}, duration: 2d, ${field} }`)),
      }).filter((line) => line.includes('Caution'));
    const one = '> **Caution:** 1 document has fields that are not read, so these dates may be wrong: [README.md].';
    for (const field of ['target: 2026-12-01', 'dependencies: [a]', 'deu: 2026-12-01', 'finished: 2026-11-02'])
      assert.deepEqual(caution(field), [one], field);
    const known = [
      'assignee: ann',
      'due: tbd, deadline: 2026-12-01',
      'kickoff: tbd',
      'x-target: 2026-12-01',
      'colour: red',
    ];
    assert.deepEqual(caution(...known), []);
  });

  it('say where somebody says something else than the forecast, be it better or worse', () => {
    const notes = (health: string) => said('headline', { plan: plan(`health: ${health}`, 'owner: Ann') }).slice(2);
    assert.deepEqual(notes('red'), ['> **Note:** Ann says **red**, and the forecast says **green**.']);
    assert.deepEqual(notes('green'), []);
  });

  it('name what a risk affects, and days, as people do', () => {
    const grave = late().replace(
      'milestones:',
      'risks: [{ id: R-1, title: Nobody comes, owner: dana, probability: very-high, impact: very-high, affects: [b] }]\nmilestones:',
    );
    assert.equal(
      said('headline', { plan: grave }).at(-1),
      '- Risk [Nobody comes] (dana), score 25, has no mitigation, and affects [Between] on the critical path.',
    );
  });

  it('say of a decision on the critical path when it was due, as a decision and not as work', () => {
    const waiting = plan(
      'goal: go',
      'milestones: [{ id: go, title: Go, duration: 3d }]',
      'decisions: [{ id: D-1, title: Which way, owner: ann, due: 2026-11-13, blocks: [go] }]',
    );
    assert.equal(
      said('headline', { plan: waiting }).at(-1),
      '- Decision [Which way] (ann) is on the critical path, and was due on 13 November.',
    );
  });

  it('say a day once where what is asked is due on the last day that it can wait to', () => {
    const decision = (due: string, more = ''): string =>
      plan(
        `target: 2027-01-29${more}`,
        `milestones: [{ id: go, title: Go, duration: 5d, due: 2026-12-04 }]`,
        `decisions: [{ id: D-1, title: Which way, owner: ann, due: ${due}, blocks: [go] }]`,
      );
    assert.deepEqual(said('asks', { plan: decision('2026-11-27') }), [
      '- **Decide** [Which way] (ann): by 27 November, or [Go] moves.',
    ]);
    assert.match(
      said('asks', { plan: decision('2026-11-24'), today: '2026-11-24' })[0] as string,
      /: due today, or \[Go\] moves\.$/,
    );
  });

  it('say of what nobody has closed that it is still open, and not that it has changed', () => {
    const open = plan(
      'milestones: [{ id: go, title: Go, duration: 3d }]',
      'decisions: [{ id: D-1, title: Which way, owner: ann, due: 2026-11-13, blocks: [go] }]',
    );
    assert.deepEqual(said('moved', { plan: open, today: '2026-11-18' }, { plan: open, today: '2026-11-16' }), [
      '- [Which way] (ann) is still open, and was due on 13 November. So [Go] moved from 19 to 23 November, 2 working days later.',
    ]);
  });

  it('say that nothing was reported only where nothing was', () => {
    const work = (note: string): string => plan(`milestones: [{ id: a, title: A, duration: 3d${note} }]`);
    const moved = (note: string): string =>
      said('moved', { plan: work(note), today: '2026-11-18' }, { plan: work(''), today: '2026-11-16' })[0] as string;
    assert.match(moved(''), /later: nothing was reported, and days have passed\.$/);
    assert.match(moved(', note: Next week'), /later: days have passed\.$/);
  });

  it('say what is waited for one by one, and who declined it', () => {
    const waiting = plan(
      'milestones: [{ id: go, title: Go, status: started, depends_on: [D, E], due: 2026-12-01, commitment: firm }]',
      'dependencies:',
      '  - { id: D, title: Data, from: Risk | Co, status: declined }',
      '  - { id: E, title: Events, status: declined }',
      'decisions: [{ id: F, title: Which way, owner: ann, due: 2026-11-13, blocks: [go] }]',
    );
    assert.deepEqual(said('blocked', { plan: waiting }), [
      '- [Go] waits for dependency [Data], which Risk \\| Co declined, for dependency [Events], which was declined, and for decision [Which way] (ann), which was due on 13 November.',
    ]);
  });

  it('tell a person that what is due this week is forecast later, and count no working days that have not passed', () => {
    const mine = plan(
      'milestones: [{ id: a, title: A, owner: chen, due: 2026-11-27, duration: 10d }]',
      'actions: [{ id: A-1, title: Call, owner: chen, due: 2026-11-20 }]',
    );
    assert.deepEqual(said('week', { plan: mine }), [
      '**chen**',
      '',
      '- [Call]: was due on 20 November.',
      '- [A]: is due on 27 November, can start on 23 November, and is forecast for 4 December, 5 working days late.',
    ]);
  });
});
