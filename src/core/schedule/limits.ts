import type { Plan } from '../plan/plan.ts';
import type { Early } from './early.ts';
import { latestByDueDates, latestByFirmDates, latestByForecastGoals, latestByGoals } from './margin.ts';
import type { Network } from './network.ts';
import type { ProgramSpan } from './program-finish.ts';

/** By node, how late everything may finish, by what would be missed or moved. Each is computed when somebody asks for it. */
export class Limits {
  readonly #plan: Plan;
  readonly #network: Network;
  readonly #early: Early;
  readonly #spans: readonly ProgramSpan[];
  #dueDates: Float64Array | undefined;
  #firmDates: Float64Array | undefined;
  #goals: ReturnType<typeof latestByGoals> | undefined;
  #forecastGoals: Float64Array | undefined;

  constructor(plan: Plan, network: Network, early: Early, spans: readonly ProgramSpan[]) {
    this.#plan = plan;
    this.#network = network;
    this.#early = early;
    this.#spans = spans;
  }

  /** Before a due date, or the target of a program, is missed. */
  get byDueDates(): Float64Array {
    const { lookup } = this.#plan;
    this.#dueDates ??= latestByDueDates(
      this.#network,
      this.#early,
      this.#spans,
      (program) => lookup.program(program)?.values.target,
    );
    return this.#dueDates;
  }

  /** Before a firm date is missed. */
  get byFirmDates(): Float64Array {
    this.#firmDates ??= latestByFirmDates(this.#network, this.#early);
    return this.#firmDates;
  }

  /** Before a goal moves, or a firm date is missed or missed by more; with the limits that items set themselves. */
  get byGoals(): ReturnType<typeof latestByGoals> {
    this.#goals ??= latestByGoals(this.#network, this.#early, this.#spans);
    return this.#goals;
  }

  /** Before a goal is forecast for another day. */
  get byForecastGoals(): Float64Array {
    this.#forecastGoals ??= latestByForecastGoals(this.#network, this.#early, this.#spans);
    return this.#forecastGoals;
  }
}
