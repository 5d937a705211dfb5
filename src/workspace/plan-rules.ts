import type { PlanConfig } from '../core/config/config.ts';
import { type Configuration, configurationOf, NO_CONFIGURATION } from '../core/config/configuration.ts';
import { RULE_CODES } from '../core/rules/registry.ts';
import { CONFIG_NAME } from './config-name.ts';
import type { DecodeUtf8 } from './decode.ts';
import { MemoryFiles } from './memory-files.ts';
import { planFileFilter } from './plan-files.ts';
import { Slices, UNHURRIED } from './slices.ts';
import { type IgnoreAbove, walk } from './walk.ts';

/** What a plan is, whatever files it has: its configuration, and which files are in it. */
export interface PlanRules {
  readonly configuration: Configuration;
  /** Whether a file of that path, if it is there, is read as a part of the plan. */
  readonly reads: (path: string) => boolean;
}

/** What settles it. */
export interface PlanRulesInput {
  /** The texts of all files named `.gitignore` and `milepost.yaml`, by path. */
  readonly settings: ReadonlyMap<string, string>;
  /** The configuration, where it is not the one at the root. */
  readonly configuration?: Configuration | undefined;
  /** The `.gitignore` files of the folders above the root, the outermost first. */
  readonly above: readonly IgnoreAbove[];
  readonly decodeUtf8: DecodeUtf8;
}

/** Finds out what a plan is from the few files that settle it: as a service does that reads all of them. */
export async function planRules({ settings, configuration, above, decodeUtf8 }: PlanRulesInput): Promise<PlanRules> {
  const files = new MemoryFiles(Object.fromEntries(settings));
  // Of memory everything can be listed.
  const { leavesOut } = await walk({ files, slices: new Slices(UNHURRIED), decodeUtf8, above }, () => {});
  const text = settings.get(CONFIG_NAME);
  const own = text === undefined ? NO_CONFIGURATION : configurationOf(CONFIG_NAME, text, RULE_CODES);
  const found = configuration ?? own;
  const accepts = planFileFilter(found.config);
  return { configuration: found, reads: (path) => accepts(path) && !leavesOut(path) };
}

/** What the words of documents mean, in one text: the same for configurations that read them alike. */
export function readingOf({ statusWords, ownFields, adapters }: PlanConfig): string {
  const words = [...statusWords].map(([type, meanings]) => [type, [...meanings]]);
  const own = words.length === 0 && ownFields.size === 0 ? [] : [words, [...ownFields.keys()]];
  return own.length + adapters.length === 0 ? '' : JSON.stringify([...own, ...adapters]);
}
