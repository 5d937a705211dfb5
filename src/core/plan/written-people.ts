import type { Form } from '../model/kind.ts';
import { namesSeveral, parsePerson } from '../model/values/person.ts';
import type { ParsedItem } from '../parse/document.ts';
import { isEmpty, type YamlNode, type YamlScalar } from '../parse/yaml/node.ts';

/** A person as a field says one. */
export interface WrittenPerson {
  readonly name: string;
  readonly scalar: YamlScalar;
}

/** The people that the fields of an item name, in all fields that hold some, and where. */
export function* writtenPeople(fields: ParsedItem['fields']): Generator<WrittenPerson> {
  for (const { value, spec } of fields.values()) {
    if (!value || !spec || !holdsPeople(spec.kind)) continue;
    for (const scalar of personScalars(value, spec.kind)) {
      const name = personIn(scalar.text);
      if (name !== undefined) yield { name: name.normalize('NFC'), scalar };
    }
  }
}

/** The scalars of a value that are people by its form; in mappings, under the keys that hold some. */
export function* personScalars(node: YamlNode | undefined, form: Form): Generator<YamlScalar> {
  if (!node || isEmpty(node) || !holdsPeople(form)) return;
  const one = form.of ?? form;
  if (node.kind === 'list') {
    for (const item of node.items) yield* personScalars(item, one);
  } else if (node.kind === 'scalar') {
    // Of a stakeholder, say, a name alone may stand for the whole.
    yield node;
  } else {
    for (const { key, value } of node.pairs) {
      const under = one.keys && Object.hasOwn(one.keys, key.text) ? one.keys[key.text] : undefined;
      if (under) yield* personScalars(value, under);
    }
  }
}

/** The name of the person that a text says, as it is written; undefined where that is nobody yet, or several. */
export function personIn(text: string): string | undefined {
  const { name, email } = parsePerson(text);
  // An address alone is a name that nobody chose.
  return name === '' || name === email || /^tbd$/i.test(text) || namesSeveral(text) ? undefined : name;
}

/** Whether values of a form hold people, or have them under a key. */
export const holdsPeople = (form: Form): boolean =>
  form.name === 'person' ||
  (form.of !== undefined && holdsPeople(form.of)) ||
  Object.values(form.keys ?? {}).some(({ name }) => name === 'person');
