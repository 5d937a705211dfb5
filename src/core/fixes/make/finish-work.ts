import { boxesOf } from '../../plan/references.ts';
import { inDocument } from '../edit/in-document.ts';
import { setFields } from '../edit/set-fields.ts';
import type { FixMaker, TextEdit } from '../fix.ts';

/** Says of what is done that all of its work is: progress and boxes. */
export const finishWork: FixMaker = ({ item }) => {
  if (!item) return [];
  const { document, values } = item;
  const isLeft = typeof values.progress === 'number' && values.progress < 100;
  const progress = isLeft ? setFields(item, [['progress', '100%']]) : [];
  const boxes = boxesOf(item).filter((box) => !box.checked);
  const ticks = boxes.map(
    ({ range }): TextEdit => ({ range: { start: range.start + 1, end: range.end - 1 }, text: 'x' }),
  );
  if (!progress || progress.length + ticks.length === 0) return [];
  const title = [
    ...(isLeft ? ['Set progress to 100%'] : []),
    ...(ticks.length > 0
      ? [`${isLeft ? 'tick' : 'Tick'} ${ticks.length === 1 ? 'the open box' : `${ticks.length} boxes`}`]
      : []),
  ].join(' and ');
  return [{ title, edits: [...progress, ...inDocument(document, ticks)] }];
};
