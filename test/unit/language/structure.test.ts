import assert from 'node:assert/strict';
import { filesIn, linksIn } from '../../../src/language/document-links.ts';
import { foldsOf } from '../../../src/language/folding.ts';
import { selectionsAt } from '../../../src/language/selection.ts';
import { placeIn } from '../../support/place.ts';

const PROGRAM = `---
type: program
id: atlas
tags:
  - one
  - two
description: |
  Several
  lines.
milestones:
  - id: ga
    due: 2026-12-11
    depends_on: [beta, {id: side, type: SS}]
  - { id: beta }
  - { id: side }
---

# Atlas

See [[ga|the end]], [it](README.md#ga), [[nobody]].

<!-- milepost milestones -->
| a |
<!-- /milepost -->
`;

/** The stretches that grow around the cursor, put before a word. */
function grown(before: string): string[] {
  const asked = placeIn({ 'README.md': PROGRAM.replace(before, `⌖${before}`) });
  return selectionsAt(asked).map(({ start, end }) => asked.document.text.slice(start, end));
}

describe('the structure of a document', () => {
  const asked = placeIn({ 'README.md': `${PROGRAM}⌖` });
  const shown = ({ start, end }: { start: number; end: number }): string => asked.document.text.slice(start, end);

  it('folds front matter, fields and items of several lines, and live blocks', () => {
    const lines = foldsOf(asked).map(({ start, end }) => {
      const span = asked.document.lines.span({ start, end });
      return `${span.start.line + 1}-${span.end.line + 1}`;
    });
    assert.deepEqual(lines, ['1-16', '4-6', '7-9', '11-13', '22-24']);
  });

  it('lets a selection grow from a word over its value, field and item', () => {
    const steps = grown('side, type');
    assert.deepEqual(steps.slice(0, 6), [
      'side',
      'id: side',
      '{id: side, type: SS}',
      '[beta, {id: side, type: SS}]',
      'depends_on: [beta, {id: side, type: SS}]',
      'id: ga\n    due: 2026-12-11\n    depends_on: [beta, {id: side, type: SS}]',
    ]);
    assert.ok(steps.at(-1)?.startsWith('---'));
    assert.deepEqual(
      grown('milepost milestones').map((step) => step.split('\n').length),
      [1, 3],
    );
    assert.deepEqual(grown('ga|the'), ['ga']);
    assert.deepEqual(grown('See'), []);
  });

  it('has mentions in brackets as links, and leaves links to the editor', () => {
    assert.deepEqual(
      linksIn(asked).map(({ range, target }) => `${shown(range)} → ${target.key}`),
      ['ga → atlas/ga'],
    );
  });

  it('has files that fields name as links where they are there', () => {
    const here = placeIn({
      'g/a.md': '---\ntype: gate\nid: a⌖\nneeds: [../x.md#top, "/x.md", none.md, https://x.org/x.md, b]\n---\n',
      'g/b.md': '---\ntype: gate\nid: b\n---\n',
      'x.md': '# X\n',
    });
    const { text } = here.document;
    assert.deepEqual(
      filesIn(here).map(({ range, path }) => `${text.slice(range.start, range.end)} → ${path}`),
      ['../x.md#top → x.md', '/x.md → x.md'],
    );
    const metric = placeIn({
      'm/a.md': '---\ntype: register\nmetrics: [{ id: a⌖, source: { file: v.csv } }, { id: b, source: w.csv }]\n---\n',
      'm/v.csv': '',
    });
    assert.deepEqual(
      filesIn(metric).map(({ path }) => path),
      ['m/v.csv'],
    );
  });
});
