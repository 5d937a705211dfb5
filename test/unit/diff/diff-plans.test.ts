import assert from 'node:assert/strict';
import { diffPlans } from '../../../src/core/diff/diff-plans.ts';
import type { Cause, ItemChange, PlanDiff } from '../../../src/core/diff/plan-diff.ts';
import { formatDay } from '../../../src/core/model/values/day.ts';
import type { Item } from '../../../src/core/plan/item.ts';
import { atOnce } from '../../../src/core/text/at-once.ts';
import { verdict } from '../../../src/core/views/diff/verdict.ts';
import { snapshotOf } from '../../support/plan.ts';

type Files = Readonly<Record<string, string>>;

const TODAY = '2026-11-02';

function diff(base: Files | string, head: Files | string): PlanDiff {
  const files = (side: Files | string): Files => (typeof side === 'string' ? { 'README.md': side } : side);
  return atOnce(diffPlans(snapshotOf(files(base), { today: TODAY }), snapshotOf(files(head), { today: TODAY })));
}

/** A program of these milestones, one a line; with these fields of its own. */
const program = (milestones: readonly string[], more = ''): string =>
  `---\ntype: program\nid: atlas\nstart: ${TODAY}\n${more}milestones:\n${milestones.map((one) => `  - { ${one} }\n`).join('')}---\n`;

const A = 'id: A, duration: 5d';
const C = 'id: C, duration: 10d, depends_on: [A]';
const D = 'id: D, depends_on: [C]';

const id = (item: Item | undefined): string => item?.id ?? '-';
const day = (value: number | undefined): string => (value === undefined ? '-' : formatDay(value).slice(5));

const said = (cause: Cause): string =>
  cause.kind === 'item' ? cause.path.map(id).join(' > ') : cause.kind === 'program' ? cause.program : cause.kind;

/** A change in one line: `changed C [duration 10d > 12d] 11-20 > 11-24 +2 because of …`. */
function line({ kind, item, fields, forecast, workingDaysMoved, causes }: ItemChange): string {
  const names =
    item.base && item.head && item.base.id !== item.head.id
      ? `${item.base.id} > ${item.head.id}`
      : id(item.head ?? item.base);
  const written = fields.map(({ field, base, head }) => `${field} ${base ?? '-'} > ${head ?? '-'}`).join('; ');
  const moved =
    forecast.base === forecast.head ? '' : ` ${day(forecast.base)} > ${day(forecast.head)} ${workingDaysMoved ?? '-'}`;
  const why = causes.length > 0 ? ` because of ${causes.map(said).join('; ')}` : '';
  return `${kind} ${names}${written ? ` [${written}]` : ''}${moved}${why}`;
}

const lines = ({ items }: PlanDiff): string[] => items.map(line);

describe('the difference between two plans', () => {
  it('is nothing between equal ones, however they are written', () => {
    const blocks =
      '---\ntype: program\nid: atlas\nstart: "2026-11-02"\nmilestones:\n  - id: A\n    duration: 5d\n---\n\nProse.\n';
    const found = diff(program([A]), blocks);
    assert.deepEqual(found.items, []);
    assert.deepEqual(found.findings, { new: [], resolved: [] });
    assert.equal(found.programs[0]?.workingDaysMoved, 0);
  });

  it('says what a longer duration moves, and why', () => {
    const found = diff(program([A, C, D]), program([A, C.replace('10d', '12d'), D]));
    assert.deepEqual(lines(found), [
      'changed C [duration 10d > 12d] 11-20 > 11-24 2',
      'affected D 11-20 > 11-24 2 because of C > D',
    ]);
    const [atlas] = found.programs;
    assert.equal(atlas?.workingDaysMoved, 2);
    assert.deepEqual([day(atlas.finish.base), day(atlas.finish.head)], ['11-20', '11-24']);
    assert.deepEqual(atlas.criticalPath.head.map(id), ['A', 'C', 'D']);
  });

  it('names no cause that cannot move anything: another title, another owner', () => {
    const found = diff(
      program([A, C, D]),
      program([`${A}, title: New, owner: chen`, `${C.replace('10d', '12d')}`, `${D}, note: Later.`]),
    );
    assert.deepEqual(lines(found), [
      'changed A [title - > New; owner - > chen]',
      'changed C [duration 10d > 12d] 11-20 > 11-24 2',
      'changed D [note - > Later.] 11-20 > 11-24 2 because of C > D',
    ]);
  });

  it('follows the links that drove before, where something moves earlier', () => {
    const found = diff(program([A, C, D]), program([A, C.replace('10d', '2d'), D]));
    assert.deepEqual(lines(found), [
      'changed C [duration 10d > 2d] 11-20 > 11-10 -8',
      'affected D 11-20 > 11-10 -8 because of C > D',
    ]);
    // What is gone holds nothing any more.
    assert.deepEqual(
      lines(
        diff(
          program([A, 'id: B, duration: 9d', 'id: E, duration: 1d, depends_on: [B]']),
          program([A, 'id: E, duration: 1d, depends_on: [B]']),
        ),
      ),
      ['affected E 11-13 > 11-02 -9 because of B > E', 'removed B 11-12 > - -'],
    );
  });

  it('names every cause, and what was changed itself beside what moved it', () => {
    const found = diff(
      program([A, 'id: B, duration: 5d', 'id: E, duration: 1d, depends_on: [A, B]']),
      program([A.replace('5d', '7d'), 'id: B, duration: 7d', 'id: E, duration: 2d, depends_on: [A, B]']),
    );
    assert.deepEqual(lines(found).at(-1), 'changed E [duration 1d > 2d] 11-09 > 11-12 3 because of A > E; B > E');
  });

  it('tells what was added, removed, renamed, and moved to another file or way of writing', () => {
    const one = 'id: api-freeze, title: The API is frozen, owner: maria, duration: 3d';
    assert.deepEqual(lines(diff(program([A]), program([A, one]))), ['added api-freeze - > 11-04 -']);
    assert.deepEqual(lines(diff(program([A, one]), program([A]))), ['removed api-freeze 11-04 > - -']);
    const other = one.replace('api-freeze', 'api-v2-freeze');
    assert.deepEqual(lines(diff(program([A, one]), program([A, other]))), ['renamed api-freeze > api-v2-freeze']);
    const file = '---\ntype: milestone\nid: api-freeze\ntitle: The API is frozen\nowner: maria\nduration: 3d\n---\n';
    assert.deepEqual(lines(diff({ 'README.md': program([A, one]) }, { 'README.md': program([A]), 'api.md': file })), [
      'moved api-freeze',
    ]);
    // Two that have nothing in common are two.
    assert.deepEqual(
      lines(diff(program([one]), program(['id: launch, title: The launch, owner: dana, duration: 9d']))),
      ['added launch - > 11-12 -', 'removed api-freeze 11-04 > - -'],
    );
  });

  it('moves nothing by another name, where work ends at noon and where a date holds a morning', () => {
    const plan = (name: string): string =>
      program([
        `id: ${name}, duration: 4.5d`,
        `id: ${name}-on, start: 2026-12-01`,
        'id: D, duration: 10d, depends_on: [B]',
      ]);
    const { items } = diff(plan('A').replace('[B]', '[A]'), plan('B'));
    const renamed = items.filter(({ kind }) => kind === 'renamed');
    assert.deepEqual(
      renamed.map(({ item, workingDaysMoved }) => [id(item.head), workingDaysMoved]),
      [
        ['B', 0],
        ['B-on', 0],
      ],
    );
  });

  it('takes a program with another name for the same, with all that is in it', () => {
    const item = (more: string) => `---\ntype: milestone\n${more}---\n`;
    const plan = (name: string, due: string) => ({
      'README.md': `---\ntype: program\nid: ${name}\ntitle: Atlas\nstart: ${TODAY}\ngoal: B\n---\n`,
      'a.md': item(`id: A\ndue: ${due}\nowner: maria\n`),
      'm/b.md': item(`id: B\nprogram: ${name}\ndepends_on: [${name}/A]\n`),
    });
    const found = diff(plan('atlas', '2026-11-20'), plan('titan', '2026-11-24'));
    assert.deepEqual(lines(found), [
      'renamed atlas > titan',
      'changed A [due 2026-11-20 > 2026-11-24] 11-20 > 11-24 2',
      'affected B 11-20 > 11-24 2 because of A > B',
    ]);
    assert.deepEqual(found.lifecycle, []);
    assert.deepEqual(found.findings, { new: [], resolved: [] });
    const [only, ...others] = found.programs;
    assert.deepEqual([only?.id, day(only?.finish.base), only?.workingDaysMoved, others], ['titan', '11-20', 2, []]);
    assert.match(verdict(found), /^B moves from 20 to 24 November \(2 working days later\), through A\.$/);
  });

  it('finds an item in another program by its id where it says the same, and takes no other for it', () => {
    const plan = (where: string, more: string, title = 'The database fails') => ({
      'a/README.md': '---\ntype: program\nid: a\n---\n',
      'b/README.md': '---\ntype: program\nid: b\n---\n',
      [`${where}/risk.md`]: `---\ntype: risk\nid: R-1\ntitle: ${title}\n${more}---\n`,
    });
    const before = plan('a', 'owner: maria\nprobability: low\nimpact: high\n');
    const moved = diff(before, plan('b', 'owner: maria\nprobability: low\nimpact: high\n'));
    assert.deepEqual([lines(moved), moved.lifecycle], [['renamed R-1'], []]);
    const other = diff(before, plan('b', 'owner: chen\nprobability: high\nimpact: low\n', 'Nobody is hired'));
    assert.deepEqual(lines(other), ['added R-1', 'removed R-1']);
  });

  it('says which items move where their program does not, and how many are changed where nothing moves', () => {
    const plan = (...dues: string[]): string =>
      program([...dues.map((due, n) => `id: ${'ABC'[n]}, due: ${due}`), 'id: Z, due: 2027-02-01']);
    const stays = 'Z stays on 1 February 2027; ';
    const said = (head: string): string => verdict(diff(plan('2026-11-20', '2026-11-20'), head));
    assert.equal(
      said(plan('2026-11-24', '2026-11-20')),
      `${stays}A moves from 20 to 24 November (2 working days later).`,
    );
    assert.equal(
      said(plan('2026-11-24', '2026-11-13')),
      `${stays}two items move, B furthest (5 working days earlier).`,
    );
    assert.equal(
      said(plan('2026-11-20', '2026-11-20').replace('id: A', 'id: A, owner: maria')),
      `${stays}one item is changed.`,
    );
  });

  it('takes a reference that follows a rename for the same, and no other', () => {
    const named = (id: string, more = ''): string =>
      program([
        A,
        `id: ${id}, title: The API is frozen, owner: maria, duration: 3d`,
        `id: E, depends_on: [A, ${id} SS+2d${more}]`,
      ]);
    assert.deepEqual(lines(diff(named('one'), named('two'))), ['renamed one > two']);
    const [, own] = diff(named('one', ''), named('two', ', one')).items;
    assert.deepEqual(own?.fields[0]?.entries, { added: ['one'], removed: [] });
  });

  it('explains what moves later by what drives it now, and what moves earlier by what drove it before', () => {
    const later = diff(
      program([A, C, 'id: E, depends_on: [C]']),
      program([A, C.replace('10d', '9d'), 'id: E, depends_on: [C], start: 2026-12-01']),
    );
    assert.deepEqual(lines(later).at(-1), 'changed E [start - > 2026-12-01] 11-20 > 12-01 7');
    const earlier = diff(
      program([A, 'id: B, duration: 20d', 'id: E, depends_on: [A, B]']),
      program([A.replace('5d', '6d'), 'id: B, duration: 4d', 'id: E, depends_on: [A, B]']),
    );
    assert.deepEqual(lines(earlier).at(-1), 'affected E 11-27 > 11-09 -14 because of B > E');
  });

  describe('takes for a cause only what moved its own item', () => {
    const B = 'id: B, duration: 3d';
    const E = 'id: E, duration: 5d, depends_on: [A, B]';
    const END = 'id: END, depends_on: [E]';
    const causesOf = (base: readonly string[], head: readonly string[], config?: string, was = '', is = ''): string => {
      const files = (side: readonly string[], more: string, yaml?: string): Files => ({
        'README.md': program(side, more),
        ...(yaml === undefined ? {} : { 'milepost.yaml': yaml }),
      });
      const found = diff(files(base, was), files(head, is, config)).items.find(({ item }) => item.head?.id === 'END');
      return found ? found.causes.map(said).join('; ') : 'stays';
    };
    const longer = A.replace('5d', '7d');

    it('not a dependency that held nothing, nor the due date of work', () => {
      const plan = [A, B, E, END];
      assert.equal(causesOf(plan, [A, B, E.replace(', B', ''), END]), 'stays');
      assert.equal(causesOf(plan, [longer, B, E.replace(', B', ''), END]), 'A > E > END');
      assert.equal(causesOf(plan, [longer, B, `${E}, due: 2026-12-24`, END]), 'A > E > END');
      assert.equal(causesOf(plan, [longer, B, `${E}, commitment: firm, due: 2026-11-10`, END]), 'A > E > END');
      // One that holds it is one.
      assert.equal(causesOf([A, B, E.replace('A, ', ''), END], [A, B, E, END]), 'E > END');
      assert.equal(causesOf(plan, [A, B, E.replace('A, ', ''), END]), 'E > END');
    });

    it('not what moved it the other way, unless nothing else explains the move', () => {
      const plan = [A, B, E, END];
      assert.equal(causesOf(plan, [longer, B, E.replace('5d', '4d'), END]), 'A > E > END');
      assert.equal(causesOf(plan, [A.replace('5d', '2d'), B, E.replace('5d', '6d'), END]), 'A > E > END');
      assert.equal(causesOf(plan, [longer, B, E.replace('5d', '6d'), END]), 'E > END; A > E > END');
    });

    it('but hours that do not show, what an item says that it blocks, and what is gone', () => {
      const half = 'id: E, duration: 5.5d, depends_on: [A]';
      // Both end on the same day, and what comes after them does not.
      assert.equal(causesOf([A.replace('5d', '4.5d'), half, END], [A, half, END]), 'A > E > END');
      const decision = (blocks: string) => `decisions: [{ id: X, due: 2026-11-20${blocks} }]\n`;
      const [free, blocking] = [decision(''), decision(', blocks: [E]')];
      assert.equal(causesOf([E, END], [E, END], '', free, blocking), 'X > E > END');
      assert.equal(causesOf([E, END], [E, END], '', blocking, free), 'X > E > END');
      assert.equal(causesOf([A, B, E, END], [B, E.replace('A, ', ''), END]), 'A > E > END');
    });

    it('and the configuration where the change of the item itself did nothing', () => {
      const holiday = 'calendar: { holidays: [2026-11-04] }\n';
      const end = 'id: END, duration: 5d';
      assert.equal(causesOf([end], [`${end}, due: 2026-12-24`], holiday), 'configuration');
      assert.equal(causesOf([end], [end.replace('5d', '6d')], holiday), '');
    });

    it('by what starts together: a start that moves while the finish stays', () => {
      const first = 'id: A, duration: 5d, expected: 2026-11-20';
      const second = 'id: END, duration: 2d, depends_on: [A SS]';
      assert.equal(causesOf([`${first}`, second], [`${first}, start: 2026-11-18`, second]), 'A > END');
    });
  });

  it('names the program, or the configuration, where its start or calendar moved everything', () => {
    const later = program([A, C]).replace(`start: ${TODAY}`, 'start: 2026-11-04');
    assert.deepEqual(lines(diff(program([A, C]), later)), [
      'changed atlas [start 2026-11-02 > 2026-11-04]',
      'affected A 11-06 > 11-10 2 because of atlas',
      'affected C 11-20 > 11-24 2 because of atlas',
    ]);
    const files = { 'README.md': program([A]) };
    const holiday = { ...files, 'milepost.yaml': 'calendar: { holidays: [2026-11-04] }\n' };
    assert.deepEqual(lines(diff(files, holiday)), ['affected A 11-06 > 11-09 1 because of configuration']);
  });

  it('does not name what cannot move a date: the words of a program, the rules of a configuration', () => {
    const then = snapshotOf({ 'README.md': program([A]) }, { today: TODAY });
    const files = { 'README.md': program([A], 'note: All is well\n'), 'milepost.yaml': 'rules: { stale: off }\n' };
    const waited = atOnce(diffPlans(then, snapshotOf(files, { today: '2026-11-03' })));
    assert.deepEqual(lines(waited), ['changed atlas [note - > All is well]', 'affected A 11-06 > 11-09 1']);
  });

  it('tells which findings are new and which are resolved, not those that only moved', () => {
    const fine = program([A, C]);
    const faulty = program([`${A}, due: 2026-11-04`, C.replace('[A]', '[A, nowhere]')]);
    const codes = (found: PlanDiff) =>
      [found.findings.new, found.findings.resolved].map((all) => all.map(({ code }) => code).sort());
    const there = codes(diff(fine, faulty));
    assert.ok(there[0]?.includes('unknown-reference') && there[0].includes('forecast-late'));
    assert.deepEqual(there[1], []);
    assert.deepEqual(codes(diff(faulty, fine)), [[], there[0]]);
    assert.deepEqual(codes(diff(faulty, faulty.replace('---\ntype', '---\n# A comment\ntype'))), [[], []]);
  });

  it('takes no budget and no escalation for the cause of a move', () => {
    const before = program([A, `${C}, budget: 10 EUR`, D]);
    const after = program([A.replace('5d', '7d'), `${C}, budget: 20 EUR, spent: 5 EUR`, D]);
    const causes = diff(before, after)
      .items.filter(({ item }) => item.head?.id === 'D')
      .flatMap((each) => each.causes);
    assert.deepEqual(causes.map(said), ['A > C > D']);
  });

  it('does not take a date that was moved and is still late for a new finding, but another wrong name for one', () => {
    const late = (due: string, waits = 'A') => program([`${A}, due: ${due}`, C.replace('[A]', `[${waits}]`)]);
    const { findings } = diff(late('2026-11-03'), late('2026-11-04'));
    assert.deepEqual(findings, { new: [], resolved: [] });
    const names = diff(late('2026-11-04', 'A, nowhere'), late('2026-11-04', 'A, elsewhere')).findings;
    assert.deepEqual(
      [names.new, names.resolved].map((all) => all.map(({ code }) => code)),
      [['unknown-reference'], ['unknown-reference']],
    );
  });

  it('tells what was opened, decided and closed', () => {
    const events = (base: string, head: string): string[] =>
      diff(program([base].filter(Boolean)), program([head].filter(Boolean))).lifecycle.map(
        ({ event, item }) =>
          `${event} ${id(item.head ?? item.base)}: ${item.base?.status ?? '-'} > ${item.head?.status ?? '-'}`,
      );
    const told = (type: string, before: string | undefined, after: string | undefined): string[] => {
      const side = (status: string | undefined): Files => ({
        'README.md': program([A]),
        ...(status === undefined
          ? {}
          : { 'one.md': `---\ntype: ${type}\nid: X\nprogram: atlas\nstatus: ${status}\n---\n` }),
      });
      return diff(side(before), side(after)).lifecycle.map(
        ({ event, item }) => `${event} ${item.head?.status ?? 'gone'}`,
      );
    };
    assert.deepEqual(told('risk', undefined, 'mitigating'), ['opened mitigating']);
    assert.deepEqual(told('risk', 'open', 'mitigating'), []);
    assert.deepEqual(told('risk', 'open', 'occurred'), ['closed occurred']);
    assert.deepEqual(told('risk', 'closed', 'open'), ['reopened open']);
    assert.deepEqual(told('decision', undefined, 'proposed'), ['opened proposed']);
    assert.deepEqual(told('decision', undefined, 'accepted'), ['decided accepted']);
    assert.deepEqual(told('decision', 'proposed', 'rejected'), ['decided rejected']);
    assert.deepEqual(told('decision', 'accepted', 'superseded'), ['closed superseded']);
    assert.deepEqual(told('issue', 'in-progress', 'resolved'), ['closed resolved']);
    assert.deepEqual(told('issue', 'open', undefined), ['removed gone']);
    assert.deepEqual(told('issue', 'resolved', undefined), []);
    assert.deepEqual(told('milestone', 'planned', 'cancelled'), ['cancelled cancelled']);
    // A word of the same meaning changes nothing.
    assert.deepEqual(events('id: A, status: done', 'id: A, status: shipped'), []);
    assert.deepEqual(events('', 'id: A'), ['opened A: - > planned']);
  });

  it('tells which firm dates are missed on either side, and what a program finishes with', () => {
    const firm = (duration: string): string =>
      program([A, `id: C, duration: ${duration}, due: 2026-11-20, commitment: firm, depends_on: [A]`], 'goal: C\n');
    const [atlas] = diff(firm('10d'), firm('11d')).programs;
    assert.deepEqual([atlas?.firmDatesMissed.base.map(id), atlas?.firmDatesMissed.head.map(id)], [[], ['C']]);
    assert.deepEqual([id(atlas?.finishing.base), id(atlas?.finishing.head)], ['C', 'C']);
  });

  it('tells which entries of a list came and went', () => {
    const found = diff(program([A, C, 'id: E, depends_on: [A]']), program([A, C, 'id: E, depends_on: [C]']));
    const [change] = found.items;
    assert.deepEqual(change?.fields[0]?.entries, { added: ['C'], removed: ['A'] });
  });

  it('compares from nothing, and to nothing', () => {
    assert.deepEqual(lines(diff({}, program([A]))), ['added atlas', 'added A - > 11-06 -']);
    assert.deepEqual(lines(diff(program([A]), {})), ['removed atlas', 'removed A 11-06 > - -']);
    const { today: _, ...nothing } = diff({}, {});
    assert.deepEqual(nothing, { programs: [], items: [], lifecycle: [], findings: { new: [], resolved: [] } });
  });

  it('finds the cause at the end of a chain of ten thousand', () => {
    const chain = (first: string): string =>
      program([
        `id: m0, duration: ${first}`,
        ...Array.from({ length: 3000 }, (_, n) => `id: m${n + 1}, duration: 0d, depends_on: [m${n}]`),
      ]);
    const last = diff(chain('1d'), chain('2d')).items.at(-1) as ItemChange;
    assert.deepEqual(
      last.causes.map((cause) => cause.kind === 'item' && cause.path.length),
      [3001],
    );
  });

  it('knows what holds an item although a circle has come, whose last link holds nothing', () => {
    const [n, c, e, f] = ['id: N, duration: 22d', 'id: C, duration: 2d', 'id: E, duration: 2d', 'id: F, duration: 2d'];
    const base = program([n, `${c}, depends_on: [E]`, e, `${f}, depends_on: [C]`] as string[]);
    const head = program([n, `${c}, depends_on: [N, E]`, `${e}, depends_on: [F]`, `${f}, depends_on: [C]`] as string[]);
    const why = lines(diff(base, head)).map((each) =>
      /^\w+ (\w).*?(?: because of (.*))?$/.exec(each)?.slice(1).join(': '),
    );
    assert.ok(!why.includes('C: E'), why.join('\n'));
    assert.ok(
      why.some((each) => each?.startsWith('F: C')),
      why.join('\n'),
    );
  });
});
