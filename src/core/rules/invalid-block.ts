import { lonelyClosers } from '../blocks/strays.ts';
import type { Rule } from './rule.ts';

/**
 * A live block that cannot be generated: its view or one of its options is not known, a value is none of the option, or
 * nothing closes it before the next block begins. Also a comment that closes a block where none has begun.
 *
 * [Live blocks](../live-blocks.md) lists the views and their options. Beside these, any field is a filter, written as
 * for `milepost list`.
 *
 * @notOk
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * ---
 *
 * <!-- milepost milestone ownr=maria -->
 *               ~~~~~~~~~ invalid-block
 * <!-- /milepost -->
 *
 * <!-- milepost milestones ownr=maria -->
 *                          ~~~~ invalid-block
 * <!-- /milepost -->
 *
 * <!-- milepost milestones status=dreaming -->
 *                                 ~~~~~~~~ invalid-block
 * <!-- /milepost -->
 *
 * <!-- /milepost 2026-11-21 -->
 * ~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ invalid-block
 *
 * <!-- milepost risks -->
 * ~~~~~~~~~~~~~~~~~~~~~~~ invalid-block
 * ```
 * @ok
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * ---
 *
 * <!-- milepost risks owner="Maria Silva" show=open -->
 *
 * No risks.
 *
 * <!-- /milepost 2026-11-21 -->
 * ```
 */
export const invalidBlock: Rule = {
  code: 'invalid-block',
  severity: 'warning',
  scope: 'blocks',
  checkBlock({ document, trouble }, _context, report) {
    if (trouble.kind !== 'fault') return;
    const { message, range, suggestion, related = [] } = trouble.fault;
    const places = related.map((place) => ({ ...place, source: document }));
    report({ source: document, range, message, suggestion, related: places });
  },
  checkDocument(document, _context, report) {
    for (const range of lonelyClosers(document.body)) {
      const message =
        'no live block begins before this: write <!-- milepost … --> where one is to, or remove this line';
      report({ source: document, range, message });
    }
  },
};
