import { workstreamKey } from '../../graph/keys.ts';
import type { Day } from '../../model/values/day.ts';
import { formatDay } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';
import { milestonePicture } from '../../report/html/milestone-picture.ts';
import { counted } from '../../text/words.ts';
import { plural } from '../../views/summary.ts';
import { shownOf } from '../../views/timeline/folding.ts';
import type { GroupRow, ItemRow } from '../../views/timeline/row.ts';
import { type Timeline, timelineOf } from '../../views/timeline/timeline.ts';
import type { BlockView, ViewRequest } from '../view.ts';
import { GanttRoom, sectionTitle } from './gantt-room.ts';
import { nothing } from './markdown.ts';
import { mermaidText } from './mermaid-text.ts';
import { SHOW } from './show.ts';

/** More rows than this nobody reads, and Mermaid takes its time; then a workstream is one bar, or a program. */
const MOST_ROWS = 120;

/** A workstream, or of too many a program: with all that is drawn of it. */
interface Section {
  readonly title: string;
  /** Drawn as one bar, where it is folded. */
  readonly group: GroupRow | undefined;
  readonly items: readonly ItemRow[];
}

/** Milestones in time, as Mermaid draws them: a Gantt chart of the forecast, of the rows of the timeline in the editor. */
export const timeline: BlockView = {
  name: 'timeline',
  doc: 'A Gantt chart of the forecast by workstream, drawn by Mermaid.',
  options: SHOW,
  *lines(request) {
    const { options, accepts } = request;
    const whole = yield* timelineOf(request, {
      filter: (item) => item.type.name === 'milestone' && accepts(item),
      hideDone: options.get('show') === 'open',
      allDone: true,
      withoutLinks: true,
    });
    const items = whole.rows.filter((row) => row.kind === 'item');
    if (items.length === 0) return nothing('milestones with a forecast');
    yield;
    const sections = yield* sectionsOf(whole, request);
    const span = spanOf(items);
    const room = new GanttRoom(
      sections.map(({ title }) => title),
      span.from,
      span.to,
    );
    const names = new Names();
    const drawn = sections.slice(0, MOST_ROWS);
    const lines = drawn.flatMap(({ title, group, items: own }) => [
      `    section ${sectionTitle(title)}`,
      ...(group ? [groupBar(group, names)] : []),
      ...own.map((row) => itemBar(row, names, room)),
    ]);
    return [
      '```mermaid',
      ...room.directives,
      'gantt',
      '    dateFormat YYYY-MM-DD',
      ...axisOf(span),
      '    inclusiveEndDates',
      ...lines,
      '```',
      '',
      LEGEND,
      ...(drawn.some(({ group }) => group) ? ['', foldedNote(items.length, drawn)] : []),
    ];
  },
  picture: (request) => milestonePicture(milestonesIn(request), request.state, request.today),
  pictureInstead: true,
};

/** The milestones of the chart by their forecast, as many as a page has room for. */
function milestonesIn({ plan, state, options, accepts }: ViewRequest): readonly Item[] {
  const openOnly = options.get('show') === 'open';
  const shown = plan.ofType('milestone').filter((item) => accepts(item) && (item.open || !openOnly));
  const when = new Map(shown.map((item) => [item, state.schedule.finish(item) ?? Infinity]));
  return shown.sort((a, b) => (when.get(a) as number) - (when.get(b) as number)).slice(0, MOST_ROWS);
}

const LEGEND = '✓ done, ● under way, ○ planned, ▲ forecast to be late; days late in working days.';

/** The sections of a chart: what is folded has one bar, and beside it what is critical, as far as there is room. */
function* sectionsOf(whole: Timeline, { plan }: ViewRequest): Generator<void, readonly Section[]> {
  const { rows } = yield* shownOf(whole, { open: [], folded: [] }, MOST_ROWS);
  const hidden = yield* criticalIn(whole, new Set(rows.map(({ key }) => key)));
  const groups = rows.filter((row) => row.kind !== 'item');
  let room = Math.max(0, MOST_ROWS - groups.filter(({ folded }) => folded).length);
  const sections: (Section & { readonly items: ItemRow[] })[] = [];
  /** What belongs to no workstream stands under its program alone. */
  const rests = new Set(plan.programs.map(({ id }) => workstreamKey(id, undefined)));
  // Of one program nobody has to be told which it is, whatever others the plan has.
  const isMany = whole.rows.filter(({ kind }) => kind === 'program').length > 1;
  let program = '';
  for (const row of rows) {
    if (row.kind === 'item') {
      sections.at(-1)?.items.push(row);
      continue;
    }
    if (row.kind === 'program') program = row.title;
    if (row.kind === 'program' && !row.folded) continue;
    const critical = row.folded ? (hidden.get(row.key) ?? []).slice(0, room) : [];
    room -= critical.length;
    const isOwn = row.kind === 'workstream' && !rests.has(row.key);
    const title = !isOwn ? program : isMany ? `${program}, ${row.title}` : row.title;
    sections.push({ title, group: row.folded ? row : undefined, items: critical });
  }
  return sections;
}

/** What is critical and not shown, by the key of the row that is shown in its place. */
function* criticalIn({ rows }: Timeline, shown: ReadonlySet<string>): Generator<void, ReadonlyMap<string, ItemRow[]>> {
  const found = new Map<string, ItemRow[]>();
  const parents = new Map<string, string | undefined>();
  for (const row of rows) {
    parents.set(row.key, row.parent);
    if (row.kind !== 'item' || shown.has(row.key) || !row.marks.includes('critical')) continue;
    const place = shown.has(row.parent as string) ? row.parent : parents.get(row.parent as string);
    const same = found.get(place as string);
    if (same) same.push(row);
    else found.set(place as string, [row]);
  }
  yield;
  return found;
}

interface Span {
  readonly from: Day;
  readonly to: Day;
}

/** From the first day on which anything is forecast to the last. */
function spanOf(items: readonly ItemRow[]): Span {
  let [from, to] = [Infinity, -Infinity];
  for (const row of items) {
    const { start, finish } = daysOf(row);
    from = Math.min(from, start);
    to = Math.max(to, finish);
  }
  return { from, to };
}

/** The days of a bar; of what takes no time both are the same. */
function daysOf({ forecast }: ItemRow | GroupRow): { readonly start: Day; readonly finish: Day } {
  const finish = forecast.to as Day;
  return { start: Math.min(forecast.from ?? finish, finish), finish };
}

/** A line for each day, week, month or year, so that their labels have room. */
function axisOf({ from, to }: Span): readonly string[] {
  const [, interval, format] = AXES.find(([most]) => to - from <= most) as (typeof AXES)[number];
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

/** Names of bars that nothing in a plan has a say in. */
class Names {
  #count = 0;
  next(): string {
    return `t${this.#count++}`;
  }
}

function itemBar(row: ItemRow, names: Names, room: GanttRoom): string {
  const { item, marks, slip = 0, forecast } = row;
  const { start, finish } = daysOf(row);
  const isLate = marks.includes('late');
  const isDone = marks.includes('done');
  const isUnderWay = item.status === 'in-progress';
  // A name never begins a line: a title could be a word that Mermaid acts on.
  const mark = isDone ? '✓' : isLate ? '▲' : isUnderWay ? '●' : '○';
  const id = item.title === item.id ? '' : ` (${mermaidText(item.id)})`;
  const late = isLate ? `, ${counted(slip, 'day')} late` : '';
  const title = room.titleFor(item.title, `${mark} ${id}${late}`, start, finish);
  return bar(`${mark} ${title}${id}${late}`, [
    ...(marks.includes('critical') ? ['crit'] : []),
    ...(isDone ? ['done'] : isUnderWay ? ['active'] : []),
    ...(forecast.from === undefined ? ['milestone'] : []),
    names.next(),
    formatDay(start),
    forecast.from === undefined ? '0d' : formatDay(finish),
  ]);
}

function groupBar(row: GroupRow, names: Names): string {
  const { items, done, late } = row.counts;
  const { start, finish } = daysOf(row);
  const counts = [plural(items, 'milestone'), done > 0 ? `${done} done` : '', late > 0 ? `${late} late` : ''];
  const name = `${late > 0 ? '▲' : '○'} ${counts.filter((part) => part !== '').join(', ')}`;
  return bar(name, [names.next(), formatDay(start), formatDay(finish)]);
}

const bar = (name: string, parts: readonly string[]): string => `    ${name} :${parts.join(', ')}`;

function foldedNote(total: number, drawn: readonly Section[]): string {
  const what = drawn.some(({ group }) => group?.kind === 'program') ? 'program' : 'workstream';
  const shown = drawn.reduce((sum, { items }) => sum + items.length, 0);
  const there = drawn.reduce((sum, { group, items }) => sum + (group?.counts.items ?? items.length), 0);
  const rest = total > there ? ` ${total - there} in other ${what}s are not drawn.` : '';
  return `${total} milestones: each ${what} is one bar, and of those on the critical path ${shown} have their own.${rest} Filters show fewer of them.`;
}
