import type { Cause, FieldChange, ItemChange, PlanDiff, ProgramChange, Sides } from '../../diff/plan-diff.ts';
import type { Day } from '../../model/values/day.ts';
import type { Item } from '../../plan/item.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Finding } from '../../rules/finding.ts';
import { firstOf } from '../../text/some.ts';
import { visible } from '../../text/visible.ts';
import { counted } from '../../text/words.ts';
import { fullDayLabel } from '../day-label.ts';
import { findingText } from '../finding-text.ts';
import type { Place } from '../why/limit-words.ts';
import type { ChangeNode, ChangeSign } from './change-node.ts';
import { moveText, throughText } from './move-text.ts';
import { hasChanged } from './verdict.ts';
import { changesOf, healthText } from './words.ts';

/** What a tree of a change is made of. */
export interface ChangeTreeInput {
  readonly diff: PlanDiff;
  readonly base: { readonly plan: Plan };
  readonly head: { readonly plan: Plan; readonly today: Day };
}

/** Of so many, the rows of a group are seen at first. */
const FEW = 40;
/** A row names so many fields before it counts. */
const MOST_FIELDS = 2;
const MOST_NAMES = 12;

/** What a change does to a plan, as groups: programs, what was changed, what that moves, findings. Those without anything are left out. */
export function changeTree(input: ChangeTreeInput): readonly ChangeNode[] {
  const { diff } = input;
  const tree = new ChangeTree(input);
  const own = diff.items.filter(({ kind }) => kind !== 'affected');
  const moved = diff.items.filter(({ kind }) => kind === 'affected').sort(furthestFirst);
  const findings = (found: readonly Finding[], isResolved: boolean) =>
    found.map((finding, at) => findingNode(finding, at, isResolved));
  const groups = [
    group('programs', 'Programs', diff.programs.filter(hasChanged), (change) => tree.program(change)),
    group('changed', 'What was changed', own, (change) => tree.item(change)),
    group('moved', 'What that moves', moved, (change) => tree.item(change)),
    group('new', 'New findings', findings(diff.findings.new, false), (node) => node),
    group('resolved', 'Resolved findings', findings(diff.findings.resolved, true), (node) => node, false),
  ];
  return groups.filter(({ hasChildren }) => hasChildren);
}

function group<T>(
  id: string,
  label: string,
  entries: readonly T[],
  nodeOf: (entry: T) => ChangeNode,
  isOpen = true,
): ChangeNode {
  return {
    ...leaf('group', id, label),
    description: String(entries.length),
    isOpen: isOpen && entries.length <= FEW,
    hasChildren: entries.length > 0,
    children: () => distinct(entries.map(nodeOf)),
  };
}

/** What moved furthest first, whichever way; of equals, in the order of the plan. */
const furthestFirst = (a: ItemChange, b: ItemChange): number =>
  Math.abs(b.workingDaysMoved ?? 0) - Math.abs(a.workingDaysMoved ?? 0);

class ChangeTree {
  readonly #input: ChangeTreeInput;
  readonly #today: Day;
  #changes: ReadonlyMap<Item, ItemChange> | undefined;

  constructor(input: ChangeTreeInput) {
    this.#input = input;
    this.#today = input.head.today;
  }

  program(change: ProgramChange): ChangeNode {
    const { id, finish, workingDaysMoved, criticalPath, health } = change;
    const now = this.#input.head.plan.lookup.program(id);
    const was = this.#input.base.plan.lookup.program(id);
    const { isOther } = criticalPath;
    const parts = [
      moveText(finish, workingDaysMoved, this.#today),
      health.base === health.head ? '' : healthText(change),
      isOther && finish.base === finish.head ? 'another critical path' : '',
    ];
    const path = (items: readonly Item[]): string =>
      items.length === 0
        ? 'none'
        : firstOf(
            items.map((item) => visible(item.id)),
            MOST_NAMES,
          );
    return {
      ...leaf('program', id, visible((now ?? was)?.title ?? id), placesOf({ base: was, head: now })),
      description: said(parts),
      details: [
        visible((now ?? was)?.title ?? id),
        `program ${visible(id)}`,
        `Finish: ${fullDays(finish, workingDaysMoved)}`,
        `Health: ${healthText(change)}`,
        ...(isOther ? [`Critical path before: ${path(criticalPath.base)}`] : []),
        ...(criticalPath.head.length > 0 ? [`Critical path: ${path(criticalPath.head)}`] : []),
      ],
      sign: health.head ? { health: health.head } : 'removed',
      item: now,
      ...(isOther && criticalPath.head.length > 0 ? below(() => [this.#path(criticalPath)]) : {}),
    };
  }

  item(change: ItemChange): ChangeNode {
    const { kind, item, fields, forecast, workingDaysMoved, causes } = change;
    const shown = (item.head ?? item.base) as Item;
    const isOwn = kind !== 'affected';
    const moved = forecast.base === forecast.head ? '' : moveText(forecast, workingDaysMoved, this.#today);
    const through = throughText(causes);
    const dates = kind === 'removed' ? '' : said([moved, through], ', ');
    const names = item.base && item.base.id !== shown.id ? `was ${visible(item.base.id)}` : '';
    const words = isOwn && kind !== 'added' && kind !== 'removed' ? changesOf(change, this.#today).map(visible) : [];
    return {
      ...leaf('item', shown.key, visible(shown.title), placesOf(item)),
      description: said([isOwn && kind !== 'changed' ? kind : '', names, firstOf(words, MOST_FIELDS), dates]),
      details: [
        visible(shown.title),
        `${shown.type.name} ${visible(shown.key)}${kind === 'affected' ? '' : `, ${kind}`}`,
        ...words,
        ...(moved === '' || kind === 'removed' ? [] : [`Forecast: ${fullDays(forecast, workingDaysMoved)}`]),
        ...(through === '' ? [] : [`Moved ${through}`]),
      ],
      sign: isOwn ? kind : (workingDaysMoved ?? 0) < 0 ? 'earlier' : 'later',
      item: item.head,
      ...(fields.length + causes.length > 0
        ? below(() => [
            ...fields.map((field) => this.#field(field, item)),
            ...causes.map((cause) => this.#cause(cause)),
          ])
        : {}),
    };
  }

  #field({ field, base, head }: FieldChange, item: Sides<Item>): ChangeNode {
    const text = (value: string | undefined): string => (value === undefined ? 'nothing' : visible(value));
    return {
      ...leaf('field', `field ${field}`, visible(field), {
        base: item.base && fieldPlace(item.base, field),
        head: item.head && fieldPlace(item.head, field),
      }),
      description: `${text(base)} → ${text(head)}`,
      details: [visible(field), `Before: ${text(base)}`, `Now: ${text(head)}`],
      sign: 'field',
    };
  }

  #cause(cause: Cause): ChangeNode {
    if (cause.kind !== 'item') return this.#sharedCause(cause);
    const { item, path } = cause;
    const change = this.#changeOf(item);
    const between = path.slice(1, -1);
    const words = change
      ? [...(change.kind === 'changed' ? [] : [change.kind]), ...changesOf(change, this.#today).map(visible)]
      : [];
    const way =
      between.length === 0
        ? ''
        : `by ${firstOf(
            between.map(({ id }) => visible(id)),
            MOST_FIELDS,
          )}`;
    return {
      ...leaf(
        'cause',
        `cause ${item.key}`,
        visible(item.id),
        placesOf(change?.item ?? { base: undefined, head: item }),
      ),
      description: said([firstOf(words, MOST_FIELDS), way]),
      details: [
        `because of ${visible(item.title)}`,
        ...words,
        ...(between.length === 0
          ? []
          : [
              `By ${firstOf(
                between.map(({ id }) => visible(id)),
                MOST_NAMES,
              )}`,
            ]),
      ],
      sign: 'cause',
      item: change?.item.head ?? (change ? undefined : item),
      // From what caused it to what it moved, both left out: they stand above.
      ...(between.length > 0 ? below(() => between.map((step, at) => this.#step(step, at))) : {}),
    };
  }

  #sharedCause(cause: Exclude<Cause, { kind: 'item' }>): ChangeNode {
    const name = cause.kind === 'program' ? cause.program : 'milepost.yaml';
    const { base, head } = this.#input;
    const place =
      cause.kind === 'program'
        ? placesOf({ base: base.plan.lookup.program(name), head: head.plan.lookup.program(name) })
        : { base: sourcePlace(base.plan), head: sourcePlace(head.plan) };
    return {
      ...leaf('cause', `cause ${cause.kind} ${name}`, visible(name), place),
      description: cause.kind === 'program' ? 'its start or its calendar' : 'the configuration',
      details: [`because of ${cause.kind === 'program' ? `the program ${visible(name)}` : name}`],
      sign: 'cause',
    };
  }

  #step(item: Item, at: number): ChangeNode {
    const change = this.#changeOf(item);
    const moved = change ? moveText(change.forecast, change.workingDaysMoved, this.#today) : '';
    return {
      ...leaf(
        'item',
        `step ${at} ${item.key}`,
        visible(item.title),
        placesOf(change?.item ?? { base: undefined, head: item }),
      ),
      description: moved,
      details: [visible(item.title), visible(item.key), moved].filter((line) => line !== ''),
      sign: 'path',
      item: change?.item.head,
    };
  }

  #path({ base, head }: ProgramChange['criticalPath']): ChangeNode {
    const before = new Set(base.map(({ key }) => key));
    return {
      ...leaf('note', 'critical path', 'Critical path now'),
      description: counted(head.length, 'item'),
      details: ['What the finish of the program depends on, from its start.'],
      sign: 'path',
      hasChildren: true,
      children: () =>
        head.map((item, at) => ({
          ...leaf('item', `path ${at} ${item.key}`, visible(item.title), this.#sidesOf(item)),
          description: before.has(item.key) ? '' : 'new on it',
          details: [visible(item.title), visible(item.key)],
          sign: 'path',
          item,
        })),
    };
  }

  /** An item of the head that may not have changed at all, on both sides. */
  #sidesOf(item: Item): Sides<Place> {
    return placesOf(this.#changeOf(item)?.item ?? { base: undefined, head: item });
  }

  #changeOf(item: Item): ItemChange | undefined {
    this.#changes ??= new Map(
      this.#input.diff.items.flatMap((change) =>
        [change.item.base, change.item.head].flatMap((side) => (side ? [[side, change] as const] : [])),
      ),
    );
    return this.#changes.get(item);
  }
}

function findingNode(finding: Finding, at: number, isResolved: boolean): ChangeNode {
  const { name, reason, title } = findingText(finding);
  const { line } = finding.source.lines.positionAt(finding.range.start);
  const where: Place = { source: finding.source, range: finding.range };
  return {
    ...leaf('finding', `${finding.code} ${name} ${at}`, name, {
      base: isResolved ? where : undefined,
      head: isResolved ? undefined : where,
    }),
    description: said([reason, title]),
    details: [visible(finding.message), `${finding.code}, ${visible(finding.source.path)}:${line + 1}`],
    sign: { severity: finding.severity, isResolved },
    item: isResolved ? undefined : finding.item,
  };
}

/** A node with nothing below it, and no more than a name. */
function leaf(kind: ChangeNode['kind'], id: string, label: string, place?: Sides<Place>): ChangeNode {
  const nothing = { description: '', details: [], sign: undefined as ChangeSign | undefined, item: undefined };
  return { kind, id, label, place, ...nothing, isOpen: false, hasChildren: false, children: () => [] };
}

/** Something below a node. */
const below = (children: ChangeNode['children']) => ({ hasChildren: true, children: () => distinct(children()) });

/** Nodes of which none has the id of another: there are doubled ids in plans. */
function distinct(nodes: readonly ChangeNode[]): readonly ChangeNode[] {
  const used = new Map<string, number>();
  return nodes.map((node) => {
    const count = (used.get(node.id) ?? 0) + 1;
    used.set(node.id, count);
    return count === 1 ? node : { ...node, id: `${node.id} again ${count}` };
  });
}

const said = (parts: readonly string[], between = ' · '): string => parts.filter((part) => part !== '').join(between);

/** `20 Nov 2026 → 24 Nov 2026, +2d`. */
function fullDays({ base, head }: Sides<Day>, moved: number | undefined): string {
  const day = (value: Day | undefined): string => (value === undefined ? 'none' : fullDayLabel(value));
  if (base === head) return day(head);
  return `${day(base)} → ${day(head)}${moved ? `, ${counted(Math.abs(moved), 'working day')} ${moved > 0 ? 'later' : 'earlier'}` : ''}`;
}

const placesOf = ({ base, head }: Sides<Item>): Sides<Place> => ({
  base: base && { source: base.document, range: base.idRange },
  head: head && { source: head.document, range: head.idRange },
});

function fieldPlace(item: Item, name: string): Place {
  const field = item.parsed.fields.get(name);
  return { source: item.document, range: field ? (field.value ?? field.key).range : item.idRange };
}

const sourcePlace = ({ configuration: { source } }: Plan): Place | undefined =>
  source && { source, range: { start: 0, end: 0 } };
