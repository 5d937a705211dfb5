import { quoted } from '../text/visible.ts';
import type { Rule } from './rule.ts';

/**
 * The baseline that `milepost.yaml` names is no revision of the repository.
 *
 * Drift, how far forecasts are from those of the [baseline](../schedule.md#drift), is measured against a tag, a branch or
 * a commit. It may have been misspelt, or renamed; or the clone does not have it: those of CI servers often leave tags
 * away, and `git fetch --tags` brings them. All else works without it, and where there is no git, nothing is said.
 *
 * @notOk
 * ```yaml file=milepost.yaml
 * baseline: v1-pan
 *           ~~~~~~ unknown-baseline
 * ```
 * @ok
 * ```yaml file=milepost.yaml
 * baseline: v1-plan
 * ```
 */
export const unknownBaseline: Rule = {
  code: 'unknown-baseline',
  severity: 'warning',
  check({ plan, state }, report) {
    const { source, places } = plan.configuration;
    const range = places.get('baseline');
    const { missing } = state.drifts;
    if (!source || !range || !missing) return;
    report({
      source,
      range,
      message: `the baseline ${quoted(missing.name)} cannot be measured against: ${missing.why}`,
    });
  },
};
