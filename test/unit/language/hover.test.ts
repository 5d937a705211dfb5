import assert from 'node:assert/strict';
import { ITEM_TYPES } from '../../../src/core/model/registry.ts';
import { statusesOf } from '../../../src/core/model/status.ts';
import { statusMeaning } from '../../../src/core/model/status-meaning.ts';
import { drawNeighbours } from '../../../src/language/hover/draw-neighbours.ts';
import type { HoverLine } from '../../../src/language/hover/hover.ts';
import { hoverAt } from '../../../src/language/hover/hover-at.ts';
import { hoverInConfiguration } from '../../../src/language/hover/hover-in-yaml.ts';
import { hoverMarkdown } from '../../../src/language/hover/hover-markdown.ts';
import { neighboursOf } from '../../../src/language/hover/neighbours.ts';
import { PALETTES } from '../../../src/language/hover/palettes.ts';
import type { PlanNow } from '../../../src/language/request.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts';
import { CURSOR, placeIn } from '../../support/place.ts';
import { snapshotOf } from '../../support/plan.ts';
import { remark } from '../blocks/remark.ts';

const PROGRAM = `---
type: program
id: atlas
calendar:
  holidays: [2026-12-25, 2026-12-28..2027-01-01]
  freezes: [{ name: Year-end, from: 2026-12-14, to: 2027-01-04, tags: [prod] }]
milestones:
  - { id: ga, owner: dana, due: 2026-12-02, key: true, depends_on: [schema FS+5d] }
  - { id: schema, owner: dana, status: in-progress, duration: 10d, started: 2026-11-16 }
---
`;

const milestone = (more: string, body = ''): string =>
  `---\ntype: milestone\nid: beta\nowner: maria\n${more}---\n${body}`;

/** What is said at the cursor, a line for each line, with the items that lead somewhere in brackets. */
function said(text: string): readonly string[] | undefined {
  const found = hoverAt(placeIn({ 'README.md': PROGRAM, 'x.md': text }));
  return found?.sections.flatMap(({ title, lines, below = [] }) => [title, ...[...lines, ...below].map(plain)]);
}

const plain = (line: HoverLine): string =>
  typeof line === 'string'
    ? line
    : line.map((piece) => (typeof piece === 'string' ? piece : `[${piece.text}]`)).join('');

describe('a hover', () => {
  it('is the card of an item where one is named, in front matter, registers and prose', () => {
    const card = [
      'ga',
      'milestone atlas/ga · Status: planned · Owner: dana · Due: 2 Dec 2026',
      'Forecast: 4 Dec 2026, 2 working days late',
      'Critical: every slip moves the end of the program · Margin to due dates: −2 working days',
      'Driven by schema',
      'Late because of schema: started on 16 Nov, takes 10d',
      'Waits for [schema]',
    ];
    assert.deepEqual(said(milestone('relates_to: [g⌖a]\n')), card);
    assert.deepEqual(said('---\nrisks:\n  - { id: R-1, title: One, affects: [g⌖a] }\n---\n'), card);
    assert.deepEqual(said(milestone('', '\nSee [[g⌖a]].\n')), card);
    assert.deepEqual(said(milestone('relates_to: [nowh⌖ere]\n')), undefined);
  });

  it('is there in any line ending, behind a byte order mark, and in YAML that is half written', () => {
    for (const text of [
      milestone('relates_to:\n  - "g⌖a"\n').replaceAll('\n', '\r\n'),
      milestone('relates_to: [g⌖a]\n').replaceAll('\n', '\r'),
      `\ufeff${milestone("relates_to: ['g⌖a']\n")}`,
      milestone(`title: "not closed\nrelates_to: [g⌖a]\n`),
      milestone('tags: [one, two\nrelates_to: [g⌖a]\n'),
      milestone('due\nrelates_to: [g⌖a]\n'),
    ])
      assert.equal(said(text)?.[0], 'ga', JSON.stringify(text));
  });

  it('says what a type is where its word stands for the id of a file', () => {
    const lines = said('---\ntype: mile⌖stone\n---\n');
    assert.deepEqual(lines?.slice(0, 2), ['x', 'milestone atlas/x · Status: planned · Owner: nobody']);
    assert.ok(lines?.includes('Something to be reached, with or without work of its own.'));
    assert.equal(said('---\ntype: mile⌖stone\nid: beta\n---\n')?.[0], 'milestone');
  });

  it('says what a field means, its form, and what holds without it', () => {
    assert.deepEqual(said(milestone('depends-⌖on: [ga]\n')), [
      'depends_on, written as depends-on',
      'What it waits for.',
      'Form: a dependency such as api-freeze, api-freeze SS+3d, or { id: api-freeze, type: SS, lag: 3d }, or a list of them',
      'Refers to a milestone, dependency or decision',
    ]);
    assert.ok(said(milestone('stat⌖us: done\n'))?.includes('Where none is written: planned'));
    assert.ok(
      said(milestone('').replace('owner', 'own⌖er'))?.includes('Where it is not written: the owner of its workstream'),
    );
  });

  it('says what the keys of registers, of collections and of mappings mean', () => {
    const register = (text: string): readonly string[] | undefined => said(`---\n${text}---\n`);
    assert.deepEqual(register('milest⌖ones:\n  - { id: one }\n'), [
      'milestones',
      'Something to be reached, with or without work of its own.',
      'Holds a milestone for each entry',
    ]);
    assert.deepEqual(register('type: register\nprog⌖ram: atlas\nmilestones:\n  - { id: one }\n')?.slice(0, 2), [
      'program',
      'The program it belongs to, where its folder does not say.',
    ]);
    assert.deepEqual(register('type: program\nid: two\ncalendar:\n  holi⌖days: [2026-12-24]\n'), [
      'holidays',
      'Form: a date, or a range such as 2026-12-28..2027-01-01, or a list of them',
    ]);
    assert.equal(register('type: program\nid: two\nnobo⌖dys: 1\n'), undefined);
  });

  it('says what the keys of the configuration mean', () => {
    const { offset, snapshot, text } = configurationOf('tolerance: 3d\nbase⌖line: v1\ncalendar:\n  workdays: [mon]\n');
    const at = (place: number): string | undefined =>
      hoverInConfiguration({ ...snapshot, path: 'milepost.yaml', text, offset: place })?.sections[0]
        ?.lines[0] as string;
    assert.equal(at(offset), 'A git tag or commit to measure drift against.');
    assert.equal(at(text.indexOf('calendar')), 'Working days, holidays and freezes of every program.');
    assert.match(at(text.indexOf('workdays')) ?? '', /^Form: mon, tue/);
    assert.equal(at(text.indexOf('v1')), undefined);
  });

  it('knows a reference whose bracket or quote is still open', () => {
    for (const more of [
      'depends_on: [g⌖a\n',
      'depends_on: [⌖ga\n',
      'depends_on: [schema, g⌖a\n',
      'relates_to: ["g⌖a\n',
      'depends_on:\n  - { id: g⌖a\n',
    ])
      assert.equal(said(milestone(more))?.[0], 'ga', more);
  });

  it('says of a date its weekday, how far off it is, and why nobody works on it', () => {
    assert.deepEqual(said(milestone('due: 2026-12-1⌖1\n')), ['Friday, 11 Dec 2026', 'In 15 working days (20 days)']);
    assert.deepEqual(said(milestone('created: 2026-11-2⌖0\n')), ['Friday, 20 Nov 2026', '1 day ago']);
    assert.deepEqual(said(milestone('created: 2026-11-2⌖1\n')), [
      'Saturday, 21 Nov 2026',
      'Today',
      'No working day: nobody works on Saturdays',
    ]);
    assert.deepEqual(said(milestone('due: 2026-12-2⌖5\n'))?.[2], 'No working day: a holiday');
    assert.deepEqual(
      said(milestone('tags: [prod]\ndue: 2026-12-1⌖6\n'))?.[2],
      'No working day: frozen until 4 Jan 2027 (Year-end)',
    );
  });

  it('says which day of a period a field takes', () => {
    const days = (field: string): readonly string[] | undefined => said(milestone(`${field}: 2026-Q⌖4\n`))?.slice(0, 2);
    assert.deepEqual(days('due'), ['Thursday, 31 Dec 2026', 'The last day of 1 Oct 2026 to 31 Dec 2026']);
    assert.deepEqual(days('start'), ['Thursday, 1 Oct 2026', 'The first day of 1 Oct 2026 to 31 Dec 2026']);
    assert.deepEqual(days('windows'), ['1 Oct 2026 to 31 Dec 2026', '61 working days']);
  });

  it('says what lengths, links, levels, statuses and persons come to', () => {
    assert.deepEqual(said(milestone('duration: 2⌖w\n')), ['10 working days', 'Forecast: 23 Nov to 4 Dec']);
    assert.deepEqual(said(milestone('review_every: 2⌖ew\n')), ['14 days']);
    assert.deepEqual(said(milestone('depends_on: [ga SS⌖-3d]\n')), ['SS-3d', 'beta can start 3d before ga starts']);
    assert.deepEqual(said(milestone('confidence: 60⌖%\n')), ['60 %: high, 4 of 5']);
    assert.deepEqual(said(milestone('status: w⌖ip\n')), [
      'in progress',
      'Of milestones: work has begun',
      'Counts as open',
      'wip is read as it',
    ]);
    assert.deepEqual(said(milestone('').replace('maria', 'da⌖na')), ['dana', 'Owns 3 open items · 2 critical']);
    assert.equal(said(milestone('due: tb⌖d\n')), undefined);
    for (const type of ITEM_TYPES)
      for (const status of statusesOf(type)) assert.notEqual(statusMeaning(type, status), '');
  });

  it('says what a live block shows, and of an option the item that it names', () => {
    const block = (comment: string): readonly string[] | undefined =>
      said(milestone('', `\n<!-- milepost ${comment} -->\n<!-- /milepost 2026-11-20 -->\n`));
    assert.deepEqual(block('gra⌖ph depth=2 owner=maria'), [
      'Live block: graph',
      'The dependencies, drawn by Mermaid: of the whole plan, of a program, or around one item.',
      'depth=2: How many links focus reaches, up and down: 2 without it.',
      'owner=maria: only items that are so',
      'As of 2026-11-20',
    ]);
    assert.equal(block('graph focus=g⌖a')?.[0], 'ga');
    assert.equal(block('mist⌖akes'), undefined);
  });

  it('draws what stands around an item, and counts what there is no room for', () => {
    const many = Array.from({ length: 6 }, (_, n) => `  - { id: m${n} }\n`).join('');
    const asked = placeIn({
      'x.md': `---\nmilestones:\n${many}  - { id: ⌖end, depends_on: [m0, m1, m2, m3, m4, m5] }\n---\n`,
    });
    const svg = drawing('end', asked);
    assert.deepEqual(
      [...svg.matchAll(/<text[^>]*>([^<]*)/g)].map(([, label]) => label),
      [...['m0', 'm1', 'm2', 'and 3 more', 'end']],
    );
    assert.equal(neighboursOf(asked.plan.items[0] as never, asked)?.after.length, 1);
  });

  it('is text, whatever documents say: no markup, no link, no icon, no command', () => {
    for (const text of [...HOSTILE_TEXTS, '[x](command:workbench.action.quit)', '$(bug) $(alert)', '# x', '+ x']) {
      const written = JSON.stringify(text);
      const asked = placeIn({
        'README.md': `---\ntype: program\nid: atlas\nmilestones:\n  - { id: a, depends_on: [b, ${written}] }\n---\n`,
        'b.md': `---\ntype: milestone\nid: ⌖b\ntitle: ${written}\nowner: ${written}\nnote: ${written}\n---\n`,
      });
      const found = hoverAt(asked);
      assert.ok(found);
      const markdown = hoverMarkdown(found, { palette: PALETTES.dark, addressOf: ({ id }) => `file:///${id}` });
      const { links, outline } = remark(markdown);
      const [picture, link, ...more] = links;
      assert.deepEqual([link, picture?.slice(0, 19), more], ['file:///a', 'data:image/svg+xml,', []], text);
      assert.match(
        outline,
        /^root\(paragraph\(strong(?:\(\))?\),paragraph\(break\(\)(?:,break\(\))?\),paragraph\(image\(\)\),paragraph\(link\(\)\)\)$/,
        text,
      );
      assert.deepEqual(markdown.match(/\$\([^)]*\)/g), ['$(milestone)'], text);
    }
  });
});

/** A configuration that holds the cursor, beside a plan. */
function configurationOf(marked: string) {
  const text = marked.replace(CURSOR, '');
  return {
    text,
    offset: marked.indexOf(CURSOR),
    snapshot: snapshotOf({ 'README.md': PROGRAM, 'milepost.yaml': text }),
  };
}

function drawing(id: string, asked: PlanNow): string {
  const item = asked.plan.items.find((each) => each.id === id);
  const around = item && neighboursOf(item, asked);
  assert.ok(around);
  return drawNeighbours(around, PALETTES.light);
}
