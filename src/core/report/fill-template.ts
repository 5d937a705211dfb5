import { shownText } from '../blocks/views/markdown.ts';
import { type Day, formatDay } from '../model/values/day.ts';
import type { Plan } from '../plan/plan.ts';
import type { Program } from '../plan/program.ts';
import { yamlText } from '../scaffold/yaml-text.ts';
import type { PlanState } from '../state/state.ts';
import { nearest } from '../text/nearest.ts';
import { quoted } from '../text/visible.ts';
import { longDayLabel } from '../views/day-label.ts';
import { type ReportChange, sinceWords } from './change.ts';
import { restTitle, standingsOf, worstOf } from './standing.ts';

/** What the placeholders of a template stand for. */
export interface TemplateInput {
  readonly plan: Plan;
  readonly state: PlanState;
  readonly today: Day;
  /** The programs that it is about. */
  readonly programs: readonly Program[];
  /** When its time begins: as it is written down, and in words. */
  readonly since: { readonly name: string; readonly words: string };
  /** `key=value`, for each live block of it: what it leaves out. */
  readonly filters: readonly string[];
}

/** When the time of a report begins: as somebody has said, or so that it begins there again when it is brought up to date. */
export const sinceFor = (change: ReportChange, said: string | undefined, today: Day): TemplateInput['since'] => ({
  name: said ?? change.with?.revision ?? formatDay(change.since),
  words: sinceWords(change, today),
});

/** A template that cannot be filled: the message says why. */
export class TemplateProblem extends Error {}

const PLACEHOLDER = /\{\{\s*([\w-]+)\s*\}\}/g;
const SECTION_MARK = /\{\{\s*([#/][\w-]+)\s*\}\}/;
const EACH_WORKSTREAM = /^[ \t]*\{\{#workstreams\}\}[ \t]*\r?\n([\s\S]*?)^[ \t]*\{\{\/workstreams\}\}[ \t]*\r?\n?/gm;
const FRONT_MATTER = /^(---[ \t]*\r?\n)([\s\S]*?)(^---[ \t]*\r?\n)/m;

/**
 * Fills a template in: its placeholders, such as `{{date}}`, and what stands between `{{#workstreams}}` and
 * `{{/workstreams}}` for each workstream. A line of the front matter of which nothing is known is left out. The live
 * blocks are left as they are, but for the filters that are added to each.
 * @throws TemplateProblem where it has a placeholder that there is not
 */
export function fillTemplate(template: string, input: TemplateInput): string {
  const words = wordsOf(input);
  const whole = Object.fromEntries(Object.entries(words).map(([name, word]) => [name, shownText(word)]));
  const head = FRONT_MATTER.exec(template);
  const isHead = head !== null && head.index === 0;
  const front = isHead ? `${head[1]}${frontMatter(head[2] as string, words)}${head[3]}` : '';
  const body = template.slice(isHead ? head[0].length : 0);
  let filledBody = '';
  let at = 0;
  // What a plan says is never looked at for placeholders again.
  for (const section of body.matchAll(EACH_WORKSTREAM)) {
    filledBody += filled(body.slice(at, section.index), whole);
    for (const { id, title } of workstreamsIn(input)) {
      filledBody += filled(section[1] as string, {
        ...whole,
        workstream: optionValue(id),
        'workstream-title': shownText(title),
      });
    }
    at = section.index + section[0].length;
  }
  filledBody += filled(body.slice(at), whole);
  return `${front}${withFilters(filledBody, input.filters)}`;
}

type Words = Readonly<Record<string, string>>;

/** What is known of the report as a whole; empty where there is nothing to say. */
function wordsOf({ plan, state, today, programs, since }: TemplateInput): Words {
  const [program] = programs;
  const only = programs.length === 1 ? program : undefined;
  const open = programs.filter(({ item }) => item?.open !== false);
  return {
    title: only ? (only.item?.title ?? only.id) : 'Programs',
    program: only?.item && plan.programs.length > 1 ? only.id : '',
    date: formatDay(today),
    day: longDayLabel(today, today - 400),
    since: since.name,
    'since-day': since.words,
    health: worstOf(open.map((one) => state.health(one).value)),
    owner: only?.item?.owner?.name ?? '',
  };
}

/** The front matter with its placeholders as values of YAML. */
function frontMatter(text: string, words: Words): string {
  const lines = text.split(/(?<=\n)/).flatMap((line) => {
    const used = [...line.matchAll(PLACEHOLDER)].map(([, name = '']) => wordOf(name, words));
    if (used.length > 0 && used.every((word) => word === '')) return [];
    const [, key, value, end] = /^(\s*[\w-]+:[ \t]*)(.*?)([ \t]*\r?\n)$/.exec(line) ?? [];
    if (used.length === 0 || key === undefined || value === undefined) return [line];
    return [`${key}${yamlValue(value.replace(PLACEHOLDER, (_, name: string) => wordOf(name, words)))}${end}`];
  });
  return lines.join('');
}

/** Days stay plain, as people write them. */
const yamlValue = (text: string): string => (/^\d{4}-\d\d-\d\d$/.test(text) ? text : yamlText(text));

function filled(text: string, words: Words): string {
  const [mark] = SECTION_MARK.exec(text) ?? [];
  if (mark !== undefined) {
    throw new TemplateProblem(
      `the template has ${quoted(mark)} without its other end: {{#workstreams}} and {{/workstreams}} stand each alone on a line, and one pair not in another`,
    );
  }
  return text.replace(PLACEHOLDER, (_, name: string) => wordOf(name, words));
}

const OF_A_WORKSTREAM = ['workstream', 'workstream-title'];

function wordOf(name: string, words: Words): string {
  const word = Object.hasOwn(words, name) ? words[name] : undefined;
  if (word !== undefined) return word;
  if (OF_A_WORKSTREAM.includes(name)) {
    throw new TemplateProblem(`{{${name}}} stands between {{#workstreams}} and {{/workstreams}}: nothing else has one`);
  }
  const names = [...Object.keys(words), ...OF_A_WORKSTREAM];
  const near = nearest(name, names);
  throw new TemplateProblem(
    `the template has no placeholder ${quoted(`{{${name}}}`)} to fill: ${near ? `did you mean {{${near}}}?` : `there are ${names.map((one) => `{{${one}}}`).join(', ')}`}`,
  );
}

/** The workstreams of the programs, and where something belongs to none, that. */
function workstreamsIn({ programs, plan, state }: TemplateInput): readonly { id: string; title: string }[] {
  return programs.flatMap((program) =>
    standingsOf(program, plan, state)
      .filter(({ item }) => item?.open !== false)
      .map(({ id, item }) => ({ id: id ?? '', title: item?.title ?? id ?? restTitle(program) })),
  );
}

/** A value of an option of a live block; one that no quotes can hold finds nothing. */
const optionValue = (text: string): string =>
  /^[^\s"'=<>]*$/.test(text) && text !== '' ? text : `"${text.replaceAll('"', '')}"`;

const BLOCK_HEAD = /^([ ]{0,3}<!--[ \t]*milepost[ \t]+[a-z-]+(?:(?!-->).)*?)([ \t]*-->[ \t]*)$/gm;

function withFilters(text: string, filters: readonly string[]): string {
  if (filters.length === 0) return text;
  const added = filters.map((filter) => {
    const at = filter.indexOf('=');
    return ` ${filter.slice(0, at + 1)}${optionValue(filter.slice(at + 1))}`;
  });
  return text.replace(BLOCK_HEAD, (_, head: string, end: string) => `${head}${added.join('')}${end}`);
}
