import { LineIndex } from '../text/line-index.ts';
import type { Range } from '../text/range.ts';
import type { Source } from '../text/source.ts';
import { type ConfigProblem, DEFAULT_CONFIG, type PlanConfig } from './config.ts';
import { readConfig } from './read-config.ts';

/** The configuration of a plan together with the file that says it. */
export interface Configuration {
  readonly config: PlanConfig;
  /** Undefined where the plan has no `milepost.yaml`. */
  readonly source: Source | undefined;
  readonly problems: readonly ConfigProblem[];
  /** Where the value of each key stands. */
  readonly places: ReadonlyMap<string, Range>;
}

/** The configuration of a plan without a `milepost.yaml`. */
export const NO_CONFIGURATION: Configuration = {
  config: DEFAULT_CONFIG,
  source: undefined,
  problems: [],
  places: new Map(),
};

/** Reads the text of a `milepost.yaml` that stands at a path. `codes` are those of the rules. */
export function configurationOf(path: string, text: string, codes: readonly string[]): Configuration {
  return { ...readConfig(text, codes), source: { path, text, lines: new LineIndex(text) } };
}
