import { LEVELS } from '../../../core/model/values/scale.ts';
import type { Item } from '../../../core/plan/item.ts';
import { inSteps } from '../../../core/text/in-steps.ts';
import { visible } from '../../../core/text/visible.ts';
import { counted } from '../../../core/text/words.ts';
import { statusLabel } from '../../../core/views/item-label.ts';
import { type MatrixRisk, riskMatrixOf } from '../../../core/views/risks/risk-matrix.ts';
import type { RiskTrend, TrendOf } from '../../../core/views/risks/risk-trend.ts';
import type { GraphChoice, PageRisk, RisksView } from '../../../webview/protocol.ts';
import type { Snapshot } from '../../../workspace/snapshot.ts';
import { filteredWords } from './filtered-words.ts';
import type { Made } from './made.ts';
import type { Places } from './places.ts';

/** So many a cell names; the list has them all, up to its own limit. */
const MOST_IN_CELL = 8;
const MOST_LISTED = 500;

/**
 * The risk matrix, for its page.
 * @param missing why nobody knows how scores have moved, if nobody does
 */
export function* risksPage(
  snapshot: Snapshot,
  choice: GraphChoice,
  passes: (item: Item) => boolean,
  places: Places,
  trendOf?: TrendOf,
  missing?: string,
): Generator<void, Made<RisksView>> {
  const isHidden = ({ status, open }: Item): boolean => choice.hideDone && open && status === 'accepted';
  const matrix = yield* riskMatrixOf(
    { ...snapshot, trendOf },
    {
      filter: (risk) => passes(risk) && !isHidden(risk),
      isShown: ({ critical }) => choice.only !== 'critical' || critical,
    },
  );
  yield;
  const hidden = snapshot.plan.ofType('risk').filter((risk) => passes(risk) && isHidden(risk)).length;
  yield;
  const page = (risk: MatrixRisk): PageRisk => pageRisk(risk, places);
  const placed = matrix.rows.flat().toSorted((a, b) => b.score - a.score);
  const all = [...placed.flatMap(({ risks }) => risks), ...matrix.unplaced];
  const { unplaced, closed, filtered, exposure, withoutExposure } = matrix;
  const summary = [
    counted(all.length, 'open risk'),
    exposure > 0 ? `${counted(Math.round(exposure * 10) / 10, 'working day')} of exposure` : '',
    withoutExposure > 0 ? `${withoutExposure} without impact_days` : '',
    unplaced.length > 0 ? `${unplaced.length} without probability or impact, in the list only` : '',
    all.length > MOST_LISTED ? `the first ${MOST_LISTED} listed: choose a filter for the rest` : '',
    closed > 0 ? `${closed} closed or occurred and left out` : '',
    hidden > 0 ? `${hidden} accepted and hidden` : '',
    filteredWords(filtered - hidden),
    all.length > 0 && !trendOf && missing ? `how scores have moved is not known: ${missing}` : '',
  ];
  return {
    summary: summary.filter((text) => text !== '').join(' · '),
    columns: LEVELS.map(words),
    rows: matrix.rows.map((cells) => ({
      label: words(LEVELS[(cells[0]?.probability ?? 1) - 1] ?? ''),
      cells: cells.map(({ probability, impact, score, band, risks }) => ({
        label: `Probability ${words(LEVELS[probability - 1] ?? '')}, impact ${words(LEVELS[impact - 1] ?? '')}: score ${score}`,
        score,
        band,
        risks: risks.slice(0, MOST_IN_CELL).map(page),
        more: Math.max(0, risks.length - MOST_IN_CELL),
      })),
    })),
    list: yield* inSteps(all.slice(0, MOST_LISTED), page),
  };
}

function pageRisk(risk: MatrixRisk, places: Places): PageRisk {
  const { item, score, exposure, affects, trend, critical, mitigated } = risk;
  const isMoving = trend?.direction === 'rising' || trend?.direction === 'falling';
  return {
    ...places.named(item),
    score: score === undefined ? '' : String(score),
    exposure: exposure === undefined ? '' : `${Math.round(exposure * 10) / 10}d`,
    trend: trend ? trendText(trend) : '',
    owner: item.owner ? visible(item.owner.name) : '',
    status: `${statusLabel(item.status)}${mitigated ? '' : ', no mitigation'}`,
    affects: affects.map((other) => places.named(other)),
    marks: [
      ...(critical ? ['critical'] : []),
      ...(mitigated ? [] : ['unmitigated']),
      ...(isMoving ? [trend.direction] : []),
    ],
  };
}

function trendText({ direction, before }: RiskTrend): string {
  switch (direction) {
    case 'rising':
      return `↑ from ${before}`;
    case 'falling':
      return `↓ from ${before}`;
    case 'steady':
      return 'unchanged';
    case 'new':
      return 'new';
  }
}

const words = (level: string): string => level.replace('-', ' ');
