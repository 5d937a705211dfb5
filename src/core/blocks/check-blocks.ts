import type { Day } from '../model/values/day.ts';
import type { LiveBlock } from '../parse/body/facts.ts';
import type { ParsedDocument } from '../parse/document.ts';
import type { Plan } from '../plan/plan.ts';
import { computeState, type PlanState } from '../state/state.ts';
import { type BlockFault, type ReadBlock, readBlock } from './read-block.ts';
import { isRecord } from './records.ts';
import { indentOf, type PlanOn, renderBlock } from './render-block.ts';
import { dateOf, holds } from './sync.ts';

/** Why a block does not hold what it should. */
export type BlockTrouble =
  /** Nobody can tell what it asks for. */
  | { readonly kind: 'fault'; readonly fault: BlockFault }
  /** It has never been written, or its date has been lost. */
  | { readonly kind: 'undated' }
  /** Blocks of too many later dates are in the plan: what it would say on its day has not been computed. */
  | { readonly kind: 'too-old'; readonly day: Day }
  /** The plan, as of its date, gives something else. */
  | { readonly kind: 'differs'; readonly day: Day };

/** A live block, and what is wrong with it. */
export interface TroubledBlock {
  readonly document: ParsedDocument;
  readonly block: LiveBlock;
  readonly trouble: BlockTrouble;
}

/** A live block, and what is known of it. */
export interface CheckedBlock extends Omit<TroubledBlock, 'trouble'> {
  /** What is wrong with it; of one that waits to be compared, what was when it was compared last. */
  readonly trouble: BlockTrouble | undefined;
  /** What it is compared with; undefined where it cannot be, or need not. */
  readonly asked: DatedBlock | undefined;
  /** What was found when it was compared last, and what the plan had said then; undefined where it never was. */
  readonly compared: { readonly holds: boolean; readonly said: object } | undefined;
}

/** What a block asks for, as of its date. */
interface DatedBlock {
  readonly what: ReadBlock;
  readonly day: Day;
}

/** The live blocks of a plan in the order of their places. */
export type CheckedBlocks = readonly CheckedBlock[];

export const NO_BLOCKS: CheckedBlocks = [];

/**
 * Each date that blocks have costs a schedule of its own. The blocks of older dates than the latest so many count as
 * outdated: to update them gives them the date of the day.
 */
export const MOST_DATES = 8;

/** How many blocks are read before a pause is offered. */
const BLOCKS_AT_ONCE = 20;

/**
 * What can be told of the live blocks of a plan without comparing them: takes no schedule of another day.
 * @param earlier what was known of the blocks of an earlier plan: what was found when one was compared holds for the same
 * one, as long as the plan says the same
 */
export function* surveyBlocks(plan: Plan, earlier: CheckedBlocks = NO_BLOCKS): Generator<void, CheckedBlocks> {
  const known = new KnownBlocks(earlier);
  const found: CheckedBlock[] = [];
  for (const { document, block } of blocksIn(plan)) {
    if (found.length % BLOCKS_AT_ONCE === BLOCKS_AT_ONCE - 1) yield;
    const { asked, fault } = { asked: undefined, fault: undefined, ...readBlock(block, document, plan) };
    const day = dateOf(block);
    const at = { document, block, asked: undefined, compared: undefined };
    if (fault) found.push({ ...at, trouble: { kind: 'fault', fault } });
    else if (asked && isRecord(asked.view, document)) found.push({ ...at, trouble: undefined });
    else if (day === undefined || !asked) found.push({ ...at, trouble: { kind: 'undated' } });
    else found.push(judged({ ...at, asked: { what: asked, day } }, known.of(block, document)));
  }
  const days = new Set(found.flatMap(({ asked }) => asked?.day ?? []));
  if (days.size <= MOST_DATES) return found;
  const latest = new Set([...days].sort((a, b) => b - a).slice(0, MOST_DATES));
  return found.map((one) =>
    !one.asked || latest.has(one.asked.day)
      ? one
      : { ...one, asked: undefined, compared: undefined, trouble: { kind: 'too-old', day: one.asked.day } },
  );
}

/** Whether blocks wait to be compared with the plan as it is now. */
export const isWaiting = ({ asked, compared }: CheckedBlock, plan: Plan): boolean =>
  asked !== undefined && compared?.said !== plan.parts.said;

/**
 * Compares the live blocks that wait for it with what the plan, as of the date of each, gives. Pauses, as a generator, so
 * that a host can do something else. Keeps one schedule at a time.
 */
export function* compareBlocks(now: PlanOn, blocks: CheckedBlocks): Generator<void, CheckedBlocks> {
  const { plan } = now;
  const byDay = new Map<Day, [CheckedBlock, ReadBlock][]>();
  for (const one of blocks) {
    if (!one.asked || !isWaiting(one, plan)) continue;
    const same = byDay.get(one.asked.day);
    if (same) same.push([one, one.asked.what]);
    else byDay.set(one.asked.day, [[one, one.asked.what]]);
  }
  const found = new Map<CheckedBlock, CheckedBlock>();
  for (const [day, waiting] of byDay) {
    yield;
    const state = yield* stateOn(day, now);
    for (const [one, what] of waiting) {
      yield;
      const lines = yield* renderBlock(what, one.document.path, { plan, state, today: day });
      const compared = { holds: yield* holds(one.block, one.document, lines), said: plan.parts.said };
      found.set(one, judged(one, compared));
    }
  }
  return found.size === 0 ? blocks : blocks.map((one) => found.get(one) ?? one);
}

/** Everything that can be told of the live blocks of a plan. A plan without blocks costs nothing. */
export function* checkBlocks(now: PlanOn): Generator<void, CheckedBlocks> {
  return yield* compareBlocks(now, yield* surveyBlocks(now.plan));
}

/** Every live block of a plan, with its document. */
export function* blocksIn({ documentsWith }: Plan): Generator<{ document: ParsedDocument; block: LiveBlock }> {
  for (const document of documentsWith('blocks')) {
    for (const block of document.body.blocks) yield { document, block };
  }
}

/** A block with what was found when it was compared. */
function judged(one: Omit<CheckedBlock, 'trouble'>, compared: CheckedBlock['compared']): CheckedBlock {
  const differs = one.asked && compared?.holds === false;
  return { ...one, compared, trouble: differs ? { kind: 'differs', day: one.asked.day } : undefined };
}

/** How a plan stands on another day. What git says is left out: no view tells what is stale. */
function* stateOn(day: Day, { plan, state, today }: PlanOn): Generator<void, PlanState> {
  return day === today ? state : (yield* computeState(plan, day)).state;
}

/** Blocks of an earlier plan, by where they stand and what they say. */
class KnownBlocks {
  readonly #byPath = new Map<string, CheckedBlock[]>();

  constructor(blocks: CheckedBlocks) {
    for (const one of blocks) {
      if (!one.compared) continue;
      const same = this.#byPath.get(one.document.path);
      if (same) same.push(one);
      else this.#byPath.set(one.document.path, [one]);
    }
  }

  /** What was found of a block; of one that has other text now, nothing is known. */
  of(block: LiveBlock, document: ParsedDocument): CheckedBlock['compared'] {
    const here = this.#byPath.get(document.path);
    return here?.find((one) => one.block === block || isSameText(one, { block, document }))?.compared;
  }
}

type Written = Pick<CheckedBlock, 'document' | 'block'>;

function isSameText(a: Written, b: Written): boolean {
  const length = ({ block: { range } }: Written): number => range.end - range.start;
  if (a.document === b.document || length(a) !== length(b)) return false;
  return textOf(a) === textOf(b) && indentOf(a.block, a.document.text) === indentOf(b.block, b.document.text);
}

const textOf = ({ block: { range }, document: { text } }: Written): string => text.slice(range.start, range.end);
