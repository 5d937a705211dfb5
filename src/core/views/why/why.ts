import type { Day } from '../../model/values/day.ts';
import type { Item, Link } from '../../plan/item.ts';
import type { Plan } from '../../plan/plan.ts';
import { endIsUnknown } from '../../schedule/facts.ts';
import type { Wait } from '../../schedule/waits.ts';
import type { PlanState } from '../../state/state.ts';
import { visible } from '../../text/visible.ts';
import { counted } from '../../text/words.ts';
import type { ChainNode } from '../chain-node.ts';
import { dayLabel } from '../day-label.ts';
import { signedDays } from '../forecast-label.ts';
import { isPlain, LINK_WORDS, linkText } from '../link-text.ts';
import { criticality } from './criticality.ts';
import { lengthOf, limitWords, type Place } from './limit-words.ts';

/** What the answer is made from. */
export interface WhyInput {
  readonly plan: Plan;
  readonly state: PlanState;
  readonly today: Day;
}

/**
 * Why an item is forecast for its date: what drives it, what drives that, and so on back to what nothing drives; below
 * the item itself, whether it is critical. Links that close a cycle are left out of the forecast, and said to be.
 */
export function whyOf(item: Item, input: WhyInput): ChainNode {
  const details = [titleOf(item), datesWords(item, input), criticality(item, input.state, input.today)];
  return {
    ...itemNode(item, input),
    id: item.key,
    description: [datesText(item, input), title(item)].filter(Boolean).join(' · '),
    details: details.filter((line) => line !== ''),
    place: { source: item.document, range: item.idRange },
    hasChildren: true,
    children: () => [note(item, criticality(item, input.state, input.today)), ...reasonsOf(item, input)],
  };
}

function itemNode(item: Item, input: WhyInput) {
  return {
    kind: 'item' as const,
    label: visible(item.id),
    item,
    drives: true,
    hasChildren: input.state.schedule.has(item),
    children: () => reasonsOf(item, input),
  };
}

/** What drives an item, then its own limits, then what it waits for in vain. */
function reasonsOf(item: Item, input: WhyInput): readonly ChainNode[] {
  const { plan, state, today } = input;
  const { schedule } = state;
  const waits = schedule.waits(item).filter(onceEach(({ link }) => saidBy(link)));
  const drivers = schedule
    .drivers(item)
    .filter(onceEach((driver) => (driver.kind === 'link' ? saidBy(driver.link) : driver.limit)));
  const program = plan.lookup.program(item.program);
  const byLink = new Map(waits.map((wait) => [saidBy(wait.link), wait]));
  const nodes = drivers.map((driver): ChainNode => {
    if (driver.kind === 'link') return linkNode(byLink.get(saidBy(driver.link)) as Wait, input);
    const { text, place } = limitWords(driver.limit, item, { schedule, today, program });
    return leaf('limit', driver.limit, text, place, true);
  });
  const idle = waits.filter(({ drives, link }) => !drives && link.from.open);
  const left = item.open ? leftOut(item, input) : [];
  return idle.length + left.length > 0 ? [...nodes, idleNode(item, idle, left, input)] : nodes;
}

/** What a link says: `depends_on` of the one and `blocks` of the other often say the same. */
const saidBy = (link: Link): string => `${link.from.key} ${linkText(link)}`;

/** Lets through the first of those that have a key in common. */
function onceEach<T>(keyOf: (one: T) => string): (one: T) => boolean {
  const seen = new Set<string>();
  return (one) => seen.size < seen.add(keyOf(one)).size;
}

function linkNode(wait: Wait, input: WhyInput): ChainNode {
  const { link, day, drives, slack } = wait;
  const { from, to, reference } = link;
  const dates = datesText(from, input);
  const can = input.state.schedule.start(to) === undefined ? 'come' : wait.holds;
  const gives = `${visible(to.id)} cannot ${can} before ${dayLabel(day, input.today)}`;
  const idle = drives ? '' : `does not drive: ${counted(slack, 'working day')} of slack`;
  return {
    ...itemNode(from, input),
    id: `${from.key} ${link.type} ${reference.field} ${reference.written.range.start}`,
    description: [
      dates,
      isPlain(link) ? '' : `${linkText(link)} gives ${dayLabel(day, input.state.schedule.finish(from) ?? day)}`,
      idle,
      title(from),
    ]
      .filter((part) => part !== '')
      .join(' · '),
    details: [
      titleOf(from),
      datesWords(from, input),
      lengthOf(from) === undefined ? '' : `Takes ${lengthOf(from)}`,
      `${visible(to.id)} waits for it: ${LINK_WORDS[link.type]} (${linkText(link)})`,
      gives,
      idle === '' ? '' : `It ${idle}`,
    ].filter((line) => line !== ''),
    place: { source: reference.from.document, range: reference.written.range },
    drives,
  };
}

/** What an item waits for and is not moved by, the next to matter first. */
function idleNode(item: Item, waits: readonly Wait[], left: readonly ChainNode[], input: WhyInput): ChainNode {
  const sorted = [...waits].sort((a, b) => a.slack - b.slack);
  const least = sorted[0];
  const count = waits.length + left.length;
  return {
    kind: 'idle',
    id: 'idle',
    label: `${counted(count, 'other link')}`,
    description: least
      ? `${count === 1 ? 'does' : 'do'} not drive: ${counted(least.slack, 'working day')} of slack${count === 1 ? '' : ' at least'}`
      : '',
    details: [`What ${visible(item.id)} also waits for, without being moved by it`],
    place: undefined,
    item: undefined,
    drives: false,
    hasChildren: true,
    children: () => [...sorted.map((wait) => linkNode(wait, input)), ...left],
  };
}

/** What an item says that it waits for, and the forecast leaves out. */
function leftOut(item: Item, { plan }: WhyInput): ChainNode[] {
  return plan.linksTo(item).flatMap((link) => {
    const { from, reference } = link;
    const why = from.dropped ? `it is ${from.status}` : plan.closesCycle(link) ? 'the link closes a cycle' : '';
    if (why === '') return [];
    const place = { source: reference.from.document, range: reference.written.range };
    return {
      ...leaf('note', `left out ${from.key}`, visible(from.id), place, false),
      description: `left out of the forecast: ${why}`,
    };
  });
}

const note = (item: Item, text: string): ChainNode =>
  leaf('note', 'criticality', text, { source: item.document, range: item.idRange }, false);

function leaf(kind: ChainNode['kind'], id: string, label: string, place: Place, drives: boolean): ChainNode {
  return {
    ...{ kind, id, label, place, drives },
    description: '',
    details: [label],
    item: undefined,
    hasChildren: false,
    children: () => [],
  };
}

/** `20 Jan 2027 (+3d)`: rows are short, and this is what the answer is about. */
function datesText(item: Item, { state: { schedule }, today }: WhyInput): string {
  const finish = schedule.finish(item);
  if (finish === undefined || endIsUnknown(item)) return '';
  const slip = item.open ? schedule.slip(item) : undefined;
  return `${dayLabel(finish, today)}${slip ? ` (${signedDays(slip)})` : ''}`;
}

/** In words: `Forecast for 14 Dec to 20 Jan 2027, 3 working days after its due date 15 Jan 2027`. */
function datesWords(item: Item, { state: { schedule }, today }: WhyInput): string {
  const finish = schedule.finish(item);
  if (finish === undefined) return '';
  if (endIsUnknown(item)) return 'Done, date unknown';
  if (!item.open) return `Done on ${dayLabel(finish, today)}`;
  const slip = schedule.slip(item);
  const late =
    item.due === undefined || slip === undefined
      ? ''
      : slip === 0
        ? ', on time'
        : `, ${counted(Math.abs(slip), 'working day')} ${slip > 0 ? 'after' : 'before'} its due date ${dayLabel(item.due, today)}`;
  const start = schedule.start(item);
  const from = start === undefined || start === finish ? '' : `${dayLabel(start, finish)} to `;
  return `Forecast for ${from}${dayLabel(finish, today)}${late}`;
}

const title = (item: Item): string => (item.title === item.id ? '' : visible(item.title));

const titleOf = (item: Item): string => visible(item.title);
