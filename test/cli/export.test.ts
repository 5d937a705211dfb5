import assert from 'node:assert/strict';
import ICAL from 'ical.js';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { folderWith, inProcess as milepost, removeFolders } from './support.ts';

const TEXTS = [
  ...HOSTILE_TEXTS,
  '=cmd|" /C calc"!A0',
  '+1',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  'a,b;c',
  'say "hi"',
  'Größe 移行 🚀',
];

/** A table by RFC 4180, as another program reads it. */
function readCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|$)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
    if (end === '') break;
  }
  return rows.slice(0, -1);
}

describe('milepost export', () => {
  let plan: string;
  const run = async (...args: string[]): Promise<string> => {
    const { status, stdout, stderr } = await milepost(plan, 'export', '--no-git', ...args);
    assert.deepEqual([status, stderr], [0, '']);
    return stdout;
  };

  before(() => {
    const risks = TEXTS.map((text, at) => `  - { id: R-${at}, owner: dana, title: ${JSON.stringify(text)} }\n`);
    plan = folderWith({
      'milepost.yaml': '',
      'README.md': `---\ntype: program\nid: atlas\nowner: maria\nstart: 2026-11-23\nrisks:\n${risks.join('')}---\n`,
      'api.md':
        '---\ntype: milestone\nid: api\ntitle: "API, frozen; at last\\n"\nowner: maria\nduration: 20d\ndue: 2026-12-11\nreview_by: 2026-12-01\ntags: [launch]\n---\n',
      'gone.md': '---\ntype: milestone\nid: gone\nowner: chen\nstatus: cancelled\ndue: 2026-12-24\n---\n',
      'gate.md': '---\ntype: gate\nid: pen-test\ntitle: Pen test\nowner: dana\nfor: [api]\nlead_time: 10d\n---\n',
      'D-1.md': '---\ntype: decision\ntitle: Token format\nowner: dana\ndue: 2026-11-27\n---\n',
    });
  });
  after(removeFolders);

  it('writes a table that is read back as it was, in every language, with commas, quotes and line breaks', async () => {
    const stdout = await run('risks');
    assert.ok(stdout.startsWith('\ufeffid,type,title,'));
    const [head, ...rows] = readCsv(stdout.slice(1));
    assert.equal(rows.length, TEXTS.length);
    const title = head?.indexOf('title') ?? -1;
    for (const [at, row] of rows.entries()) {
      assert.equal(row.length, head?.length, TEXTS[at]);
      assert.equal(row[title]?.replace(/^'(?=[=+\-@\t\r\n＝＋－＠|%])/, ''), TEXTS[at]);
    }
  });

  it('writes no cell that a spreadsheet takes for a formula', async () => {
    const [, ...rows] = readCsv((await run()).slice(1));
    const cells = rows.flat().filter((cell) => !/^-?\d+(?:\.\d+)?$/.test(cell));
    assert.deepEqual(
      cells.filter((cell) => /^[=+\-@\t\r\n|%]/.test(cell)),
      [],
    );
    assert.ok(cells.some((cell) => cell.startsWith("'=cmd")));
  });

  it('says in a table what is forecast, and has a column for each field that is written', async () => {
    const [head, row] = readCsv((await run('milestones', 'owner=maria')).slice(1));
    const of = (name: string): string | undefined => row?.[head?.indexOf(name) ?? -1];
    assert.deepEqual(['id', 'duration', 'due', 'tags', 'forecast_finish', 'slip', 'critical', 'file'].map(of), [
      'api',
      '20d',
      '2026-12-11',
      'launch',
      '2026-12-18',
      '5',
      'yes',
      'api.md',
    ]);
    assert.ok(!head?.includes('severity'));
  });

  it('writes a calendar with an event for each day that people keep, under names that stay', async () => {
    const stdout = await run('--format', 'ics');
    assert.equal(stdout, await run('--format', 'ics'));
    for (const line of stdout.split('\r\n')) assert.ok(Buffer.byteLength(line) <= 75 && !/[\r\n]/.test(line), line);
    const calendar = new ICAL.Component(ICAL.parse(stdout));
    const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
    assert.deepEqual(
      events.map(({ uid, summary, startDate, component }) =>
        [uid, startDate.toString(), summary, component.getFirstPropertyValue('status')].join(' | '),
      ),
      [
        'due/atlas/D-1@milepost | 2026-11-27 | Decide: Token format | CONFIRMED',
        'due/atlas/api@milepost | 2026-12-11 | API, frozen; at last | CONFIRMED',
        'review/atlas/api@milepost | 2026-12-01 | Review: API, frozen; at last | CONFIRMED',
        'submit/atlas/pen-test@milepost | 2026-11-30 | Hand in the papers: Pen test | CONFIRMED',
        'due/atlas/gone@milepost | 2026-12-24 | gone | CANCELLED',
      ],
    );
    assert.match(
      events[1]?.description ?? '',
      /^milestone atlas\/api\nOwner: maria\n[\s\S]*Forecast: 2026-12-18\napi\.md$/,
    );
  });

  it('writes no line of a calendar that a text of the plan makes up', async () => {
    const texts = TEXTS.concat('x\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:AUDIO', 'y\nATTACH:http://x');
    const files = Object.fromEntries(
      texts.map((text, at) => [
        `${at}.md`,
        `---\ntype: milestone\nid: m-${at}\nowner: dana\ndue: 2026-12-11\ntitle: ${JSON.stringify(text)}\n---\n`,
      ]),
    );
    const folder = folderWith({ 'milepost.yaml': '', ...files });
    const { stdout } = await milepost(folder, 'export', '--no-git', '--format', 'ics');
    const events = new ICAL.Component(ICAL.parse(stdout)).getAllSubcomponents('vevent');
    assert.equal(events.length, texts.length);
    for (const event of events) assert.deepEqual(event.getAllSubcomponents(), []);
    assert.ok(!/^(?:ATTACH|BEGIN:VALARM)/m.test(stdout));
  });

  it('writes every field as data', async () => {
    const { items } = JSON.parse(await run('gates', '--format', 'json'));
    assert.deepEqual(items[0].fields, {
      ...{ type: 'gate', id: 'pen-test', title: 'Pen test', owner: 'dana', for: 'api', lead_time: '10d' },
      status: 'not-started',
    });
  });
});
