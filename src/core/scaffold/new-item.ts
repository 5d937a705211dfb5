import type { ItemType } from '../model/item-type.ts';
import { type Day, formatDay } from '../model/values/day.ts';
import { yamlText } from './yaml-text.ts';

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
  readonly today: Day;
}

/** The text of a file for a new item: front matter, a heading, and a question that its prose should answer. */
export function newItemText(item: NewItem): string {
  const title = item.title.replace(/\s+/g, ' ').trim();
  const fields: readonly (readonly [string, string | undefined])[] = [
    ['type', item.type.name],
    ['id', item.id],
    ['title', title],
    ['status', item.type.statuses.open[0]],
    ['owner', item.owner],
    ['program', item.program],
    ['workstream', item.workstream],
    ...ownFields(item),
    ['updated', formatDay(item.today)],
  ];
  const lines = fields.flatMap(([name, value]) => (value ? [`${name}: ${valueText(name, value)}`] : []));
  const question = QUESTIONS[item.type.name];
  const prose = question ? `\n<!-- ${question} -->\n` : '';
  return `---\n${lines.join('\n')}\n---\n\n# ${title}\n${prose}`;
}

/** The fields that make an item what it is, with values that raise no question by themselves. */
function ownFields({ type, due, from, today }: NewItem): (readonly [string, string | undefined])[] {
  switch (type.name) {
    case 'program':
      return [
        ['start', formatDay(today)],
        ['target', due],
      ];
    case 'workstream':
      return [];
    case 'risk':
      return [
        ['probability', 'low'],
        ['impact', 'medium'],
      ];
    case 'issue':
      return [
        ['severity', 'medium'],
        ['opened', formatDay(today)],
        ['due', due],
      ];
    case 'dependency':
      return [
        ['from', from],
        ['needed_by', due],
      ];
    default:
      return [['due', due]];
  }
}

/** Dates are read as they are written; anything else could be read as something else. */
function valueText(name: string, value: string): string {
  return /^(?:id|title|owner|from|program|workstream)$/.test(name) ? yamlText(value) : value;
}

/** What the prose of an item is there to say. As comments they show up in no reader. */
const QUESTIONS: Readonly<Record<string, string>> = {
  program: 'What is different in the world when this program has ended?',
  workstream: 'What does this workstream deliver, and to whom?',
  milestone: 'What must be true for this to be done? A list of - [ ] boxes counts as progress.',
  dependency: 'What exactly is needed, and what happens without it?',
  decision: 'What are the options, and what speaks for each?',
  risk: 'How would one notice that it happens, and what makes it less likely?',
  issue: 'What has gone wrong, and what is being done about it?',
  action: 'What is the result?',
};
