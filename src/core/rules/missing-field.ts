import type { Item } from '../plan/item.ts';
import { reportProblems } from './problems.ts';
import type { Rule } from './rule.ts';

/**
 * An item without what makes it one.
 *
 * An entry of a collection needs an `id`, or nothing can refer to it (an error). A risk needs `probability` and
 * `impact`, or nobody can say how bad it is, and a dependency `from`, or nobody can be asked (warnings). A gate without `for`
 * holds nothing, and an update without a `date` counts as never sent: write `for: []` and `status: draft` where that is meant
 * (infos). Where two program documents lie in one folder, the files beside them need `program`.
 *
 * @notOk
 * ```md file=risks.md
 * ---
 * type: register
 * risks:
 *   - title: Vendor certification slips
 *     ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ missing-field
 *     owner: dana
 *     probability: 40%
 *     impact: low
 * dependencies:
 *   - id: hsm
 *         ~~~ missing-field
 *     owner: dana
 * ---
 * ```
 * @ok
 * ```md file=risks.md
 * ---
 * type: register
 * risks:
 *   - id: R-1
 *     title: Vendor certification slips
 *     owner: dana
 *     probability: 40%
 *     impact: low
 * dependencies:
 *   - id: hsm
 *     owner: dana
 *     from: security
 * ---
 * ```
 */
export const missingField: Rule = {
  code: 'missing-field',
  severity: 'error',
  scope: 'document',
  types: ['risk', 'dependency', 'gate', 'update'],
  checkDocument: reportProblems('missing-field'),
  checkItem(item, _context, report) {
    if (item.parsed.broken) return;
    const unsaid = unsaidIn(item);
    if (unsaid) report({ item, range: item.idRange, severity: 'info', message: unsaid });
    if (!item.open || (item.type.name !== 'risk' && item.type.name !== 'dependency')) return;
    const type = item.type.name as keyof typeof NEEDED;
    // A value that is written and wrong has a finding of its own.
    const missing = NEEDED[type].filter(({ field }) => !item.field(field)?.value);
    if (missing.length === 0) return;
    const names = missing.map(({ field }) => field).join(' and no ');
    report({
      item,
      range: item.idRange,
      severity: 'warning',
      message: `${type} ${item.id} has no ${names}: write ${missing.map(({ example }) => example).join(' and ')}`,
    });
  },
};

/** What an item leaves unsaid so that it counts for nothing; written as empty, it is meant so. */
function unsaidIn(item: Item): string | undefined {
  if (item.type.name === 'gate' && item.open && !item.field('for'))
    return `gate ${item.id} holds nothing: write "for: " and the milestones that are not done before it`;
  if (item.type.name !== 'update' || item.field('date') || item.field('completed')) return undefined;
  if (item.field('status') && item.open) return undefined;
  const what = item.open ? 'counts as a draft' : 'is never the last one';
  return `update ${item.id} has no date, and so ${what}: write "date: " and the day on which it was sent`;
}

const NEEDED = {
  risk: [
    { field: 'probability', example: '"probability: 40%"' },
    { field: 'impact', example: '"impact: high"' },
  ],
  dependency: [{ field: 'from', example: '"from: " and who delivers it' }],
} as const;
