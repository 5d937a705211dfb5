import { mentionsIn } from '../../plan/mentions.ts';
import { successorsOf } from '../../plan/successors.ts';
import { isEditable } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import { isSame, nameFor, referenceAt, renameReference } from '../edit/reference.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

const MOST = 3;

/** Names the decision that took the place of one that is cited, in a field or in the text. */
export const referToSuccessor: FixMaker = (finding, { plan }) => {
  const { item, range } = finding;
  if (!item || !isEditable(item)) return [];
  const reference = referenceAt(finding, plan);
  const mention = reference ? undefined : mentionsIn(plan).find((one) => one.item === item && isSame(one.range, range));
  const cited = reference?.target ?? mention?.target;
  if (!cited) return [];
  const successors = successorsOf(cited, plan).filter(
    ({ type, status }) => type.name === 'decision' && status !== 'superseded',
  );
  return successors.slice(0, MOST).flatMap((successor) => {
    const name = nameFor(successor, item.program, plan);
    if (name === undefined) return [];
    const edit = reference ? renameReference(reference, name) : inText(item.document.text, range, name);
    const preferred = successors.length === 1;
    return edit
      ? [{ title: `Refer to ${shown(successor.id)}`, edits: inDocument(item.document, [edit]), preferred }]
      : [];
  });
};

/** In double brackets a name is replaced; a link leads to a file, which is another matter. */
function inText(text: string, range: { start: number; end: number }, name: string) {
  return /\[\[\s*$/.test(text.slice(Math.max(0, range.start - 10), range.start)) ? { range, text: name } : undefined;
}
