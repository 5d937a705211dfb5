import type { Item } from '../../plan/item.ts';
import { visible } from '../../text/visible.ts';
import { bandOf, type MatrixRisk, type RiskBand, riskMatrixOf } from '../risks/risk-matrix.ts';
import type { DashboardInput } from './dashboard-input.ts';
import { joined, type Shortlist, shortlist } from './shortlist.ts';

/** A risk, by what it asks for. */
export interface RiskLine {
  readonly item: Item;
  /** Probability times impact, 1 to 25; undefined where it does not say both. */
  readonly score: number | undefined;
  readonly band: RiskBand;
  /** `↑ from 8`; empty where it has not moved, or nobody knows. */
  readonly trend: string;
  readonly isRising: boolean;
  readonly detail: string;
  /** The first of what it threatens. */
  readonly threatens: Item | undefined;
}

const MOST_RISKS = 4;

/** The open risks of the highest scores. */
export function* riskLines({ plan, state, trendOf, accepts }: DashboardInput): Generator<void, Shortlist<RiskLine>> {
  const matrix = yield* riskMatrixOf({ plan, state, trendOf }, { filter: accepts });
  const placed = matrix.rows.flat().toSorted((a, b) => b.score - a.score);
  return shortlist([...placed.flatMap(({ risks }) => risks), ...matrix.unplaced], MOST_RISKS, riskLine);
}

function riskLine({ item, score, trend, mitigated, affects }: MatrixRisk): RiskLine {
  const isRising = trend?.direction === 'rising';
  const isMoving = isRising || trend?.direction === 'falling';
  return {
    item,
    score,
    band: bandOf(score ?? 0),
    trend: isMoving ? `${isRising ? '↑' : '↓'} from ${trend.before}` : trend?.direction === 'new' ? 'new' : '',
    isRising,
    detail: joined(item.owner && visible(item.owner.name), mitigated ? '' : 'no mitigation'),
    threatens: affects[0],
  };
}
