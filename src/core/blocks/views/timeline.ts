import type { Day } from '../../model/values/day.ts';
import { formatDay } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';
import type { PlanState } from '../../state/state.ts';
import { counted } from '../../text/words.ts';
import { plural } from '../../views/summary.ts';
import type { BlockView, ViewRequest } from '../view.ts';
import { nothing } from './markdown.ts';
import { mermaidText } from './mermaid-text.ts';
import { askedFor, SHOW } from './show.ts';

/** More bars than this nobody reads, and Mermaid takes its time; then a workstream is one bar. */
const MOST_BARS = 120;

/** A milestone with the days on which it is forecast; of what takes no time both are the same. */
interface Placed {
  readonly item: Item;
  readonly start: Day;
  readonly finish: Day;
}

/** Milestones of one program and workstream. */
interface Section {
  readonly title: string;
  readonly placed: readonly Placed[];
}

/** Milestones in time, as Mermaid draws them: a Gantt chart of the forecast. */
export const timeline: BlockView = {
  name: 'timeline',
  doc: 'A Gantt chart of the forecast by workstream, drawn by Mermaid.',
  options: SHOW,
  *lines(request) {
    const sections = sectionsOf(request);
    yield;
    const total = sections.reduce((sum, { placed }) => sum + placed.length, 0);
    if (total === 0) return nothing('milestones with a forecast');
    const isFolded = total > MOST_BARS;
    const bars = isFolded
      ? foldedBars(sections, request)
      : sections.map((section) => [section, section.placed] as const);
    const names = new Names();
    const lines = bars.flatMap(([section, placed]) => [
      `    section ${mermaidText(section.title)}`,
      ...(isFolded ? [foldedBar(section, names, request.state)] : []),
      ...placed.map((one) => barOf(one, names, request.state)),
    ]);
    return [
      '```mermaid',
      'gantt',
      '    dateFormat YYYY-MM-DD',
      ...axisOf(sections),
      '    inclusiveEndDates',
      ...lines,
      '```',
      '',
      LEGEND,
      ...(isFolded ? ['', foldedNote(total, bars)] : []),
    ];
  },
};

/** A line for each day, week, month or year, so that their labels have room. */
function axisOf(sections: readonly Section[]): readonly string[] {
  const all = sections.flatMap(({ placed }) => placed);
  const start = all.reduce((first, one) => Math.min(first, one.start), Infinity);
  const days = all.reduce((last, one) => Math.max(last, one.finish), -Infinity) - start;
  const [, interval, format] = AXES.find(([most]) => days <= most) as (typeof AXES)[number];
  return [`    axisFormat ${format}`, `    tickInterval ${interval}`];
}

/** Up to how many days the picture has which lines. */
const AXES: readonly (readonly [number, string, string])[] = [
  [10, '1day', '%d %b'],
  [70, '1week', '%d %b'],
  [370, '1month', '%b %Y'],
  [1100, '3month', '%b %Y'],
  [4400, '12month', '%Y'],
  [Infinity, '120month', '%Y'],
];

const LEGEND = '✓ done, ● under way, ○ planned, ▲ forecast to be late; days late in working days.';

function sectionsOf(request: ViewRequest): readonly Section[] {
  const { plan, state } = request;
  const sections = new Map<string, { title: string; placed: Placed[] }>();
  for (const item of askedFor('milestone', request)) {
    const finish = item.dropped ? undefined : state.schedule.finish(item);
    if (finish === undefined) continue;
    const key = JSON.stringify([item.program, item.workstream]);
    const section = sections.get(key) ?? { title: sectionTitle(item, request), placed: [] };
    sections.set(key, section);
    section.placed.push({ item, start: Math.min(state.schedule.start(item) ?? finish, finish), finish });
  }
  const order = new Map(plan.programs.map(({ id }, index) => [id, index]));
  const programOf = ({ placed }: Section): number => order.get(placed[0]?.item.program ?? '') ?? 0;
  const found = [...sections.values()].sort((a, b) => programOf(a) - programOf(b));
  for (const { placed } of found) placed.sort((a, b) => a.start - b.start || a.finish - b.finish);
  return found;
}

function sectionTitle(item: Item, { plan }: ViewRequest): string {
  const workstream = plan.workstreamOf(item)?.title ?? item.workstream;
  const program = plan.lookup.program(item.program)?.title ?? item.program;
  if (workstream === undefined) return program;
  return plan.programs.length > 1 ? `${program}, ${workstream}` : workstream;
}

/** Names of bars that nothing in a plan has a say in. */
class Names {
  #count = 0;
  next(): string {
    return `t${this.#count++}`;
  }
}

function barOf({ item, start, finish }: Placed, names: Names, state: PlanState): string {
  const { schedule } = state;
  const slip = item.open ? (schedule.slip(item) ?? 0) : 0;
  const isInstant = schedule.start(item) === undefined;
  // A name never begins a line: a title could be a word that Mermaid acts on.
  const mark = !item.open ? '✓' : slip > 0 ? '▲' : item.status === 'in-progress' ? '●' : '○';
  const late = slip > 0 ? `, ${counted(slip, 'day')} late` : '';
  const tags = [
    ...(schedule.isCritical(item) ? ['crit'] : []),
    ...(!item.open ? ['done'] : item.status === 'in-progress' ? ['active'] : []),
    ...(isInstant ? ['milestone'] : []),
  ];
  const title = item.title === item.id ? item.id : `${item.title} (${item.id})`;
  return bar(`${mark} ${mermaidText(title)}${late}`, [
    ...tags,
    names.next(),
    formatDay(start),
    isInstant ? '0d' : formatDay(finish),
  ]);
}

const bar = (name: string, parts: readonly string[]): string => `    ${name} :${parts.join(', ')}`;

/** Sections as one bar each, and beside it what is critical, as far as there is room. */
function foldedBars(sections: readonly Section[], { state }: ViewRequest): (readonly [Section, readonly Placed[]])[] {
  let room = Math.max(0, MOST_BARS - sections.length);
  return sections.slice(0, MOST_BARS).map((section) => {
    const critical = section.placed.filter(({ item }) => state.schedule.isCritical(item)).slice(0, room);
    room -= critical.length;
    return [section, critical];
  });
}

function foldedBar({ placed }: Section, names: Names, { schedule }: PlanState): string {
  const late = placed.filter(({ item }) => item.open && (schedule.slip(item) ?? 0) > 0).length;
  const start = placed.reduce((first, one) => Math.min(first, one.start), Infinity);
  const finish = placed.reduce((last, one) => Math.max(last, one.finish), -Infinity);
  const done = placed.filter(({ item }) => !item.open).length;
  const counts = [plural(placed.length, 'milestone'), done > 0 ? `${done} done` : '', late > 0 ? `${late} late` : ''];
  return bar(`${late > 0 ? '▲' : '○'} ${counts.filter((part) => part !== '').join(', ')}`, [
    names.next(),
    formatDay(start),
    formatDay(finish),
  ]);
}

function foldedNote(total: number, bars: readonly (readonly [Section, readonly Placed[]])[]): string {
  const shown = bars.reduce((sum, [, placed]) => sum + placed.length, 0);
  const counted = bars.reduce((sum, [{ placed }]) => sum + placed.length, 0);
  const rest = total > counted ? ` ${total - counted} in other workstreams are not drawn.` : '';
  return `${total} milestones: each workstream is one bar, and of those on the critical path ${shown} have their own.${rest} Filters show fewer of them.`;
}
