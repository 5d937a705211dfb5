import type { Item } from '../../plan/item.ts';
import type { Plan } from '../../plan/plan.ts';

/** A row of the outline of a project. */
export interface OutlineRow {
  /** The same in the next export, and of no other row. */
  readonly key: string;
  readonly title: string;
  readonly level: number;
  /** The item it is for; none of the project as a whole, and of what no document describes. */
  readonly item: Item | undefined;
  readonly program: string | undefined;
  /** What only Milepost knows: its key, its type and its status. */
  readonly texts: readonly string[];
}

/**
 * Items under their workstreams, and these under their programs, in the order of the plan; under it all the project
 * itself, which Project wants to stand there.
 */
export function outlineOf(items: readonly Item[], plan: Plan): readonly OutlineRow[] {
  const chosen = new Set(items);
  const programs = plan.programs
    .map((program) => ({ ...program, items: program.items.filter((item) => chosen.has(item)) }))
    .filter((program) => program.items.length > 0);
  if (programs.length === 0) return [];
  const rows = programs.flatMap(({ id, item: program, items: own }) => [
    {
      ...{ key: `program ${id}`, title: program?.title ?? id, level: 1, item: program, program: id },
      texts: [id, 'program', program?.status ?? ''],
    },
    ...own.filter((item) => item.workstream === undefined).map((item) => rowOf(item, 2)),
    ...[...new Set(own.flatMap(({ workstream }) => workstream ?? []))].flatMap((workstream) => {
      const members = own.filter((item) => item.workstream === workstream);
      const described = plan.workstreamOf(members[0] as Item);
      const title = described?.title ?? workstream;
      return [
        {
          ...{ key: `workstream ${id}/${workstream}`, title, level: 2, item: described, program: id },
          texts: [`${id}/${workstream}`, 'workstream', described?.status ?? ''],
        },
        ...members.map((item) => rowOf(item, 3)),
      ];
    }),
  ]);
  const title = programs.map(({ id, item }) => item?.title ?? id).join(', ');
  return unlike([{ key: 'project', title, level: 0, item: undefined, program: undefined, texts: [] }, ...rows]);
}

/** Two items of one id are an error of the plan, and two tasks all the same. */
function unlike(rows: readonly OutlineRow[]): readonly OutlineRow[] {
  const counts = new Map<string, number>();
  return rows.map((row) => {
    const count = (counts.get(row.key) ?? 0) + 1;
    counts.set(row.key, count);
    return count === 1 ? row : { ...row, key: `${row.key} ${count}` };
  });
}

const rowOf = (item: Item, level: number): OutlineRow => ({
  key: item.key,
  title: item.title,
  level,
  item,
  program: item.program,
  texts: [item.key, item.type.name, item.status],
});
