import {
  type Kind,
  keyOf,
  type Length,
  type ReferenceCalendar,
  type ReferenceItem,
  type ReferenceLink,
  type ReferencePlan,
  type ReferenceProgram,
  type Span,
  written,
} from './reference-plan.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const COLLECTION: Record<Kind, string> = {
  milestone: 'milestones',
  decision: 'decisions',
  dependency: 'dependencies',
  action: 'actions',
  issue: 'issues',
};
const CLOSING: Record<Kind, string> = {
  milestone: 'completed',
  decision: 'date',
  dependency: 'delivered',
  action: 'done',
  issue: 'resolved',
};

/** How a plan is spread over documents; none of it may change what is forecast. */
export interface Layout {
  /** Items with a file of their own, by key; the others are entries of their program's document. */
  readonly alone?: (key: string) => boolean;
  /** Turns the order of files, and of the entries in them, around. */
  readonly reversed?: boolean;
}

/** The documents of a plan, by path: what the engine reads. */
export function markdownOf(plan: ReferencePlan, { alone = () => false, reversed = false }: Layout = {}) {
  const ordered = <T>(list: readonly T[]): T[] => (reversed ? [...list].reverse() : [...list]);
  const files: [string, string][] = [];
  if (plan.calendar) files.push(['milepost.yaml', `calendar: ${calendarText(plan.calendar)}\n`]);
  for (const program of ordered(plan.programs)) {
    const items = ordered(plan.items.filter((item) => item.program === program.id));
    const entries = items.filter((item) => !alone(keyOf(item)));
    files.push([`${program.id}/README.md`, programText(program, entries)]);
    for (const item of items.filter((each) => alone(keyOf(each)))) {
      const lines = [['type', item.kind], ...fieldsOf(item)].map(([name, value]) => `${name}: ${value}\n`);
      files.push([`${program.id}/${item.id}.md`, `---\n${lines.join('')}---\n`]);
    }
  }
  return Object.fromEntries(ordered(files));
}

function programText(program: ReferenceProgram, entries: readonly ReferenceItem[]): string {
  const lines = [`type: program`, `id: ${program.id}`];
  if (program.start !== undefined) lines.push(`start: ${written(program.start)}`);
  if (program.target !== undefined) lines.push(`target: ${written(program.target)}`);
  if (program.goal !== undefined) lines.push(`goal: ${program.goal}`);
  if (program.calendar) lines.push(`calendar: ${calendarText(program.calendar)}`);
  if (program.workstreams.length > 0) lines.push('workstreams:');
  for (const { id, calendar } of program.workstreams) {
    lines.push(`  - { id: ${id}${calendar ? `, calendar: ${calendarText(calendar)}` : ''} }`);
  }
  for (const kind of Object.keys(COLLECTION) as Kind[]) {
    const items = entries.filter((item) => item.kind === kind);
    if (items.length > 0) lines.push(`${COLLECTION[kind]}:`);
    for (const item of items)
      lines.push(
        `  - { ${fieldsOf(item)
          .map((field) => field.join(': '))
          .join(', ')} }`,
      );
  }
  return `---\n${lines.join('\n')}\n---\n`;
}

function fieldsOf(item: ReferenceItem): [string, string][] {
  const fields: [string, string | undefined][] = [
    ['id', item.id],
    ['workstream', item.workstream],
    ['tags', item.tag],
    ['status', item.status],
    ['start', dateText(item.start)],
    ['due', dateText(item.due)],
    ['commitment', item.firm ? 'firm' : undefined],
    ['expected', dateText(item.expected)],
    ['started', dateText(item.started)],
    [CLOSING[item.kind], dateText(item.closed)],
    ['updated', dateText(item.updated)],
    ['promised', dateText(item.promised)],
    ['needed_by', dateText(item.neededBy)],
    ['provided_by', item.providedBy],
    ...durationFields(item),
    ['progress', item.progress === undefined ? undefined : `${item.progress}%`],
    ['depends_on', listText(item.dependsOn?.map(linkText))],
    ['blocks', listText(item.blocks)],
    ['windows', listText(item.windows?.map(spanText))],
  ];
  return fields.filter((field): field is [string, string] => field[1] !== undefined);
}

function durationFields({ duration, estimated }: ReferenceItem): [string, string | undefined][] {
  if (!duration) return [];
  const { amount, unit } = duration;
  if (!estimated) return [['duration', `${amount}${unit}`]];
  return [['estimate', `${amount / 2}${unit} / ${amount}${unit} / ${amount * 2 + 1}${unit}`]];
}

const dateText = (day: number | undefined): string | undefined => (day === undefined ? undefined : written(day));

const spanText = ({ first, last }: Span): string =>
  first === last ? written(first) : `${written(first)}..${written(last)}`;

const listText = (parts: readonly string[] | undefined): string | undefined =>
  parts && parts.length > 0 ? `[${parts.join(', ')}]` : undefined;

function linkText({ on, type, lag }: ReferenceLink): string {
  if (lag.amount === 0 && lag.unit === 'd') return type === 'FS' ? on : `${on} ${type}`;
  return `${on} ${type}${lag.amount >= 0 ? '+' : ''}${lengthText(lag)}`;
}

const lengthText = ({ amount, unit }: Length): string => `${amount}${unit}`;

function calendarText({ workdays, holidays, freezes }: ReferenceCalendar): string {
  const parts: string[] = [];
  if (workdays) parts.push(`workdays: [${workdays.map((day) => WEEKDAYS[day]).join(', ')}]`);
  if (holidays) parts.push(`holidays: [${holidays.map(spanText).join(', ')}]`);
  if (freezes) {
    const each = freezes.map(
      ({ first, last, tag }) => `{ from: ${written(first)}, to: ${written(last)}, tags: [${tag}] }`,
    );
    parts.push(`freezes: [${each.join(', ')}]`);
  }
  return parts.length > 0 ? `{ ${parts.join(', ')} }` : '{}';
}
