import { partRange } from '../../parse/yaml/node.ts';
import { writtenPeople } from '../../plan/written-people.ts';
import { yamlWord } from '../../scaffold/yaml-text.ts';
import { isEditable } from '../documents.ts';
import { inDocument } from '../edit/in-document.ts';
import { isSame } from '../edit/reference.ts';
import { replacePart } from '../edit/replace-part.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/** Names the person who was probably meant; an `@` before the name and an address behind it stay. */
export const correctPerson: FixMaker = ({ item, range, suggestion }) => {
  if (!item || suggestion === undefined || !isEditable(item)) return [];
  const { document, parsed } = item;
  // What a line of a decision record says is no YAML: nothing that needs quotes can be written there.
  if (document.convention && (yamlWord(suggestion) !== suggestion || /[,*_|`<>[\]]/.test(suggestion))) return [];
  for (const { name, scalar } of writtenPeople(parsed.fields)) {
    const at = scalar.text.indexOf(name);
    if (at < 0 || !isSame(partRange(scalar, at, name.length), range)) continue;
    const edit = replacePart(document.text, scalar, name, suggestion);
    return edit
      ? [{ title: `Change to ${shown(suggestion)}`, edits: inDocument(document, [edit]), preferred: true }]
      : [];
  }
  return [];
};
