import assert from 'node:assert/strict';
import { isUnderway, type OwnMove, ownMoveOf } from '../../../../src/language/rename/own-move.ts';
import { rename } from '../../../../src/language/rename/rename.ts';
import { run, snapshotOf } from '../../../support/plan.ts';
import { renamedFiles } from '../../../support/rename.ts';

type Files = Record<string, string>;

const milestone = (fields: string, body = ''): string => `---\ntype: milestone\n${fields}---\n${body}`;

/** The move of a rename of `ga`, which its file names, and the files once the rename has changed their texts alone. */
function renamed(files: Files): { own: OwnMove; changed: Files } {
  const { plan } = snapshotOf(files);
  const item = plan.items.find(({ id }) => id === 'ga');
  assert.ok(item);
  const steps = run(rename({ kind: 'item', item }, 'end', plan));
  const own = ownMoveOf(steps, plan);
  assert.ok(own);
  return { own, changed: renamedFiles(files, { ...steps, move: undefined }) };
}

const isDone = (own: OwnMove, files: Files): boolean =>
  isUnderway(own, snapshotOf(files).plan, (path, text) => files[path] === text);

describe('the move that ends a rename', () => {
  const plans: readonly Files[] = [
    { 'ga.md': milestone(''), 'a.md': milestone('depends_on: [ga]\n') },
    { 'ga.md': milestone(''), 'a.md': milestone('', 'See [[ga]].\n') },
    { 'ga.md': milestone(''), 'a.md': milestone('', '[it](ga.md)\n') },
    { 'ga.md': milestone(''), 'a.md': milestone('', '<!-- milepost graph focus=ga -->\n<!-- /milepost -->\n') },
  ];

  it('is that of a rename which has been applied, and not of one that was given up', () => {
    for (const files of plans) {
      const { own, changed } = renamed(files);
      assert.equal(isDone(own, changed), true, changed['a.md']);
      assert.equal(isDone(own, files), false, files['a.md']);
    }
  });

  it('is told as well where somebody has typed since, or has left something out in the preview', () => {
    for (const files of plans) {
      const { own, changed } = renamed(files);
      const typed = (text = ''): string => `${text}More.\n`;
      assert.equal(isDone(own, { ...changed, 'a.md': typed(changed['a.md']) }), true);
      assert.equal(isDone(own, { ...files, 'a.md': typed(files['a.md']) }), false);
    }
    const { own, changed } = renamed({ ...plans[0], 'b.md': milestone('depends_on: [ga]\n') });
    assert.equal(isDone(own, { ...changed, 'b.md': milestone('depends_on: [ga]\n') }), true);
  });

  it('needs no edit where nothing else names the item', () => {
    const { own } = renamed({ 'ga.md': milestone('') });
    assert.equal(isDone(own, { 'ga.md': milestone('') }), true);
    assert.equal(isDone(own, { 'ga.md': milestone(''), 'a.md': milestone('depends_on: [ga]\n') }), false);
  });
});
