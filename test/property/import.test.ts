import assert from 'node:assert/strict';
import { stringify } from 'csv-stringify/sync';
import fc from 'fast-check';
import { readCsv } from '../../src/core/import/csv/read-csv.ts';
import { importPlan } from '../../src/workspace/import-plan.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { run } from '../support/plan.ts';

const TODAY = 20_778;

const HEADINGS =
  'Title,Issue key,Issue id,Issue Type,Status,Status Category,Resolution,Assignee,Component/s,Component/s,Parent,Due date,Start,Duration,Original Estimate,% complete,Labels,Description,Depends on,Blocks,Relates to,Probability,Impact,Mitigation,Priority,Affects,Supersedes,Links,Resolved,Key,Id,Program,Project,Project lead,Goal,Note,Needs,Calendar,Samples,RAG,Confidence,Cadence,Windows,Budget,Estimate'.split(
    ',',
  );

/** Names that several rows have, so that they refer to each other, and collide. */
const names = fc.constantFrom(
  'A-1',
  'A-2',
  'a-1',
  'A 3',
  'Ärger',
  'x',
  '7',
  '007',
  'atlas',
  'program',
  '__proto__',
  'constructor',
  'milestone',
);
const words = fc.constantFrom(
  ...[
    'Epic',
    'Story',
    'Bug',
    'Risk',
    'Decision',
    'Workstream',
    'Program',
    'Gate',
    'Metric',
    'Objective',
    'Update',
    'Retro',
    'Dependency',
  ],
  ...[
    'To Do',
    'In Progress',
    'Done',
    'Won’t Do',
    'QA',
    'Blocked',
    'high',
    '40%',
    '1',
    '3d',
    '2w 1d',
    '99999d',
    '-3d',
    '0',
  ],
  ...[
    '2026-12-11',
    '11.12.2026',
    '21/Nov/26 3:04 PM',
    '2026-Q4',
    '1969-01-01',
    '9999-12-31',
    'Maria Silva <m@x.org>',
    '@',
    'sam, li',
  ],
  ...[
    'A-1 FS+2d',
    '7FS-1w',
    'id: A-1, type: SS, lag: 2d',
    'A-1, A-2; x',
    'true',
    'null',
    'yes',
    '~',
    'tbd',
    '{a: b}',
    '[a, b]',
  ],
  ...[
    '# heading',
    '---',
    '- [ ] box',
    '[[A-1]]',
    '{#A-2}',
    'x {#A-2}',
    '<!-- milepost status -->',
    '<!-- /milepost -->',
    '| a | b |',
    '> q',
  ],
  ...[
    '```',
    '~~~',
    '    code',
    '1. one',
    '===',
    '\u202eRTL',
    'א: ב',
    '🚀',
    '\ud800',
    '\u0000',
    '\u2028',
    'a\r\nb',
    'a\n\n## A-1: b\n\nc',
    "'=1",
    '=1',
  ],
);
const cell = fc.oneof(
  { weight: 4, arbitrary: fc.constant('') },
  { weight: 4, arbitrary: words },
  { weight: 4, arbitrary: names },
  { weight: 2, arbitrary: fc.constantFrom(...HOSTILE_TEXTS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
);
const table = fc
  .shuffledSubarray(HEADINGS, { minLength: 3 })
  .map((headings) => (headings.includes('Title') ? headings : ['Title', ...headings]))
  .chain((headings) =>
    fc.record({
      headings: fc.constant(headings),
      rows: fc.array(fc.array(cell, { minLength: headings.length - 2, maxLength: headings.length + 1 }), {
        minLength: 1,
        maxLength: 12,
      }),
      delimiter: fc.constantFrom(',', ';', '\t'),
    }),
  );

describe('import', () => {
  it('makes a plan without errors of any table, with an item of each row that is none of the program', () => {
    fc.assert(
      fc.property(table, ({ headings, rows, delimiter }) => {
        const text = stringify([headings, ...rows], { delimiter, quoted_match: /[\r\n]/ });
        const read = readCsv(text, { map: new Map(), types: new Map(), dates: 'dmy' });
        if ('trouble' in read) {
          assert.ok(
            rows.flat().every((cell) => cell.trim() === ''),
            JSON.stringify(read),
          );
          return;
        }
        const { snapshot, files } = run(importPlan(read.plan, TODAY));
        const told = snapshot.findings
          .filter(
            ({ severity, code }) =>
              severity === 'error' || code === 'yaml-surprise' || code === 'unknown-field' || code === 'broken-mention',
          )
          .map(({ code, message, source }) => `${source.path}: ${code}: ${message}`);
        assert.deepEqual(told, [], files.map(({ path, text }) => `${path}\n${text}`).join('\n'));
        const { items } = snapshot.plan;
        const streams = read.plan.items.filter(({ type }) => type === 'workstream').length;
        assert.equal(
          items.filter(({ type }) => type.name !== 'program' && type.name !== 'workstream').length,
          read.plan.items.length - streams,
        );
        const ids = items.map(({ id }) => id.toLowerCase());
        assert.equal(new Set(ids).size, ids.length);
        // What stands in a cell is text, and never a live block or the prose of another item.
        for (const document of snapshot.plan.documents) {
          const allowed = document.path === 'README.md' ? ['status', 'timeline', 'decisions'] : ['risks'];
          for (const block of document.body.blocks)
            assert.ok(allowed.includes(document.text.slice(block.open.start, block.open.end).split(/\s+/)[2] ?? ''));
          for (const { id, prose, form } of document.items) if (form === 'entry') assert.ok(prose.length <= 1, id);
        }
      }),
      { numRuns: 200 },
    );
  });
});
