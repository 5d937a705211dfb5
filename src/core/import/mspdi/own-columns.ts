import { all, listed, textOf } from './elements.ts';
import type { XmlElement } from './read-xml.ts';

/** What Milepost writes into a project beside what the project is about: the id, the type and the status of each task. */
export interface OwnColumns {
  readonly keyOf: (task: XmlElement) => string | undefined;
  readonly typeOf: (task: XmlElement) => string | undefined;
  readonly statusOf: (task: XmlElement) => string | undefined;
}

/** By the names that these columns have in a project which Milepost has written; undefined in any other. */
export function ownColumns(project: XmlElement): OwnColumns | undefined {
  const fields = new Map(
    listed(project, 'ExtendedAttributes', 'ExtendedAttribute').map((field) => [
      textOf(field, 'Alias'),
      textOf(field, 'FieldID'),
    ]),
  );
  const id = fields.get('Milepost id');
  if (id === undefined) return undefined;
  const column = (field: string | undefined) => (task: XmlElement) => {
    const value = all(task, 'ExtendedAttribute').find((each) => textOf(each, 'FieldID') === field);
    return (value && textOf(value, 'Value')) || undefined;
  };
  return { keyOf: column(id), typeOf: column(fields.get('Type')), statusOf: column(fields.get('Status')) };
}
