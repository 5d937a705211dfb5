import { asksIn } from '../../report/asks.ts';
import { programsOf } from '../../report/programs-of.ts';
import { type AskLine, askLines } from './ask-lines.ts';
import type { DashboardInput } from './dashboard-input.ts';
import { type DoubtLine, doubtLine } from './doubt-line.ts';
import { type EscalationLine, escalationLines } from './escalation-lines.ts';
import { type MetricLine, metricLines } from './metric-lines.ts';
import { type MilestoneLine, milestoneLines } from './milestone-lines.ts';
import { type MovedLines, movedLines } from './moved-lines.ts';
import { type ObjectiveLine, objectiveLines } from './objective-lines.ts';
import { type ProgramCard, programCard } from './program-card.ts';
import { type RiskLine, riskLines } from './risk-lines.ts';
import { type Shortlist, shortlist } from './shortlist.ts';

/** What a program manager looks at on Monday: all that asks for them, of all their programs. */
export interface Dashboard {
  /** What makes all dates of it doubtful; undefined where nothing does. */
  readonly doubt: DoubtLine | undefined;
  /** The worst first. */
  readonly programs: Shortlist<ProgramCard>;
  readonly asks: Shortlist<AskLine>;
  readonly escalations: Shortlist<EscalationLine>;
  readonly moved: MovedLines;
  readonly risks: Shortlist<RiskLine>;
  readonly milestones: Shortlist<MilestoneLine>;
  readonly metrics: Shortlist<MetricLine>;
  readonly objectives: Shortlist<ObjectiveLine>;
}

/** More programs than these fit on no screen. */
const MOST_PROGRAMS = 8;

/** Makes the dashboard of a plan. Pauses, as a generator, so that a host can do something else. */
export function* dashboardOf(input: DashboardInput): Generator<void, Dashboard> {
  const { plan, state, accepts } = input;
  const cards = [];
  for (const program of programsOf(plan, accepts)) {
    cards.push(programCard(program, input));
    yield;
  }
  cards.sort((a, b) => b.rank - a.rank);
  const asks = asksIn(plan, state, accepts);
  yield;
  const moved = yield* movedLines(input);
  const risks = yield* riskLines(input);
  yield;
  const milestones = milestoneLines(input);
  yield;
  const metrics = yield* metricLines(input);
  const objectives = yield* objectiveLines(input);
  return {
    doubt: doubtLine(input),
    programs: shortlist(cards, MOST_PROGRAMS, (card) => card),
    asks: askLines(asks, input),
    escalations: escalationLines(asks, input),
    moved,
    risks,
    milestones,
    metrics,
    objectives,
  };
}
