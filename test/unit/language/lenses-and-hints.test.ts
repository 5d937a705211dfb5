import assert from 'node:assert/strict';
import { hintsIn } from '../../../src/language/hints.ts';
import { lensesOf } from '../../../src/language/lenses.ts';
import { placeIn } from '../../support/place.ts';

const PLAN = `---
type: program
id: atlas
calendar: { holidays: [2026-12-24] }
milestones:
  - { id: ga, due: 2026-11-30, depends_on: [beta, side] }
  - { id: beta, duration: 10d, started: 2026-11-16, due: 2026-11-25 }
  - { id: side, due: 2026-W48 }
  - { id: old, status: done, due: 2026-12-24, completed: 2026-09-06 }
decisions:
  - { id: D-1, due: 2026-12-24, blocks: [side] }
  - { id: D-2, due: 2026-11-18, blocks: [side] }
  - { id: D-3 }
---
⌖`;

const asked = placeIn({ 'README.md': PLAN });
const { text } = asked.document;

describe('code lenses', () => {
  it('say of open items how many wait for them, whether they are critical, their forecast, and what blocks them', () => {
    assert.deepEqual(
      lensesOf(asked).map(
        (lens) => `${text.slice(lens.range.start).match(/id: ([\w-]+)/)?.[1]}: ${lens.text} (${lens.asks})`,
      ),
      [
        'ga: critical · forecast 23 Dec (+17d) · held up by D-2 (why)',
        'beta: 1 waits for this (what-waits)',
        'beta: forecast 27 Nov (+2d) (why)',
        'side: 1 waits for this (what-waits)',
        'side: critical · forecast 23 Dec (+18d) · blocked by D-2 (why)',
        'D-1: 1 waits for this (what-waits)',
        'D-1: critical (why)',
        'D-2: 1 waits for this (what-waits)',
      ],
    );
  });
});

describe('inlay hints', () => {
  /** The lines that have some, with these in brackets. */
  function shown(part = { start: 0, end: text.length }): string[] {
    const hints = [...hintsIn(asked, part)].reverse();
    const marked = hints.reduce(
      (rest, { offset, text }) => `${rest.slice(0, offset)}<${text}>${rest.slice(offset)}`,
      text,
    );
    return marked
      .split('\n')
      .filter((line) => line.includes('<'))
      .map((line) => line.trim());
  }

  it('are weekdays, the days that periods come to, days that nobody works on, and floats', () => {
    assert.deepEqual(shown(), [
      '- { id: ga, due: 2026-11-30<Mon>, depends_on: [beta, side] }',
      '- { id: beta<float 18d>, duration: 10d, started: 2026-11-16<Mon>, due: 2026-11-25<Wed> }',
      '- { id: side, due: 2026-W48<→ Sun 29 Nov> }',
      '- { id: old, status: done, due: 2026-12-24<Thu>, completed: 2026-09-06<Sun> }',
      '- { id: D-1, due: 2026-12-24<Thu, off>, blocks: [side] }',
      '- { id: D-2, due: 2026-11-18<Wed>, blocks: [side] }',
    ]);
    const off = hintsIn(asked, { start: 0, end: text.length }).find((hint) => hint.text.endsWith('off'));
    assert.deepEqual(off?.details, ['No working day: a holiday']);
  });

  it('are those of the part that is asked about', () => {
    const start = text.indexOf('  - { id: side');
    assert.deepEqual(shown({ start, end: text.indexOf('\n', start) }), ['- { id: side, due: 2026-W48<→ Sun 29 Nov> }']);
  });
});
