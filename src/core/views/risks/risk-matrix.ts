import { itemKey } from '../../graph/keys.ts';
import { LEVELS, type Level } from '../../model/values/scale.ts';
import type { Item } from '../../plan/item.ts';
import type { Plan } from '../../plan/plan.ts';
import { exposureOf } from '../../state/exposure.ts';
import { isMitigated, riskScore } from '../../state/risk-score.ts';
import type { PlanState } from '../../state/state.ts';
import { inSteps } from '../../text/in-steps.ts';
import type { RiskTrend, TrendOf } from './risk-trend.ts';

/** An open risk, as a matrix shows it. */
export interface MatrixRisk {
  /** The same from one snapshot to the next, and no path. */
  readonly key: string;
  readonly item: Item;
  /** Probability times impact, 1 to 25; undefined where it does not say both. */
  readonly score: number | undefined;
  /** What it is expected to cost, in working days; undefined where it does not say how much it would. */
  readonly exposure: number | undefined;
  /** The milestones that it threatens and that are still to come. */
  readonly affects: readonly Item[];
  /** How its score has moved of late; undefined where nobody can say. */
  readonly trend: RiskTrend | undefined;
  /** Whether it threatens a critical path. */
  readonly critical: boolean;
  /** Whether something is done about it, or it has been accepted as it is. */
  readonly mitigated: boolean;
}

/** How much a score asks for: a high one without mitigation on a critical path colours the health of a program. */
export type RiskBand = 'low' | 'medium' | 'high';

/** The risks of one probability and one impact. */
export interface MatrixCell {
  readonly probability: Level;
  readonly impact: Level;
  readonly score: number;
  readonly band: RiskBand;
  /** The dearest first. */
  readonly risks: readonly MatrixRisk[];
}

/** The open risks of a plan, probability against impact. */
export interface RiskMatrix {
  /** The most probable first; in each row the least impact first. */
  readonly rows: readonly (readonly MatrixCell[])[];
  /** Open risks that do not say their probability or their impact, and so stand nowhere. */
  readonly unplaced: readonly MatrixRisk[];
  /** How many risks are closed, or have occurred. */
  readonly closed: number;
  /** How many risks do not pass, whatever has become of them. */
  readonly filtered: number;
  /** What all open risks together are expected to cost, in working days. */
  readonly exposure: number;
  /** How many open risks do not say what they would cost. */
  readonly withoutExposure: number;
}

/** What a matrix is made from. */
export interface MatrixInput {
  readonly plan: Plan;
  readonly state: PlanState;
  /** How scores have moved of late, where that is known. */
  readonly trendOf?: TrendOf | undefined;
}

/** What is to be seen of it. */
export interface MatrixOptions {
  /** Only the risks for which this holds. */
  readonly filter?: (risk: Item) => boolean;
  /** Only the open risks for which this holds, once it is known what they threaten. */
  readonly isShown?: (risk: MatrixRisk) => boolean;
}

const POINTS = LEVELS.map((_, index) => (index + 1) as Level);

/**
 * Puts the open risks of a plan into a matrix of five by five. Pauses, as a generator, so that a host can do something
 * else.
 */
export function* riskMatrixOf(
  input: MatrixInput,
  { filter = () => true, isShown = () => true }: MatrixOptions = {},
): Generator<void, RiskMatrix> {
  const all = input.plan.ofType('risk');
  const wanted = all.filter(filter);
  yield;
  const open = wanted.filter((risk) => risk.open);
  const risks = (yield* inSteps(open, (risk) => matrixRisk(risk, input))).filter(isShown);
  const placed = byPlace(risks);
  const cell = (probability: Level, impact: Level): MatrixCell => {
    const score = probability * impact;
    return { probability, impact, score, band: bandOf(score), risks: placed.get(`${probability} ${impact}`) ?? [] };
  };
  return {
    rows: POINTS.toReversed().map((probability) => POINTS.map((impact) => cell(probability, impact))),
    unplaced: placed.get('') ?? [],
    closed: wanted.length - open.length,
    filtered: all.length - wanted.length + open.length - risks.length,
    exposure: risks.reduce((sum, { exposure }) => sum + (exposure ?? 0), 0),
    withoutExposure: risks.filter(({ exposure }) => exposure === undefined).length,
  };
}

/** The band of a score from 1 to 25. */
export const bandOf = (score: number): RiskBand => (score >= 15 ? 'high' : score >= 6 ? 'medium' : 'low');

/** Risks by their cells, the dearest first in each. */
function byPlace(risks: readonly MatrixRisk[]): ReadonlyMap<string, readonly MatrixRisk[]> {
  const found = new Map<string, MatrixRisk[]>();
  for (const risk of risks.toSorted(dearestFirst)) {
    const place = placeOf(risk.item);
    const same = found.get(place);
    if (same) same.push(risk);
    else found.set(place, [risk]);
  }
  return found;
}

const placeOf = ({ values: { probability, impact } }: Item): string =>
  probability && impact ? `${probability.level} ${impact}` : '';

function matrixRisk(risk: Item, { plan, state, trendOf }: MatrixInput): MatrixRisk {
  const affects = plan
    .referencesFrom(risk)
    .flatMap(({ field, target, fault }) => (field === 'affects' && target?.open && !fault ? [target] : []));
  return {
    key: itemKey(risk, plan),
    item: risk,
    score: riskScore(risk),
    exposure: exposureOf(risk, state.calendars.of(risk)),
    affects: [...new Set(affects)],
    trend: trendOf?.(risk, plan),
    critical: affects.some((item) => state.schedule.isShownCritical(item)),
    mitigated: isMitigated(risk),
  };
}

function dearestFirst(a: MatrixRisk, b: MatrixRisk): number {
  return (
    (b.score ?? 0) - (a.score ?? 0) ||
    Number(b.critical) - Number(a.critical) ||
    (b.exposure ?? 0) - (a.exposure ?? 0) ||
    a.item.index - b.item.index
  );
}
