import { severityRank } from '../config/severity.ts';
import type { Day } from '../model/values/day.ts';
import { personKey } from '../model/values/person.ts';
import type { Item } from '../plan/item.ts';
import type { Plan } from '../plan/plan.ts';
import type { Finding } from '../rules/finding.ts';
import type { PlanState } from '../state/state.ts';
import { mostFrequent } from '../text/most-frequent.ts';
import { visible } from '../text/visible.ts';
import { costRank, costsIn, costText } from './cost.ts';
import { findingKey, momentKey } from './finding-key.ts';
import { isNear, type Moment, momentOf, momentText, nearMoments } from './moments.ts';
import { countFindings, type FindingCounts } from './summary.ts';

/** Something that a person has to act on, and what it costs to wait. */
export interface AttentionEntry {
  /** Undefined where nothing is wrong yet, and only a moment comes near. */
  readonly finding: Finding | undefined;
  /** The item that it is about. */
  readonly item: Item | undefined;
  /**
   * Who has to act: the owner of that item; of what is said of a document as a whole, that of the item that the document
   * is. In the one spelling that the plan has for each person.
   */
  readonly owner: string | undefined;
  /** Until when its item can wait, where that is close; of several findings of an item, with the first. */
  readonly moment: Moment | undefined;
  /** By what it is known again in another snapshot or on another day. */
  readonly key: string;
  readonly urgency: Urgency;
  /** Why it stands where it stands: `critical · margin −3d · go-live slips`; empty where there is time. */
  readonly why: string;
}

/** Where an entry stands among others: the smaller the first, one after the other. */
export interface Urgency {
  readonly cost: number;
  /** Errors before warnings before what is only near before notes. */
  readonly severity: number;
  readonly due: number;
}

/** Entries that one person has to act on, or that have come up since the last visit. */
export interface AttentionGroup<E extends AttentionEntry = AttentionEntry> {
  readonly kind: 'new' | 'owner' | 'nobody';
  /** Unique among the groups, and the same from one snapshot to the next. */
  readonly id: string;
  readonly label: string;
  /** The owner; undefined where the group is not one person's. */
  readonly owner: string | undefined;
  /** The worst first. */
  readonly entries: readonly E[];
}

/** What the entries of a plan are made from. */
export interface AttentionInput {
  readonly plan: Plan;
  readonly state: PlanState;
  readonly today: Day;
  readonly findings: readonly Finding[];
}

/** After so many findings a host may do something else. Few: the first ones have the schedule walked backwards. */
const STRETCH = 10;

/**
 * Everything in a plan that somebody has to act on: its findings, and what has to be decided or delivered soon. Pauses,
 * as a generator, so that a host can do something else.
 */
export function* attentionEntries(input: AttentionInput): Generator<void, readonly AttentionEntry[]> {
  const { plan, state, today, findings } = input;
  const costOf = costsIn(plan, state, today);
  const told = new Set<Item>();
  const entryOf = (
    item: Item | undefined,
    finding: Finding | undefined,
    moment: Moment | undefined,
  ): AttentionEntry => {
    const cost = costOf(item);
    const { owner } = item ?? (finding && itemAtHead(finding, plan)) ?? {};
    const parts = [moment ? momentText(moment, today) : '', costText(item, cost)];
    return {
      finding,
      item,
      owner: owner && plan.people.spellingOf(owner.name),
      moment,
      key: finding ? findingKey(finding) : momentKey(item as Item),
      urgency: {
        // An error counts as critical: what cannot be read is in no forecast, and anything may hang on it.
        cost: costRank(cost, finding?.severity === 'error'),
        severity: finding ? severityRank(finding.severity) : severityRank('info') - 0.5,
        due: item?.due ?? Number.MAX_SAFE_INTEGER,
      },
      why: parts.filter((part) => part !== '').join(' · '),
    };
  };
  const entries: AttentionEntry[] = [];
  for (const [n, finding] of findings.entries()) {
    if (n % STRETCH === 0) yield;
    const { item } = finding;
    const found = item && !told.has(item) ? momentOf(item, state) : undefined;
    const moment = found && isNear(found, state, today) ? found : undefined;
    if (moment) told.add(moment.item);
    entries.push(entryOf(item, finding, moment));
  }
  yield;
  const soon = nearMoments(plan, state, today).filter(({ item }) => !told.has(item));
  return [...entries, ...soon.map((moment) => entryOf(moment.item, undefined, moment))];
}

/** The item that the document of a finding is: the program of its README; none of a register, which holds items only. */
function itemAtHead({ source }: Finding, plan: Plan): Item | undefined {
  const document = plan.documentAt(source.path);
  const [first] = document ? plan.itemsOf(document) : [];
  return first?.parsed.form === 'file' ? first : undefined;
}

/** Entries by who has to act, what costs most first; those that are new stand on top, and only there. */
export function needsAttention<E extends AttentionEntry>(
  entries: readonly E[],
  isNew: (entry: E) => boolean,
): readonly AttentionGroup<E>[] {
  const fresh: E[] = [];
  const groups = new Map<string, E[]>();
  for (const entry of entries) {
    if (isNew(entry)) {
      fresh.push(entry);
      continue;
    }
    const person = personKey(entry.owner ?? '');
    const group = groups.get(person);
    if (group) group.push(entry);
    else groups.set(person, [entry]);
  }
  const byOwner = [...groups]
    .map(([person, own]) => ({ person, owner: ownerOf(own), own: own.sort(byUrgency), counts: countEntries(own) }))
    .sort(
      (a, b) =>
        byUrgency(a.own[0] as E, b.own[0] as E) || byWeight(a.counts, b.counts) || (a.person < b.person ? -1 : 1),
    );
  return [
    ...(fresh.length > 0 ? [groupOf('new', 'new', 'New since your last visit', undefined, fresh.sort(byUrgency))] : []),
    ...byOwner.map(({ person, owner, own }) =>
      owner === undefined
        ? groupOf('nobody', 'nobody', 'No owner', undefined, own)
        : groupOf('owner', `owner ${person}`, visible(owner), owner, own),
    ),
  ];
}

function groupOf<E extends AttentionEntry>(
  kind: AttentionGroup['kind'],
  id: string,
  label: string,
  owner: string | undefined,
  entries: readonly E[],
): AttentionGroup<E> {
  return { kind, id, label, owner, entries };
}

/** Whose entries these are. Two plans may spell somebody in two ways: then as most entries do, or the first of them. */
function ownerOf(entries: readonly AttentionEntry[]): string | undefined {
  const [spelling] = mostFrequent(entries.flatMap(({ owner }) => owner ?? []));
  return spelling;
}

/** How many findings there are among entries. */
export const countEntries = (entries: readonly AttentionEntry[]): FindingCounts =>
  countFindings(entries.flatMap(({ finding }) => finding ?? []));

/**
 * What costs most first: health of the program, what is late through it, critical, then a narrow margin; then by
 * severity, and by due date. Otherwise they stay in their order.
 */
function byUrgency({ urgency: a }: AttentionEntry, { urgency: b }: AttentionEntry): number {
  return a.cost - b.cost || a.severity - b.severity || a.due - b.due;
}

/** Who has the most errors comes first, then who has the most warnings, then the most notes. */
function byWeight(a: FindingCounts, b: FindingCounts): number {
  return b.error - a.error || b.warning - a.warning || b.info - a.info;
}
