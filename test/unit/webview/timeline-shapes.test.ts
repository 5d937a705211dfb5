import assert from 'node:assert/strict';
import type { PageLink, PageRow } from '../../../src/webview/timeline/data.ts';
import { edgesOf, linkShapes, ROW, rowShapes } from '../../../src/webview/timeline/shapes.ts';
import { linksSeen, rowsSeen, spoken } from '../../../src/webview/timeline/window.ts';

/** Ten pixels for a day, from day 0 on. */
const scale = { from: 0, perDay: 10 };

const row = (changed: Partial<PageRow>): PageRow => ({
  id: 'n0',
  key: 'item p/a',
  kind: 'item',
  depth: 2,
  title: 'A',
  slip: '',
  marks: ['milestone'],
  planned: {},
  forecast: { from: 2, to: 5 },
  ...changed,
});

const names = (changed: Partial<PageRow>): string =>
  rowShapes(row(changed), 0, scale)
    .map((shape) => shape.class)
    .join(' ');

describe('the shapes of a timeline', () => {
  it('are a bar with a diamond at its end for a milestone, from its first day to the end of its last', () => {
    const [bar] = rowShapes(row({}), 52, scale);
    assert.equal(bar?.class, 'bar');
    assert.deepEqual([bar?.attributes.x, bar?.attributes.width], [20, 40]);
    assert.ok(Number(bar?.attributes.y) > 52 && Number(bar?.attributes.y) < 52 + ROW);
    assert.equal(names({}), 'bar point');
    assert.equal(names({ marks: ['action'] }), 'bar');
  });

  it('are a diamond in the middle of its day for what takes no time, and nothing without a forecast', () => {
    const forecast = { to: 5 };
    assert.equal(names({ forecast }), 'point');
    assert.deepEqual(edgesOf(row({ forecast }), scale), { left: 49, right: 61 });
    assert.equal(names({ forecast: {} }), '');
  });

  it('are a bracket for a group, however short it is', () => {
    assert.equal(names({ kind: 'workstream' }), 'group workstream');
    const tiny = rowShapes(row({ kind: 'program', forecast: { from: 2, to: 2 } }), 0, { from: 0, perDay: 0.01 });
    assert.match(String(tiny[0]?.attributes.d), /^M0\.02 9h3v5h-3Z$/);
  });

  it('show a plan under the forecast, and a firm date by a flag of its own', () => {
    assert.equal(names({ planned: { to: 7 } }), 'due bar point');
    assert.equal(names({ planned: { from: 1, to: 7 } }), 'planned due bar point');
    assert.equal(names({ planned: { to: 7 }, marks: ['firm'] }), 'due firm bar');
    // What would end before it begins is a finding, and no line.
    assert.equal(names({ planned: { from: 9, to: 7 } }), 'due bar point');
  });

  it('show where the baseline had it, by a thin mark', () => {
    const [mark] = rowShapes(row({ baseline: 3 }), 0, scale).filter((shape) => shape.class === 'baseline');
    assert.match(String(mark?.attributes.d), /^M40 /);
    assert.equal(names({ baseline: 3 }), 'baseline bar point');
  });

  it('show how far the forecast is from the plan, and say it behind the last of both', () => {
    const late = { planned: { to: 3 }, marks: ['late'], slip: '+2d' };
    assert.equal(names(late), 'due bar slip words');
    const shapes = rowShapes(row(late), 0, scale);
    assert.match(String(shapes.find((shape) => shape.class === 'slip')?.attributes.d), /^M40 [\d.]+H60$/);
    assert.deepEqual(shapes.at(-1)?.text, '+2d');
    const early = rowShapes(row({ planned: { to: 9 }, slip: '−4d' }), 0, scale).at(-1);
    assert.equal(early?.attributes.x, 110);
  });

  it('show where something stood before, around where it stands', () => {
    assert.equal(names({ formerly: { due: 3 } }), 'bar point ghost due');
    const formerly = { forecast: { from: 2, to: 3 } };
    assert.equal(names({ formerly }), 'bar point ghost');
    const [bar, , ghost] = rowShapes(row({ formerly }), 0, scale);
    assert.deepEqual([ghost?.attributes.x, ghost?.attributes.width], [20, 20]);
    assert.ok(Number(ghost?.attributes.y) < Number(bar?.attributes.y));
    assert.ok(Number(ghost?.attributes.height) < ROW);
    assert.equal(names({ forecast: { to: 5 }, formerly: { due: 2, forecast: { to: 3 } } }), 'point ghost due ghost');
    assert.equal(names({ formerly: { forecast: {} } }), 'bar point');
  });

  it('carry the text of a plan as text only', () => {
    const hostile = '"><script>x</script>';
    const shapes = rowShapes(row({ title: hostile, slip: hostile }), 0, scale);
    assert.deepEqual(
      shapes.filter(({ class: name, attributes }) => JSON.stringify([name, attributes]).includes('script')),
      [],
    );
  });
});

describe('the lines of a timeline', () => {
  const link = (type: string, marks: readonly string[] = []): PageLink => ({ from: 0, to: 1, type, marks });
  const ends = (type: string, second: Partial<PageRow> = { forecast: { from: 10, to: 12 } }): string => {
    const to = { row: row(second), y: ROW };
    const [way, head] = linkShapes(link(type), { row: row({}), y: 0 }, to, scale);
    const from = /^M(\S+) /.exec(String(way?.attributes.d))?.[1];
    return `${from} to ${/^M(\S+) /.exec(String(head?.attributes.d))?.[1]}`;
  };

  it('lead from the end or the start to the start or the end, as the type of the link says', () => {
    assert.deepEqual(
      ['FS', 'SS', 'FF', 'SF'].map((type) => ends(type)),
      ['60 to 100', '20 to 100', '60 to 130', '20 to 130'],
    );
  });

  it('go around a corner, and between the rows where there is no room', () => {
    const way = (second: Partial<PageRow>): string =>
      String(linkShapes(link('FS'), { row: row({}), y: 0 }, { row: row(second), y: 2 * ROW }, scale)[0]?.attributes.d);
    assert.equal(way({ forecast: { from: 10, to: 12 } }), 'M60 13H89V65H94');
    assert.equal(way({ forecast: { from: 4, to: 6 } }), 'M60 13H65V52H29V65H34');
  });

  it('are named by what they are', () => {
    const shapes = linkShapes(
      link('FS', ['driving', 'critical']),
      { row: row({}), y: 0 },
      { row: row({}), y: ROW },
      scale,
    );
    assert.deepEqual(
      shapes.map((shape) => shape.class),
      ['link driving critical', 'link driving critical head'],
    );
  });
});

describe('the window of a timeline', () => {
  it('shows the rows in sight and no others, however many there are', () => {
    assert.deepEqual(rowsSeen({ top: 0, height: 260 }, 10_000), { first: 0, end: 10 });
    assert.deepEqual(rowsSeen({ top: 1000 * ROW + 5, height: 260 }, 10_000), { first: 1000, end: 1011 });
    assert.deepEqual(rowsSeen({ top: 1000 * ROW, height: 260 }, 3), { first: 3, end: 3 });
    assert.deepEqual(rowsSeen({ top: 0, height: 260 }, 3), { first: 0, end: 3 });
  });

  it('shows the lines that begin or end in it', () => {
    const link = (from: number, to: number): PageLink => ({ from, to, type: 'FS', marks: [] });
    const seen = linksSeen([link(0, 1), link(0, 5), link(9, 6), link(0, 9)], { first: 4, end: 7 });
    assert.deepEqual(seen, [link(0, 5), link(9, 6)]);
  });

  it('says a row in words, all of its card once that has come', () => {
    assert.equal(
      spoken(row({ marks: ['milestone', 'late'], slip: '+3d' }), undefined),
      'A, milestone, late, forecast 3 Jan 1970 to 6 Jan 1970, +3d',
    );
    const dated = row({ forecast: { to: 5 }, planned: { to: 3 }, baseline: 2 });
    assert.equal(
      spoken(dated, undefined),
      'A, milestone, forecast 6 Jan 1970, due 4 Jan 1970, at the baseline 3 Jan 1970',
    );
    const undated = row({ forecast: {}, planned: {} });
    assert.equal(spoken(undated, undefined), 'A, milestone');
    assert.equal(spoken(row({}), ['A', 'milestone p/a', 'Status: planned']), 'A, milestone p/a, Status: planned');
    const group = row({ kind: 'workstream', title: 'Data', slip: '3 items', marks: ['critical'], folded: true });
    assert.equal(
      spoken(group, undefined),
      'Data, folded, forecast 3 Jan 1970 to 6 Jan 1970, 3 items, has a critical path',
    );
    assert.equal(spoken(group, ['Data', '3 items, 1 late']), 'Data, folded, 3 items, 1 late, has a critical path');
  });
});
