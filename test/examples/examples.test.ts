import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { RULE_CODES } from '../../src/core/rules/registry.ts';
import { filesIn } from '../support/folder.ts';
import { snapshotOf } from '../support/plan.ts';

const EXAMPLES = new URL('../../examples/', import.meta.url);

interface Expected {
  readonly code: string;
  readonly file: string;
  readonly text: string;
  readonly line: number;
}

describe('examples', () => {
  it('atlas has the problems that it is told with, and no others', () => {
    const all: Expected[] = JSON.parse(readFileSync(new URL('atlas-findings.json', import.meta.url), 'utf8'));
    // What needs a schedule is in the story, and is found once there is one.
    const expected = all.filter(({ code }) => RULE_CODES.includes(code));
    const { findings } = snapshotOf(filesIn(new URL('atlas/', EXAMPLES)), { today: '2026-11-21' });
    assert.deepEqual(
      findings.map(({ code, source, range }) => ({
        code,
        file: source.path,
        line: source.lines.positionAt(range.start).line + 1,
        text: source.text.slice(range.start, range.end),
      })),
      expected
        .map(({ code, file, line, text }) => ({ code, file, line, text }))
        .sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line)),
    );
  });

  it('atlas has live blocks that are current as of their date, whatever the day', () => {
    for (const today of ['2026-11-21', '2027-02-01']) {
      const { plan, findings } = snapshotOf(filesIn(new URL('atlas/', EXAMPLES)), { today });
      const blocks = plan.documents.flatMap(({ body }) => body.blocks);
      assert.deepEqual(
        blocks.map(({ view, date }) => [view, date]),
        [
          ['graph', '2026-11-21'],
          ['decisions', '2026-11-21'],
        ],
      );
      assert.deepEqual(
        findings.filter(({ code }) => /block$/.test(code)),
        [],
      );
    }
  });

  it('atlas has three workstreams and about eighty items', () => {
    const { plan } = snapshotOf(filesIn(new URL('atlas/', EXAMPLES)));
    assert.equal(plan.ofType('workstream').length, 3);
    assert.ok(plan.items.length >= 70 && plan.items.length <= 90, `${plan.items.length} items`);
    assert.ok(plan.items.some((item) => item.parsed.form === 'file' && item.type.name === 'milestone'));
    assert.ok(plan.items.some((item) => item.parsed.form === 'entry' && item.type.name === 'milestone'));
  });

  for (const today of ['2026-06-01', '2026-11-21', '2027-01-15']) {
    it(`clean has nothing to act on, on ${today}`, () => {
      const { findings } = snapshotOf(filesIn(new URL('clean/', EXAMPLES)), { today });
      assert.deepEqual(
        findings.map((finding) => finding.message),
        [],
      );
    });
  }
});
