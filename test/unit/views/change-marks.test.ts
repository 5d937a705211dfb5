import assert from 'node:assert/strict';
import { diffPlans } from '../../../src/core/diff/diff-plans.ts';
import { atOnce } from '../../../src/core/text/at-once.ts';
import { changesByFile, fileText } from '../../../src/core/views/diff/by-file.ts';
import { changeLenses, movedBy } from '../../../src/core/views/diff/change-lenses.ts';
import { type AlsoKnown, lineNotes } from '../../../src/core/views/diff/line-notes.ts';
import { snapshotOf } from '../../support/plan.ts';

type Files = Readonly<Record<string, string>>;

const TODAY = '2026-11-02';

const milestone = (id: string, more: string): string =>
  `---\ntype: milestone\nid: ${id}\nprogram: atlas\nowner: maria\n${more}---\n`;

const BEFORE: Files = {
  'README.md': `---\ntype: program\nid: atlas\nowner: maria\nstart: ${TODAY}\n---\n`,
  'schema.md': milestone('schema', 'duration: 5d\n'),
  'export.md': milestone('export', 'duration: 10d\ndepends_on: [schema]\n'),
  'list.md':
    '---\ntype: program\nid: other\nmilestones:\n  - { id: a, title: One, duration: 1d }\n  - { id: b }\n---\n',
};

function marks(head: Files, also?: AlsoKnown) {
  const [before, now] = [BEFORE, head].map((files) => snapshotOf(files, { today: TODAY }));
  assert.ok(before && now);
  const diff = atOnce(diffPlans(before, now));
  const files = changesByFile(diff);
  const moved = movedBy(diff);
  return {
    files: Object.fromEntries([...files].map(([path, changes]) => [path, fileText(changes)])),
    notes: (path: string) =>
      lineNotes(files.get(path) ?? [], now.today, also).map(({ line, text }) => `${line + 1} ${text}`),
    lenses: (path: string) =>
      changeLenses(files.get(path) ?? [], moved, now.today).map(({ item, text }) => `${item.id} ${text}`),
  };
}

describe('marks of a change to the plan', () => {
  const slip = { ...BEFORE, 'schema.md': milestone('schema', 'title: New\nduration: 7d\n') };

  it('stand at the files that were changed, and not at those in which only forecasts moved', () => {
    const rest = Object.fromEntries(Object.entries(slip).filter(([path]) => path !== 'export.md'));
    assert.deepEqual(marks(slip).files, { 'schema.md': '1 item changed: schema', 'export.md': '' });
    assert.equal(marks(rest).files['export.md'], '1 item changed: export');
  });

  it('stand behind the id and behind the fields', () => {
    const { notes } = marks(slip);
    assert.deepEqual(notes('schema.md'), ['3 was 6 Nov, +2d', '6 new', '7 was 5d']);
    assert.deepEqual(notes('export.md'), ['3 was 20 Nov, +2d, through schema']);
    assert.deepEqual(notes('README.md'), []);
  });

  it('share a line where fields do, and say what else is known', () => {
    const list = (BEFORE['list.md'] as string)
      .replace('One, duration: 1d', 'Two, duration: 2d')
      .replace('{ id: b }', '{ id: c, title: "x\\u202e" }');
    const { notes } = marks(
      { ...BEFORE, 'list.md': list },
      { own: ({ id }) => (id === 'a' ? '+3d since v1' : ''), due: ({ id }) => (id === 'a' ? 'moved 3 times' : '') },
    );
    assert.deepEqual(notes('list.md'), [
      '5 was 2 Nov, +1d · title was One · duration was 1d · due moved 3 times · +3d since v1',
      '6 new',
    ]);
  });

  it('say behind a due date how often that has moved', () => {
    const dated = { ...slip, 'schema.md': milestone('schema', 'duration: 7d\ndue: 2026-12-11\n') };
    const { notes } = marks(dated, { due: () => 'was 20 Nov, moved 3 times, +41 d since v1' });
    assert.deepEqual(notes('schema.md').slice(1), ['6 was 5d', '7 new · was 20 Nov, moved 3 times, +41 d since v1']);
  });

  it('stand over items that were changed, with how many others that moves', () => {
    const { lenses } = marks({ ...BEFORE, 'schema.md': milestone('schema', 'duration: 7d\n') });
    assert.deepEqual(lenses('schema.md'), ['schema changed: duration 5d → 7d · moves 1 other item']);
    assert.deepEqual(lenses('export.md'), []);
  });
});
