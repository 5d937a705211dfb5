import { formatDay } from '../../core/model/values/day.ts';
import { formatDuration } from '../../core/model/values/duration.ts';
import type { Item } from '../../core/plan/item.ts';
import { endedOn } from '../../core/plan/successors.ts';
import type { Finding } from '../../core/rules/finding.ts';
import { endIsUnknown } from '../../core/schedule/facts.ts';
import type { BlockCause } from '../../core/state/blocked.ts';
import { exposureOf } from '../../core/state/exposure.ts';
import { riskScore } from '../../core/state/risk-score.ts';
import { visible } from '../../core/text/visible.ts';
import { counted } from '../../core/text/words.ts';
import { figuresDetails } from '../../core/views/figures.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { spanOf } from '../findings/position.ts';
import type { Place } from '../plan/place.ts';
import { columns } from '../terminal/columns.ts';
import type { Style } from '../terminal/style.ts';
import { findingsOf } from './findings-of.ts';
import { forecastFacts, whyText } from './forecast-text.ts';
import { itemRow } from './item-table.ts';
import { type Neighbour, waitedForBy, waitsFor } from './neighbours.ts';
import { writtenLines } from './written-fields.ts';

/** What details are written with. */
interface Context {
  readonly place: Pick<Place, 'fromHere'>;
  readonly style: Style;
}

/** Everything about an item, for people. */
export function itemDetailsText(item: Item, snapshot: Snapshot, context: Context): string {
  const { plan, state } = snapshot;
  const { place, style } = context;
  const { line } = spanOf({ source: item.document, range: item.idRange }).start;
  const row = (other: Item): string[] => itemRow(other, snapshot, style);
  const sections: readonly [string, readonly string[]][] = [
    ['', columns(facts(item, snapshot).map(([name, value]) => [style.dim(name), value]))],
    ['Figures', figuresDetails(item, snapshot)],
    ['Forecast', columns(forecastFacts(item, snapshot, style))],
    ['Why', whyText(item, snapshot)],
    ['Waits for', columns(waitsFor(item, plan).map((other) => [...row(other.item), linkText(other)]))],
    ['Waited for by', columns(waitedForBy(item, plan).map((other) => [...row(other.item), linkText(other)]))],
    ['Blocked by', columns(state.blocked.causes(item).map((cause) => [...row(cause.by), REASONS[cause.kind]]))],
    ['Held up by', state.blocked.isBlockedUpstream(item) ? columns(state.blocked.roots(item).map(row)) : []],
    ['Findings', findingsOf(item, snapshot).map((finding) => findingText(finding, style))],
  ];
  return [
    `${style.bold(visible(item.title))}\n`,
    style.dim(`${visible(item.key)} · ${visible(place.fromHere(item.document.path))}:${line}\n`),
    ...sections.filter(([, lines]) => lines.length > 0).map(([title, lines]) => section(title, lines, style)),
  ].join('');
}

function section(title: string, lines: readonly string[], style: Style): string {
  const head = title === '' ? '' : `${style.bold(title)}\n`;
  return `\n${head}${lines.map((line) => `  ${line}\n`).join('')}`;
}

function facts(item: Item, { plan, state }: Snapshot): [string, string][] {
  const { values } = item;
  const day = (value: number | undefined): string => (value === undefined ? '' : formatDay(value));
  const stale = state.staleness(item);
  const rows: [string, string][] = [
    ['type', item.type.name],
    ['status', item.status],
    ['owner', visible(item.owner?.name ?? 'nobody')],
    ['workstream', visible(item.workstream ?? '')],
    ['start', day(values.start)],
    ['due', `${day(item.due)}${state.isOverdue(item) ? ' (overdue)' : ''}`],
    ['expected', day(values.expected)],
    ['duration', values.duration ? formatDuration(values.duration) : ''],
    ['decided', isSuperseded(item) ? day(item.values.date) : ''],
    [isSuperseded(item) ? 'superseded' : 'closed', endIsUnknown(item) ? 'date unknown' : day(endedOn(item, plan))],
    ['updated', `${day(values.updated)}${stale && !stale.byGit ? ' (stale)' : ''}`],
    ['changed', stale?.byGit ? `${day(stale.touched)} (stale)` : ''],
    ['score', riskText(item, state)],
    ['note', visible(values.note ?? '')],
  ];
  const rest = [...writtenLines(item)].filter(([name]) => !isTold(name, item));
  const more = rest.flatMap(([name, lines]) =>
    lines.map((line, n): [string, string] => [n === 0 ? name : '', visible(line)]),
  );
  return [...rows, ...more].filter(([, value]) => value !== '');
}

/** Whether it was made on one day, and came to its end on another. */
const isSuperseded = ({ type, status }: Item): boolean => type.name === 'decision' && status === 'superseded';

/** Whether a row above tells a field, perhaps by another name. */
const isTold = (name: string, { open, type: { closedOn, dueField } }: Item): boolean =>
  TOLD.has(name) || name === dueField || (!open && (name === closedOn || name === 'completed'));

/** How grave a risk is, and what it is expected to cost. */
function riskText(item: Item, { calendars }: Snapshot['state']): string {
  const score = riskScore(item);
  if (score === undefined) return '';
  const exposure = exposureOf(item, calendars.of(item));
  return `${score} of 25${exposure === undefined ? '' : `, ${counted(exposure, 'working day')} to be expected`}`;
}

/** Fields of any type that the rows and sections above tell in their own way. */
const TOLD: ReadonlySet<string> = new Set([
  ...['type', 'id', 'title', 'status', 'owner', 'program', 'workstream', 'start', 'due', 'expected', 'duration'],
  ...['updated', 'note', 'depends_on'],
]);

const REASONS: Readonly<Record<BlockCause['kind'], string>> = {
  status: 'its own status says so',
  overdue: 'past its due date',
  'open-issue': 'an open issue',
  declined: 'declined',
  'promised-late': 'promised too late for a firm date',
};

/** How a link is more than "after": `SS+3d`. */
function linkText({ link, lag }: Neighbour): string {
  if (!lag) return link === 'FS' ? '' : link;
  return link + (lag.startsWith('-') ? lag : `+${lag}`);
}

function findingText({ code, severity, message }: Finding, style: Style): string {
  const colour = { error: style.red, warning: style.yellow, info: style.blue }[severity];
  return `${colour(severity)}  ${visible(message)}  ${style.dim(code)}`;
}
