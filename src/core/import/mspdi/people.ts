import { listed, numberOf, textOf } from './elements.ts';
import type { XmlElement } from './read-xml.ts';

/** Resources that work, and no material. */
const WORK = 1;

/** The names of who is assigned to each task, by its number: who works most on it first; without anybody, its contact. */
export function peopleOf(project: XmlElement): ReadonlyMap<number, readonly string[]> {
  const names = new Map(
    listed(project, 'Resources', 'Resource')
      .filter((resource) => (numberOf(resource, 'Type') ?? WORK) === WORK)
      .map((resource) => [numberOf(resource, 'UID'), nameOf(resource)]),
  );
  const assigned = new Map<number, { readonly name: string; readonly units: number }[]>();
  for (const assignment of listed(project, 'Assignments', 'Assignment')) {
    const name = names.get(numberOf(assignment, 'ResourceUID'));
    const task = numberOf(assignment, 'TaskUID');
    if (!name || task === undefined) continue;
    const others = assigned.get(task) ?? [];
    if (!others.some((other) => other.name === name)) others.push({ name, units: numberOf(assignment, 'Units') ?? 1 });
    assigned.set(task, others);
  }
  const people = new Map<number, readonly string[]>();
  for (const task of listed(project, 'Tasks', 'Task')) {
    const uid = numberOf(task, 'UID');
    if (uid === undefined) continue;
    const found = (assigned.get(uid) ?? []).sort((a, b) => b.units - a.units).map(({ name }) => name);
    const contact = textOf(task, 'Contact');
    if (found.length > 0 || contact !== '') people.set(uid, found.length > 0 ? found : [contact]);
  }
  return people;
}

function nameOf(resource: XmlElement): string {
  const name = textOf(resource, 'Name');
  const email = textOf(resource, 'EmailAddress');
  return name !== '' && /^[^\s<>@]+@[^\s<>@]+$/.test(email) ? `${name} <${email}>` : name;
}
