import type { ItemType, NewField } from '../model/item-type.ts';
import { type Day, formatDay } from '../model/values/day.ts';
import type { Plan } from '../plan/plan.ts';
import type { PlanState } from '../state/state.ts';
import { yamlText, yamlWord } from './yaml-text.ts';

/** What is known of an item that does not exist yet. */
export interface NewItem {
  readonly type: ItemType;
  readonly id: string;
  readonly title: string;
  readonly owner?: string | undefined;
  /** Of a dependency: who delivers it. */
  readonly from?: string | undefined;
  /** By when it has to be closed: a date or period as the format writes it. */
  readonly due?: string | undefined;
  /** Its program, where its folder does not say it. */
  readonly program?: string | undefined;
  readonly workstream?: string | undefined;
  /** Of a gate: what is not done before it, as references. */
  readonly for?: readonly string[] | undefined;
  /** Of an update: how its program stands, until its author says it otherwise. */
  readonly health?: string | undefined;
  readonly today: Day;
}

/** How the program of a new update stands, as a report of today would say it; of other types nothing is said of that. */
export function healthToTell(
  type: ItemType,
  program: string,
  { plan, state }: { readonly plan: Plan; readonly state: PlanState },
): string | undefined {
  const told = type.name === 'update' ? plan.programs.find(({ id }) => id === program) : undefined;
  return told && told.item?.open !== false ? state.health(told).value : undefined;
}

/** The text of a file for a new item: front matter, a heading, and a question that its prose should answer. */
export function newItemText(item: NewItem): string {
  const title = item.title.replace(/\s+/g, ' ').trim();
  const { due, from } = item;
  const today = formatDay(item.today);
  const isTold = item.type.name === 'update';
  const fields: readonly NewField[] = [
    ['type', item.type.name],
    ['id', item.id],
    ['title', title],
    // What is told is told on the day that its date says: a draft would never have been.
    ...(isTold ? [] : [['status', item.type.statuses.open[0]] as const]),
    ['owner', item.owner],
    ['program', item.program],
    ['workstream', item.workstream],
    ['for', item.for?.length ? `[${item.for.map(yamlWord).join(', ')}]` : undefined],
    ...(isTold
      ? ([
          ['date', today],
          ['health', item.health],
        ] as const)
      : []),
    ...item.type.begin({ due, from, today }).filter(([name]) => name !== 'for' || !item.for?.length),
    ['updated', today],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`${name}: ${valueText(name, value)}`] : []));
  return `---\n${lines.join('\n')}\n---\n\n# ${title}\n\n<!-- ${item.type.question} -->\n`;
}

/** Dates are read as they are written; anything else could be read as something else. */
function valueText(name: string, value: string): string {
  return /^(?:id|title|owner|from|program|workstream)$/.test(name) ? yamlText(value) : value;
}
