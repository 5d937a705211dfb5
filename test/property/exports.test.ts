import assert from 'node:assert/strict';
import { zIcsCalendar } from '@ts-ics/schema-zod';
import { parse as readCsv } from 'csv-parse/sync';
import fc from 'fast-check';
import { convertIcsCalendar, type IcsEvent } from 'ts-ics';
import { exportCsv } from '../../src/cli/export/export-csv.ts';
import { exportIcs } from '../../src/cli/export/export-ics.ts';
import { HOSTILE_TEXTS } from '../support/hostile-texts.ts';
import { snapshotOf } from '../support/plan.ts';

const RUNS = 150;

/** Titles that do harm, of every script, long, and with what calendars and tables mean something by. */
const title = fc
  .oneof(
    fc.constantFrom(...HOSTILE_TEXTS),
    fc.string({ unit: 'binary', maxLength: 120 }),
    fc.string({ unit: 'grapheme', minLength: 30, maxLength: 200 }),
    fc.string({
      unit: fc.constantFrom(...'=+-@\t\r\n,;:"\'|%\\^＝＠ aé移🚀👩‍👩‍👧ß\u0300\u2028\u0085'),
      maxLength: 60,
    }),
    fc.constantFrom('=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', "'quoted", '-', '1,5', 'BEGIN:VEVENT', '\\n', '"'),
  )
  .filter((text) => text.trim() !== '');

const milestoneOf = (text: string, index: number, more = ''): string =>
  `---\ntype: milestone\nid: m-${index}\ntitle: ${JSON.stringify(text)}\nowner: dana\n${more}---\n`;

/** A plan with an item for each title, of the sorts that stand in calendars. */
function planOf(titles: readonly string[], dates: readonly string[] = []) {
  const files = titles.map((text, index): readonly [string, string] => {
    const due = dates[index] ?? '2026-12-11';
    const quoted = JSON.stringify(text);
    if (index % 3 === 1)
      return [`${index}.md`, `---\ntype: decision\nid: D-${index}\ntitle: ${quoted}\ndue: ${due}\n---\n`];
    if (index % 3 === 2)
      return [
        `${index}.md`,
        `---\ntype: risk\nid: R-${index}\ntitle: ${quoted}\nprobability: low\nimpact: low\nreview_by: ${due}\n---\n`,
      ];
    return [`${index}.md`, milestoneOf(text, index, `due: ${due}\n`)];
  });
  return (today = '2026-11-21') => snapshotOf(Object.fromEntries(files), { today });
}

/** Not those with which the validator itself takes a line for another: it looks for the ends of events within lines too. */
const readable = title.filter((text) => !/(?:BEGIN|END):/.test(text));

const titles = fc.array(title, { minLength: 1, maxLength: 6 });
const readables = fc.array(readable, { minLength: 1, maxLength: 6 });
const nothing = (): void => undefined;

describe('a calendar of any plan', () => {
  const icsOf = (snapshot: ReturnType<ReturnType<typeof planOf>>): string =>
    exportIcs(snapshot.plan.items, snapshot, nothing);
  const read = (text: string): readonly IcsEvent[] => {
    const calendar = convertIcsCalendar(zIcsCalendar, text);
    assert.equal(calendar.version, '2.0');
    return calendar.events ?? [];
  };

  it('is valid, has an event for each item, and its title', () => {
    fc.assert(
      fc.property(readables, (texts) => {
        const snapshot = planOf(texts)();
        const events = read(icsOf(snapshot));
        assert.deepEqual(
          events.map(({ summary }) => summary).sort(),
          snapshot.plan.items.map((item) => summaryOf(item.title, item.type.name)).sort(),
        );
        for (const { start, status, stamp, sequence } of events) {
          assert.equal(start.type, 'DATE');
          assert.equal(start.date.toISOString().slice(0, 10), '2026-12-11');
          assert.deepEqual(
            [status, stamp.date.toISOString(), sequence],
            ['CONFIRMED', '2026-11-21T00:00:00.000Z', 20_778],
          );
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('is folded at 75 octets, and never within a character', () => {
    fc.assert(
      fc.property(titles, (texts) => {
        const text = icsOf(planOf(texts)());
        assert.ok(text.endsWith('END:VCALENDAR\r\n'));
        for (const line of text.split('\r\n')) {
          const octets = Buffer.from(line);
          assert.ok(octets.length <= 75, line);
          assert.equal(octets.toString(), line);
          assert.ok(!/[\r\n]/.test(line), JSON.stringify(line));
        }
      }),
      { numRuns: RUNS },
    );
  });

  it('has the same events when dates have changed, in their newest version', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2027-01-${String(n).padStart(2, '0')}`);
    fc.assert(
      fc.property(readables, fc.array(day, { minLength: 6, maxLength: 6 }), (texts, dates) => {
        const before = read(icsOf(planOf(texts)()));
        const after = read(icsOf(planOf(texts, dates)('2026-11-23')));
        assert.deepEqual(
          after.map(({ uid }) => uid),
          before.map(({ uid }) => uid),
        );
        assert.equal(new Set(after.map(({ uid }) => uid)).size, after.length);
        for (const [index, event] of after.entries()) {
          assert.ok((event.sequence ?? 0) > (before[index]?.sequence ?? 0));
          assert.ok(event.stamp.date > (before[index] as IcsEvent).stamp.date);
        }
        assert.equal(icsOf(planOf(texts, dates)()), icsOf(planOf(texts, dates)()));
      }),
      { numRuns: RUNS },
    );
  });
});

/** A title as a calendar shows it: in one line, without what no text may hold. */
function summaryOf(text: string, type: string): string {
  const before = type === 'decision' ? 'Decide: ' : type === 'risk' ? 'Review: ' : '';
  return `${before}${text}`
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]|\p{Surrogate}/gu, '\ufffd');
}

/** A text as it comes out of a file: half a character is none. */
const encoded = (text: string): string => Buffer.from(text).toString();

describe('a table of any plan', () => {
  const csvOf = (texts: readonly string[]): string => {
    const snapshot = planOf(texts)();
    return exportCsv(snapshot.plan.items, snapshot, nothing);
  };
  const FORMULA = /^[=+\-@\t\r\n＝＋－＠|%]/;

  it('is read back as it was, but for an apostrophe before what would be a formula', () => {
    fc.assert(
      fc.property(titles, (texts) => {
        const rows: Record<string, string>[] = readCsv(csvOf(texts), { bom: true, columns: true });
        const snapshot = planOf(texts)();
        assert.deepEqual(
          rows.map((row) => row['title']),
          snapshot.plan.items.map(({ title: text }) => encoded(FORMULA.test(text) ? `'${text}` : text)),
        );
        assert.deepEqual(
          rows.map((row) => row['id']),
          snapshot.plan.items.map(({ id }) => id),
        );
      }),
      { numRuns: RUNS },
    );
  });

  it('has no cell that a spreadsheet takes for a formula', () => {
    fc.assert(
      fc.property(titles, (texts) => {
        const rows: string[][] = readCsv(csvOf(texts), { bom: true });
        for (const cell of rows.flat()) assert.ok(!FORMULA.test(cell) || /^-?\d+(?:\.\d+)?$/.test(cell), cell);
      }),
      { numRuns: RUNS },
    );
  });
});
