import type { Day } from '../model/values/day.ts';
import type { LiveBlock } from '../parse/body/facts.ts';
import type { ParsedDocument } from '../parse/document.ts';
import type { Plan } from '../plan/plan.ts';
import { computeState, type PlanState } from '../state/state.ts';
import { type BlockFault, type ReadBlock, readBlock } from './read-block.ts';
import { type PlanOn, renderBlock } from './render-block.ts';
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

/** What was found of the live blocks of a plan. */
export interface CheckedBlocks {
  /** In the order of their places. */
  readonly troubled: readonly TroubledBlock[];
  /** How the plan stands on the dates of its blocks, for a plan that differs in little. */
  readonly states: ReadonlyMap<Day, PlanState>;
}

/** What was found before a change that left most as it was. */
export interface EarlierBlocks {
  readonly states: CheckedBlocks['states'];
  /** The indexes of the items that are new, and of all whose links are. */
  readonly touched: ReadonlySet<number>;
}

export const NO_BLOCKS: CheckedBlocks = { troubled: [], states: new Map() };

/**
 * Each date that blocks have costs a schedule of its own, after each change. The blocks of older dates than the latest
 * so many count as outdated: to update them gives them the date of the day.
 */
export const MOST_DATES = 8;

interface Asked {
  readonly document: ParsedDocument;
  readonly block: LiveBlock;
  readonly asked: ReadBlock;
}

/**
 * Compares every live block of a plan with what the plan, as of the date of the block, gives. A plan without blocks
 * costs nothing. Pauses, as a generator, so that a host can do something else.
 */
export function* checkBlocks(now: PlanOn, earlier?: EarlierBlocks): Generator<void, CheckedBlocks> {
  const { plan } = now;
  const troubles = new Map<LiveBlock, TroubledBlock>();
  const places: LiveBlock[] = [];
  const byDay = new Map<Day, Asked[]>();
  for (const { document, block } of blocksIn(plan)) {
    places.push(block);
    const { asked, fault } = { asked: undefined, ...readBlock(block, document, plan) };
    const day = dateOf(block);
    if (fault) troubles.set(block, { document, block, trouble: { kind: 'fault', fault } });
    else if (day === undefined) troubles.set(block, { document, block, trouble: { kind: 'undated' } });
    else if (asked) byDay.set(day, [...(byDay.get(day) ?? []), { document, block, asked }]);
  }
  if (places.length === 0) return NO_BLOCKS;
  const states = new Map<Day, PlanState>();
  const days = [...byDay.keys()].sort((a, b) => b - a);
  for (const [index, day] of days.entries()) {
    const asked = byDay.get(day) as Asked[];
    if (index >= MOST_DATES) {
      for (const { document, block } of asked)
        troubles.set(block, { document, block, trouble: { kind: 'too-old', day } });
      continue;
    }
    yield;
    const state = yield* stateOn(day, now, earlier);
    if (day !== now.today) states.set(day, state);
    for (const { document, block, asked: what } of asked) {
      yield;
      const lines = renderBlock(what, document.path, { plan, state, today: day });
      if (!(yield* holds(block, document, lines)))
        troubles.set(block, { document, block, trouble: { kind: 'differs', day } });
    }
  }
  return { troubled: places.flatMap((block) => troubles.get(block) ?? []), states };
}

/** Every live block of a plan, with its document. */
export function* blocksIn({ documents }: Plan): Generator<{ document: ParsedDocument; block: LiveBlock }> {
  for (const document of documents) {
    for (const block of document.body.blocks) yield { document, block };
  }
}

/** How a plan stands on another day. What git says is left out: no view tells what is stale. */
export function* stateOn(
  day: Day,
  { plan, state, today }: PlanOn,
  earlier?: EarlierBlocks,
): Generator<void, PlanState> {
  if (day === today) return state;
  const before = earlier?.states.get(day);
  const computed = yield* computeState(
    plan,
    day,
    undefined,
    before && earlier && { state: before, touched: earlier.touched },
  );
  return computed.state;
}
