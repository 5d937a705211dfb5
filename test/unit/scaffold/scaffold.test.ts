import assert from 'node:assert/strict';
import { ITEM_TYPES, typeNamed } from '../../../src/core/model/registry.ts';
import { parseDay } from '../../../src/core/model/values/day.ts';
import { fileNameFor, isTaken } from '../../../src/core/scaffold/file-name.ts';
import { firstPlan } from '../../../src/core/scaffold/first-plan.ts';
import { folderProblem } from '../../../src/core/scaffold/folder-name.ts';
import { healthToTell, newItemText } from '../../../src/core/scaffold/new-item.ts';
import { placeFor } from '../../../src/core/scaffold/place.ts';
import { idFromTitle, suggestId } from '../../../src/core/scaffold/suggest-id.ts';
import { textProblem } from '../../../src/core/scaffold/text-problem.ts';
import { isForSomething, mayBeFor, whatFor } from '../../../src/core/scaffold/what-for.ts';
import { yamlText } from '../../../src/core/scaffold/yaml-text.ts';
import { findingsOf, snapshotOf } from '../../support/plan.ts';

const today = '2026-11-21';
const day = parseDay(today) as number;
const type = (name: string) => typeNamed(name) as (typeof ITEM_TYPES)[number];
const files = (title: string, on = day) =>
  Object.fromEntries(firstPlan({ title, today: on }).map(({ path, text }) => [path, text]));

/** Titles that YAML, Markdown or a file system would like to understand as something else. */
const TITLES = [
  'Atlas migration',
  'yes',
  '2026-11-21',
  '@home: a #1 "plan"',
  "d'été — 100 %",
  '移行計画',
  '---',
  '[x]',
];

describe('a first plan', () => {
  for (const title of TITLES) {
    it(`has no findings when it is called ${title}`, () => {
      assert.deepEqual(findingsOf(files(title), { today }), []);
      const { plan } = snapshotOf(files(title), { today });
      assert.equal(plan.programs.length, 1);
      assert.equal(plan.programs[0]?.item?.title, title);
      assert.deepEqual(
        plan.items.map((item) => item.type.name),
        ['program', 'milestone', 'milestone', 'risk'],
      );
    });
  }

  it('has no findings on any day of a week or year on which it is written', () => {
    for (let offset = 0; offset < 400; offset += 5) {
      const on = new Date(Date.UTC(2026, 10, 21 + offset)).toISOString().slice(0, 10);
      assert.deepEqual(findingsOf(files('Atlas', day + offset), { today: on }), [], on);
    }
  });
});

describe('a new item', () => {
  for (const { name } of ITEM_TYPES) {
    for (const title of TITLES) {
      it(`that is a ${name} called ${title} has no findings and says what was said`, () => {
        const text = newItemText({
          ...{ type: type(name), id: 'new-one', title, owner: '@dana', from: 'Team: #2', due: '2027-W10', today: day },
        });
        const plan = { ...files('Atlas'), [`${name}/new-one.md`]: text };
        assert.deepEqual(findingsOf(plan, { today }), []);
        const item = snapshotOf(plan, { today }).plan.items.find(({ id }) => id === 'new-one');
        assert.equal(item?.type.name, name);
        assert.equal(item?.title, title);
        assert.equal(item?.owner?.name, 'dana');
        if (name === 'dependency') assert.equal(item?.values.from?.name, 'Team: #2');
      });
    }
  }

  it('that is a gate says what it is for, by a reference that is found from its program', () => {
    const plan = {
      'a/README.md':
        '---\ntype: program\nid: a\nowner: maria\nmilestones: [{ id: m, owner: dana }, { id: x, owner: dana }, { id: "null", owner: dana }]\n---\n',
      'b/README.md':
        '---\ntype: program\nid: b\nowner: maria\nmilestones: [{ id: n, owner: dana }, { id: x, owner: dana }, { id: over, status: done }]\nrisks: [{ id: R-1 }]\n---\n',
    };
    const { plan: made } = snapshotOf(plan, { today });
    assert.deepEqual(
      mayBeFor(type('gate'), 'b', made).map(({ key }) => key),
      ['b/n', 'b/x', 'a/m', 'a/x', 'a/null'],
    );
    assert.equal(isForSomething(type('milestone')), false);
    const found = ['b/n', 'a/x', 'm', 'null'].map((one) => whatFor(one, type('gate'), 'b', made));
    assert.deepEqual(
      found.map((one) => one.ok && one.value),
      ['n', 'a/x', 'm', 'null'],
    );
    for (const [one, why] of [
      ['mm', /there is no item "mm"/],
      ['R-1', /"R-1" is a risk, and a milestone belongs here/],
      ['b/no-such', /program b has no item "no-such"/],
      ['x y', /write an id/],
    ] as const) {
      const refused = whatFor(one, type('gate'), 'b', made);
      assert.match(refused.ok ? '' : refused.why, why);
    }
    const text = newItemText({
      ...{ type: type('gate'), id: 'G-1', title: 'Pen test', owner: 'dana', today: day },
      for: found.flatMap((one) => (one.ok ? [one.value] : [])),
    });
    assert.match(text, /\nfor: \["n", a\/x, m, "null"\]\n/);
    assert.equal(text.match(/^for:/gm)?.length, 1);
    const { plan: after } = snapshotOf({ ...plan, 'b/gates/G-1.md': text }, { today });
    const gate = after.items.find(({ id }) => id === 'G-1');
    assert.deepEqual(gate && after.linksFrom(gate).map(({ to }) => to.key), ['b/n', 'a/x', 'a/m', 'a/null']);
  });

  it('that is an update is told today, with the health that its program has', () => {
    const files = {
      'README.md': `---\ntype: program\nid: atlas\nowner: maria\nstart: 2026-09-01\ncadence: { updates: 1w }\ntarget: 2026-11-24\nmilestones: [{ id: m, owner: dana, duration: 20d }]\n---\n`,
    };
    const before = snapshotOf(files, { today });
    assert.ok(before.findings.some(({ code }) => code === 'update-missed'));
    const health = healthToTell(type('update'), 'atlas', before);
    assert.deepEqual([health, healthToTell(type('risk'), 'atlas', before)], ['red', undefined]);
    const text = newItemText({
      type: type('update'),
      id: 'week-47',
      title: 'Week 47',
      owner: 'maria',
      health,
      today: day,
    });
    assert.match(
      text,
      /^---\ntype: update\nid: week-47\ntitle: Week 47\nowner: maria\ndate: 2026-11-21\nhealth: red\nupdated: 2026-11-21\n---\n/,
    );
    const after = snapshotOf({ ...files, 'updates/week-47.md': text }, { today });
    assert.deepEqual(
      after.findings.filter(({ code }) => ['update-missed', 'health-mismatch'].includes(code)),
      [],
    );
    assert.equal(after.plan.items.find(({ id }) => id === 'week-47')?.status, 'published');
  });

  it('leaves out what nobody has said', () => {
    const text = newItemText({ type: type('milestone'), id: 'a', title: 'A\n B', today: day });
    assert.match(
      text,
      /^---\ntype: milestone\nid: a\ntitle: A B\nstatus: planned\nupdated: 2026-11-21\n---\n\n# A B\n/,
    );
  });
});

describe('the id of a new item', () => {
  const { plan } = snapshotOf({
    'README.md': '---\ntype: program\nid: atlas\n---\n',
    'risks.md': '---\ntype: register\nrisks: [{ id: RISK-7 }, { id: RISK-009 }, { id: other }]\n---\n',
    'b.md': '---\ntype: milestone\nid: public-api\n---\n',
  });
  for (const [name, title, id] of [
    ['risk', 'Anything', 'RISK-10'],
    ['decision', 'Anything', 'D-1'],
    ['milestone', 'Public API!', 'public-api-2'],
    ['milestone', '移行計画', '移行計画'],
    ['milestone', '---', 'milestone'],
  ] as const) {
    it(`of a ${name} called ${title} is ${id}`, () => assert.equal(suggestId(type(name), title, 'atlas', plan), id));
  }

  it('is cut at a word', () => {
    assert.equal(
      idFromTitle('A long title that goes on and on and never ends at all'),
      'a-long-title-that-goes-on-and-on-and',
    );
    assert.equal(idFromTitle('x'.repeat(100)).length, 40);
  });
});

describe('the file of a new item', () => {
  it('goes to the others of its type, else into a folder beside its program', () => {
    const { plan } = snapshotOf({
      'atlas/README.md': '---\ntype: program\nid: atlas\nrisks: [{ id: R-1 }]\n---\n',
      'atlas/adr/1.md': '---\ntype: decision\nid: D-1\n---\n',
      'other/README.md': '---\ntype: program\nid: other\n---\n',
      'elsewhere/m.md': '---\ntype: milestone\nid: m\nprogram: other\n---\n',
    });
    const place = (name: string, program: string) => placeFor(type(name), 'x', program, plan);
    assert.deepEqual(place('decision', 'atlas'), { folder: 'atlas/adr', name: 'x.md', needsProgram: false });
    assert.deepEqual(place('risk', 'atlas'), { folder: 'atlas/risks', name: 'x.md', needsProgram: false });
    assert.deepEqual(place('milestone', 'other'), { folder: 'elsewhere', name: 'x.md', needsProgram: true });
    assert.deepEqual(place('program', 'atlas'), { folder: 'atlas/x', name: 'README.md', needsProgram: false });
  });

  it('has a name that every system takes', () => {
    assert.equal(fileNameFor('api-freeze'), 'api-freeze.md');
    assert.equal(fileNameFor('aux'), 'item-aux.md');
    assert.equal(fileNameFor('COM1.x'), 'item-COM1.x.md');
    assert.equal(fileNameFor('v1.'), 'v1.md');
    assert.equal(fileNameFor('ä'.repeat(200)).length, 63);
    assert.ok(isTaken('A.md', ['a.md']));
    assert.ok(!isTaken('A.md', ['b.md']));
  });
});

describe('a folder for a plan', () => {
  it('stays inside, out of hidden folders, and has a name on every system', () => {
    for (const path of ['plan', 'docs/my plan', '計画']) assert.equal(folderProblem(path), undefined, path);
    const refused = [
      '',
      ' ',
      '..',
      '../x',
      'a/../b',
      '/tmp',
      'C:x',
      'c:\\x',
      'a\\b',
      '.git',
      'a/.vscode/b',
      'a//b',
      './a',
    ];
    for (const path of [...refused, 'aux', 'a/con.d', 'x.', 'x ', 'a?', 'a\u202eb'])
      assert.ok(folderProblem(path), path);
  });
});

describe('a text for a plan', () => {
  it('holds nothing that cannot be seen', () => {
    for (const text of ['Öffnung 2', 'a\tb\n', '👩\u200d💻 ships', 'می\u200cخواهم', ''])
      assert.equal(textProblem(text), undefined);
    assert.equal(textProblem('a\u202eb\u0007\u202e'), 'leave out what cannot be seen: \\u{202e}, \\u{7}');
    for (const text of ['\ufeffa', 'a\u200b', '\u{e0041}', 'a\u2028b'])
      assert.ok(textProblem(text), JSON.stringify(text));
  });
});

describe('a text in YAML', () => {
  it('is quoted only where it has to be', () => {
    for (const plain of ['Public API frozen', 'd’été (2)', 'a + b']) assert.equal(yamlText(plain), plain);
    for (const text of ['yes', '12', '2026-11-21', 'a: b', 'a #b', '@x', '', ' x', 'tbd', '- a', 'x:', '"', 'a,b']) {
      assert.equal(yamlText(text), JSON.stringify(text));
    }
  });

  it('escapes what YAML takes for no text, and what turns the order of a line', () => {
    const title = 'A\u009bB\u007f\u202e\ufeff\u2066';
    assert.equal(yamlText(title), '"A\\u009bB\\u007f\\u202e\\ufeff\\u2066"');
    const { plan } = snapshotOf({ 'a.md': `---\ntype: milestone\ntitle: ${yamlText(title)}\n---\n` });
    assert.equal(plan.items[0]?.title, title);
  });
});
