import { replacePart } from '../../core/fixes/edit/replace-part.ts';
import type { TextEdit } from '../../core/fixes/fix.ts';
import { shown } from '../../core/fixes/words.ts';
import type { ParsedDocument, ParsedItem } from '../../core/parse/document.ts';
import type { YamlScalar } from '../../core/parse/yaml/node.ts';
import { personIn, writtenPeople } from '../../core/plan/written-people.ts';
import { RenameRefused } from './refused.ts';
import { placeIn, type Rewriting } from './rewriting.ts';

/** Gives a person another name in the fields of an item; an `@` before it and an address behind it stay. */
export function rewritePeople(
  document: ParsedDocument,
  fields: ParsedItem['fields'],
  from: string,
  to: string,
  rewriting: Rewriting,
): void {
  for (const { name, scalar } of writtenPeople(fields)) {
    if (name !== from) continue;
    const written = personIn(scalar.text) ?? name;
    const edit = document.convention
      ? replaceInRecord(document, scalar, written, to)
      : replacePart(document.text, scalar, written, to);
    rewriting.addOrRefuse(document, edit, scalar.range);
  }
}

/** The same in a decision record, whose body is no YAML, and which says several people in one line: quotes mean nothing there. */
function replaceInRecord(
  document: ParsedDocument,
  scalar: YamlScalar,
  written: string,
  to: string,
): TextEdit | undefined {
  const edit = replacePart(document.text, scalar, written, to);
  if (!edit || edit.text === to || scalar.style !== 'plain') return edit;
  const isProse = scalar.range.start >= document.frontMatter.bodyStart;
  if (isProse && !/[,*_|`<>[\]]/.test(to)) return { ...edit, text: to };
  throw new RenameRefused(
    `${placeIn(document, scalar.range)}: a line of a decision record cannot hold the name ${shown(to)}: write one without commas and signs`,
  );
}
