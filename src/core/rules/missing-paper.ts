import { destinationOf } from '../plan/mentions.ts';
import { quoted } from '../text/visible.ts';
import type { Rule } from './rule.ts';

/**
 * A review that needs a file which is not there.
 *
 * The reviewer will ask for it. A path is read as a link is: from the folder of the document, or from the root where it
 * begins with `/`; the file may be of any sort. What is an address or an item is not looked for.
 *
 * @notOk
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: dana
 * milestones:
 *   - { id: ga, owner: dana }
 * gates:
 *   - id: pen-test
 *     owner: dana
 *     for: [ga]
 *     needs: [docs/threat-model.md]
 *             ~~~~~~~~~~~~~~~~~~~~ missing-paper
 * ---
 * ```
 * @ok
 * ```md
 * ---
 * type: program
 * id: atlas
 * owner: dana
 * milestones:
 *   - { id: ga, owner: dana }
 * gates:
 *   - id: pen-test
 *     owner: dana
 *     for: [ga]
 *     needs: [https://example.org/threat-model]
 * ---
 * ```
 */
export const missingPaper: Rule = {
  code: 'missing-paper',
  severity: 'warning',
  check({ plan }, report) {
    for (const item of plan.ofType('gate')) {
      for (const { value } of item.open ? (item.values.needs ?? []) : []) {
        if (value.path === undefined) continue;
        const { path } = destinationOf(value.path, item.document.path);
        if (path !== undefined && (plan.hasFile(path) || isHidden(path))) continue;
        report({
          item,
          range: value.range,
          message: `${item.id} needs ${quoted(value.text)}, and there is no such file: write it, or correct the path`,
        });
      }
    }
  },
};

/** Hidden folders are not looked into, so nothing can be said of what is in them. */
export const isHidden = (path: string): boolean =>
  path.split('/').some((part) => part.startsWith('.') || part === 'node_modules');
