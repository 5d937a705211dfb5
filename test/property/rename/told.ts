import type { Item } from '../../../src/core/plan/item.ts';
import { mentionsIn } from '../../../src/core/plan/mentions.ts';
import type { Named } from '../../../src/language/rename/named.ts';
import type { Snapshot } from '../../../src/workspace/snapshot.ts';

/** How names of one plan are told as those of another. */
export interface Renaming {
  readonly path: (path: string) => string;
  readonly key: (item: Item) => string;
  readonly program: (id: string) => string;
  readonly workstream: (item: Item) => string | undefined;
  readonly person: (name: string) => string;
  readonly tag: (tag: string) => string;
}

const same = <T>(one: T): T => one;

/** Names as they are. */
export const AS_IT_IS: Renaming = {
  path: same,
  key: ({ key }) => key,
  program: same,
  workstream: ({ workstream }) => workstream,
  person: same,
  tag: same,
};

/** Names as they are once something has another one. */
export function renamingOf(named: Named, to: string, path: Renaming['path']): Renaming {
  const base = { ...AS_IT_IS, path };
  if (named.kind === 'person') return { ...base, person: (name) => (name === named.name ? to : name) };
  if (named.kind === 'tag') return { ...base, tag: (tag) => (tag === named.name ? to : tag) };
  if (named.kind === 'workstream')
    return { ...base, workstream: (item) => streamOf(item, named.program, named.id, to) };
  const item = named.kind === 'item' ? named.item : undefined;
  if (named.kind === 'program' || named.item.type.name === 'program') {
    const from = item?.id ?? (named as { readonly id: string }).id;
    const program = (id: string): string => (id === from ? to : id);
    const key = ({ program: own, id, type }: Item): string =>
      type.name === 'program' ? program(id) : `${program(own)}/${id}`;
    return { ...base, program, key };
  }
  const { program, id } = named.item;
  return {
    ...base,
    key: (one) => (one === item ? `${program}/${to}` : one.key),
    workstream: (one) => streamOf(one, program, id, to),
  };
}

const streamOf = ({ program, workstream }: Item, own: string, from: string, to: string): string | undefined =>
  program === own && workstream === from ? to : workstream;

/** Everything that a plan says, name for name, in an order that does not hang on the names of files. */
export function told({ plan, state, findings }: Snapshot, names: Renaming): readonly string[] {
  const lines: string[] = [];
  const target = (item: Item | undefined): string => (item ? names.key(item) : 'nothing');
  for (const item of plan.items) {
    const { tags = [], owner } = item.values;
    const place = `${names.path(item.document.path)} ${plan.itemsOf(item.document).indexOf(item)}`;
    const people = [owner, item.owner].map((person) => person && `${names.person(person.name)} ${person.email}`);
    const forecast = JSON.stringify(state.schedule.of(item));
    lines.push(
      [place, item.type.name, names.key(item), names.program(item.program), names.workstream(item)].join(' '),
      [place, item.status, ...people, ...tags.map(({ value }) => names.tag(value)), forecast].join(' '),
      `${place} prose ${item.parsed.prose.length}`,
      ...plan
        .referencesFrom(item)
        // To which program it belongs is told already, however that is said.
        .filter(({ field }) => field !== 'program')
        .map((each) =>
          [place, each.field, target(each.target), each.fault?.kind, each.link, each.lag?.amount].join(' '),
        ),
    );
  }
  const mentions = mentionsIn(plan).map(
    (each) => `${names.path(each.document.path)} mentions ${target(each.target)} ${each.fault !== undefined}`,
  );
  // Of several items that one thing makes late, the first in the order of files has the finding.
  const found = findings.map(({ code, source, item }) =>
    code === 'forecast-late' ? code : `${names.path(source.path)} ${code} ${target(item)}`,
  );
  return [...lines.sort(), ...mentions.sort(), ...found.sort()];
}
