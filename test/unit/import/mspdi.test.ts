import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { exportMspdi } from '../../../src/cli/export/export-mspdi.ts';
import type { IncomingItem } from '../../../src/core/import/incoming.ts';
import { isXml, readMspdi } from '../../../src/core/import/mspdi/read-mspdi.ts';
import { formatDay } from '../../../src/core/model/values/day.ts';
import { importPlan } from '../../../src/workspace/import-plan.ts';
import { filesIn } from '../../support/folder.ts';
import { run, snapshotOf } from '../../support/plan.ts';

const HARBOUR = readFileSync(new URL('../../fixtures/import/project.xml', import.meta.url), 'utf8');
const TODAY = Date.parse('2026-11-21') / 86_400_000;

function planOf(xml: string) {
  const read = readMspdi(xml);
  assert.ok('plan' in read, 'trouble' in read ? read.trouble : '');
  return read.plan;
}

function troubleOf(xml: string): string {
  const read = readMspdi(xml);
  assert.ok('trouble' in read);
  return read.trouble;
}

/** A project of some tasks, and what else stands in it. */
const projectOf = (tasks: string, more = ''): string =>
  `<?xml version="1.0"?>\n<Project xmlns="http://schemas.microsoft.com/project">${more}<Tasks>${tasks}</Tasks></Project>`;
const task = (uid: number, more: string): string =>
  `<Task><UID>${uid}</UID><OutlineLevel>1</OutlineLevel>${more}</Task>`;

describe('import of a project of MS Project', () => {
  const plan = planOf(HARBOUR);
  const item = (title: string): IncomingItem => {
    const found = plan.items.find((one) => one.title === title);
    assert.ok(found, title);
    return found;
  };

  it('reads the outline: what is on top as workstreams, what is between as milestones that wait for their parts', () => {
    assert.deepEqual(
      plan.items.map(({ type, title, parent }) => [type, title, parent]),
      [
        ['workstream', 'Ground & works', undefined],
        ['milestone', 'Survey', '1'],
        ['milestone', 'Dredge', '1'],
        ['workstream', 'Gate', undefined],
        ['milestone', 'Build', '4'],
        ['milestone', 'Hinges', '5'],
        ['milestone', 'Leaves', '5'],
        ['milestone', 'Hang the gate', '4'],
        ['milestone', 'Gate closes', undefined],
        ['milestone', 'Old pump', undefined],
      ],
    );
    assert.equal(plan.program.title, 'Harbour gate');
    assert.equal(plan.program.prose, 'Keeps the flood out.');
  });

  it('reads work, progress, dates, constraints, people and notes', () => {
    assert.deepEqual(item('Survey').fields, {
      ...{ duration: '5d', completed: '2026-11-09', started: '2026-11-02', status: 'done' },
    });
    assert.deepEqual(item('Dredge').fields, {
      ...{ owner: 'Ines Vidal <ines@example.org>', due: '2026-12-04' },
      ...{ duration: '10d', started: '2026-11-10', progress: '40%', status: 'in-progress' },
    });
    assert.equal(
      item('Dredge').prose,
      'Mind the wreck — it is <old>.\n\nAssigned: Ines Vidal <ines@example.org>, Tomas',
    );
    assert.deepEqual(item('Hinges').fields, { owner: 'Tomas', start: '2026-12-07', duration: '2d' });
    // Three elapsed days, from a Monday to the morning of a Thursday.
    assert.deepEqual(item('Leaves').fields, { duration: '3d' });
    assert.deepEqual(item('Build').fields, { due: '2027-01-15', duration: '0d' });
    assert.deepEqual(item('Hang the gate').fields, { start: '2027-01-18', duration: '1d' });
    assert.deepEqual(item('Gate closes').fields, { due: '2027-02-01', duration: '0d' });
    assert.deepEqual(item('Old pump').fields, { status: 'cancelled', duration: '2d' });
  });

  it('reads links of each type, with lags, and those of summaries as links of what is in them', () => {
    const linksOf = (title: string): unknown =>
      item(title).links?.map(({ relation, key, type, lag }) => [relation, key, type, lag]);
    assert.deepEqual(linksOf('Dredge'), [['waits-for', '2', 'FS', undefined]]);
    assert.deepEqual(linksOf('Leaves'), [
      ['waits-for', '2', 'FS', '2d'],
      ['waits-for', '3', 'FS', '2d'],
      ['waits-for', '6', 'SS', '2ed'],
    ]);
    assert.deepEqual(linksOf('Gate closes'), [['waits-for', '9', 'FF', '-1d']]);
  });

  it('reads calendars: the week, days off, those that come back, and those of tasks', () => {
    assert.deepEqual(plan.program.calendar, {
      workdays: ['mon', 'tue', 'wed', 'thu'],
      holidays: ['2026-11-26', '2026-12-24..2027-01-02', '2027-11-25', '2028-05-01'],
    });
    assert.deepEqual(item('Dredge').calendar?.workdays, ['mon', 'tue', 'wed', 'thu', 'fri']);
    assert.equal(item('Survey').calendar, undefined);
  });

  it('says what a plan cannot say', () => {
    assert.deepEqual(
      plan.remarks.map(({ place = '-', text }) => `${place}: ${text}`),
      [
        '-: the calendar of the project has days that are worked besides its week: left out',
        'task 9: a lag of 50% is taken for 0d',
        'task 9: it waits for a task of another project: left out',
        'task 3: its calendar has days that are worked besides its week: left out',
        'task 3: several people are assigned: the first is its owner, all stand in its prose',
        'task 7: it takes elapsed time: the working days between its dates are taken',
        'task 9: it is scheduled by hand: its start is kept as the earliest, and links may move it',
      ],
    );
  });

  it('makes a plan without errors', () => {
    const { snapshot, files } = run(importPlan(plan, TODAY));
    assert.deepEqual(
      snapshot.findings.filter(({ severity }) => severity === 'error'),
      [],
    );
    assert.deepEqual(
      files.map(({ path }) => path),
      ['README.md', 'workstreams/ground-works.md', 'workstreams/gate.md'],
    );
    const dates = snapshot.plan.ofType('milestone').map((one) => {
      const finish = snapshot.state.schedule.finish(one);
      return [one.id, finish === undefined ? '-' : formatDay(finish)];
    });
    assert.deepEqual(Object.fromEntries(dates), {
      ...{ 'old-pump': '-', survey: '2026-11-09', dredge: '2026-12-01', hinges: '2026-12-08', leaves: '2026-12-14' },
      ...{ build: '2026-12-14', 'hang-the-gate': '2027-01-18', 'gate-closes': '2027-01-14' },
    });
  });

  it('takes back what was exported, and has its dates', () => {
    const before = snapshotOf(filesIn(new URL('../../../examples/atlas/', import.meta.url)), { today: '2026-11-21' });
    const back = run(importPlan(planOf(exportMspdi(before.plan.items, before, () => undefined)), TODAY)).snapshot;
    assert.deepEqual(
      back.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
      [],
    );
    let compared = 0;
    const others: string[] = [];
    for (const one of before.plan.items) {
      const finish = before.state.schedule.finish(one);
      if (finish === undefined) continue;
      const same = back.plan.items.find(({ id, type }) => id === one.id && type === one.type);
      assert.ok(same, one.key);
      compared++;
      if (back.state.schedule.finish(same) !== finish) others.push(one.id);
    }
    assert.ok(compared > 40, `${compared} items`);
    assert.deepEqual(others, []);
  });
});

describe('import of XML that is no project, or does harm', () => {
  it('is told from a table', () => {
    assert.ok(isXml('<?xml version="1.0"?><Project/>') && isXml('\n  <Project/>'));
    assert.ok(!isXml('Title,Due\na,b\n'));
  });

  it('says what it is, and where it is broken', () => {
    assert.match(troubleOf('<html><body/></html>'), /^it is XML, but no project of MS Project: it begins with <html>/);
    assert.match(
      troubleOf('<Project>\n<Tasks>\n<Task></Tasks>\n</Project>'),
      /^line 3, column 7: it is no XML that can be read/,
    );
    assert.match(troubleOf('<Project><Tasks>'), /^line 1, column 10?: it is no XML/);
    assert.match(troubleOf('<'), /^line 1/);
  });

  it('refuses a document type, so that no entity is ever made', () => {
    const laughs = ['<?xml version="1.0"?>', '<!DOCTYPE lolz [', '<!ENTITY a "ha">'];
    for (let n = 0; n < 9; n++) laughs.push(`<!ENTITY b${n} "${'&a;'.repeat(10)}">`);
    assert.equal(
      troubleOf(`${laughs.join('\n')}]><Project><Tasks/></Project>`),
      'line 2: it has a document type (DOCTYPE), which no project has, and is not read',
    );
    const outside = '<!DOCTYPE x SYSTEM "file:///etc/passwd"><Project/>';
    assert.match(troubleOf(outside), /document type/);
    assert.match(troubleOf(projectOf('<!doctype x [<!ENTITY e SYSTEM "file:///etc/passwd">]>')), /document type/);
  });

  it('takes entities for what they are in XML, and others as they stand', () => {
    const name = '&amp;lt; &lt;b&gt; &#65;&#x1F680; &nbsp; &e; &#0; &#x110000;';
    const { items } = planOf(
      projectOf(task(1, `<Name>${name}</Name><Notes><![CDATA[<!DOCTYPE x> &amp; <b>]]></Notes>`)),
    );
    assert.equal(items[0]?.title, '&lt; <b> A🚀 &nbsp; &e; &#0; &#x110000;');
    assert.equal(items[0]?.prose, '<!DOCTYPE x> &amp; <b>');
  });

  it('refuses what is nested without end, and names that mean something to JavaScript', () => {
    assert.match(
      troubleOf(`<Project>${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}</Project>`),
      /no XML that can be read/,
    );
    assert.match(troubleOf(`<Project>${'<a>'.repeat(100_000)}`), /no XML that can be read/);
    for (const name of ['__proto__', 'constructor', 'prototype', 'hasOwnProperty']) {
      const read = readMspdi(projectOf('', `<${name}>1</${name}>`));
      assert.ok('plan' in read || /no XML that can be read/.test(read.trouble), name);
    }
    assert.equal(({} as Record<string, unknown>)['polluted'], undefined);
  });

  it('reads whatever numbers, dates and links stand in it, or leaves them out', () => {
    const odd = [
      task(
        1,
        '<Name>a</Name><Duration>PT9999999H0M0S</Duration><PredecessorLink><PredecessorUID>1</PredecessorUID></PredecessorLink>',
      ),
      task(1, '<Name>b</Name><Deadline>NA</Deadline><PercentComplete>x</PercentComplete>'),
      task(2, '<Name></Name><Deadline>2026-02-30T00:00:00</Deadline><Duration>soon</Duration>'),
      task(3, '<Name>c</Name><Deadline>9999-01-01T00:00:00</Deadline><PercentComplete>140</PercentComplete>'),
      task(
        4,
        '<Name>d</Name><PredecessorLink><PredecessorUID>99</PredecessorUID><Type>9</Type><LinkLag>1e99</LinkLag></PredecessorLink>',
      ),
      task(5, '<Name>e</Name><PredecessorLink><PredecessorUID>6</PredecessorUID></PredecessorLink>'),
      task(6, '<Name>f</Name><PredecessorLink><PredecessorUID>5</PredecessorUID></PredecessorLink>'),
      '<Task><Name>no number</Name></Task><Task><UID>7</UID><OutlineLevel>9</OutlineLevel><Name>deep</Name></Task>',
    ];
    const more =
      '<CalendarUID>1</CalendarUID><Calendars><Calendar><UID>1</UID><BaseCalendarUID>2</BaseCalendarUID></Calendar><Calendar><UID>2</UID><BaseCalendarUID>1</BaseCalendarUID><Exceptions><Exception><TimePeriod><FromDate>1970-01-01T00:00:00</FromDate><ToDate>2199-12-31T00:00:00</ToDate></TimePeriod></Exception></Exceptions></Calendar></Calendars>';
    const { snapshot, remarks } = run(importPlan(planOf(projectOf(odd.join(''), more)), TODAY));
    assert.deepEqual(
      snapshot.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
      [],
    );
    assert.equal(snapshot.plan.ofType('milestone').length + snapshot.plan.ofType('workstream').length, 8);
    assert.ok(remarks.some(({ text }) => text.includes('"99"')));
  });
});
