import type { Rule } from './rule.ts';

/**
 * A `milepost.yaml` that says something Milepost does not understand.
 *
 * The rest of the file holds; for the part that is wrong, the default does. Unknown keys are errors here, unlike in
 * documents: a setting that silently does nothing is worse than none.
 *
 * @notOk
 * ```yaml file=milepost.yaml
 * tolerance: 3d
 * rules: { missing-owner: loud }
 *                         ~~~~ invalid-configuration
 * excludes: ["archive/*.md"]
 * ~~~~~~~~ invalid-configuration
 * ```
 * @ok
 * ```yaml file=milepost.yaml
 * tolerance: 3d
 * rules: { missing-owner: error }
 * exclude: ["archive/*.md"]
 * ```
 */
export const invalidConfiguration: Rule = {
  code: 'invalid-configuration',
  severity: 'error',
  scope: 'document',
  check({ plan }, report) {
    const { source, problems } = plan.configuration;
    if (!source) return;
    for (const problem of problems) report({ source, ...problem });
  },
};
