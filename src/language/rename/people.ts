import { namesSeveral, parsePerson } from '../../core/model/values/person.ts';
import type { ParsedDocument, ParsedItem } from '../../core/parse/document.ts';
import type { YamlScalar } from '../../core/parse/yaml/node.ts';
import type { Rewriting } from './rewriting.ts';
import { replacePart, scalarsOf } from './scalars.ts';

/** A person as a field says one. */
export interface WrittenPerson {
  readonly name: string;
  readonly scalar: YamlScalar;
}

/** The people that the fields of an item name, in all fields that hold some. */
export function* peopleIn(fields: ParsedItem['fields']): Generator<WrittenPerson> {
  for (const { name: field, value, spec } of fields.values()) {
    if (!value || !spec || !holdsPeople(field, spec.kind.name)) continue;
    for (const scalar of scalarsOf(value)) {
      const name = personIn(scalar.text);
      if (name !== undefined) yield { name: name.normalize('NFC'), scalar };
    }
  }
}

/** The name of the person that a text says, as it is written; undefined where that is nobody yet, or several. */
export function personIn(text: string): string | undefined {
  const { name, email } = parsePerson(text);
  // An address alone is a name that nobody chose.
  return name === '' || name === email || /^tbd$/i.test(text) || namesSeveral(text) ? undefined : name;
}

/** Whether a field holds people: those that are read as such, and stakeholders, who mostly are some. */
export const holdsPeople = (field: string, kind: string): boolean =>
  kind === 'person' || kind === 'list of person' || field === 'stakeholders';

/** Gives a person another name in the fields of an item; an `@` before it and an address behind it stay. */
export function rewritePeople(
  document: ParsedDocument,
  fields: ParsedItem['fields'],
  from: string,
  to: string,
  rewriting: Rewriting,
): void {
  for (const { name, scalar } of peopleIn(fields)) {
    if (name !== from) continue;
    const written = personIn(scalar.text) ?? name;
    rewriting.addOrRefuse(document, replacePart(document.text, scalar, written, to), scalar.range);
  }
}
