import { isWrittenIn } from '../blocks/fingerprint.ts';
import { isRecord } from '../blocks/records.ts';
import { viewNamed } from '../blocks/registry.ts';
import { troubleText, writtenInText } from '../blocks/trouble-text.ts';
import { updateOf } from '../report/update-of.ts';
import type { Rule } from './rule.ts';

/**
 * A live block that no longer says what the plan says: the plan, computed as of the date of the block, gives something
 * else. So a block does not become outdated because a day has passed, but because the plan has changed.
 *
 * Update it with the quick fix, with *Milepost: Update Live Blocks*, or with `milepost sync`. The spacing of tables
 * makes no difference, nor do empty lines around the block. See [Live blocks](../live-blocks.md).
 *
 * A part of a report is a record of its day, and never outdated. In a report of today it is an info where somebody has
 * written in a generated part: `milepost report` leaves that part as it is, so that no word is lost, and it no longer
 * follows the plan. Move the words out of it, or empty it, and it is written anew. See [Reports](../reports.md).
 *
 * @notOk
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * due: 2026-12-18
 * ---
 *
 * <!-- milepost milestones -->
 * ~~~~~~~~~~~~~~~~~~~~~~~~~~~~ outdated-block
 *
 * | Milestone | Title | Owner | Due | Forecast | Slip | Status |
 * | --- | --- | --- | --- | --- | --- | --- |
 * | api-freeze | | maria | 2026-12-11 | 2026-12-11 | 0d | planned, critical |
 *
 * <!-- /milepost 2026-11-20 -->
 *
 * <!-- milepost risks -->
 * ~~~~~~~~~~~~~~~~~~~~~~~ outdated-block
 * <!-- /milepost -->
 * ```
 * @notOk A report of today
 * ```md
 * ---
 * type: update
 * date: 2026-11-21
 * ---
 *
 * <!-- milepost next -->
 * ~~~~~~~~~~~~~~~~~~~~~~ outdated-block
 *
 * No milestone is left. We celebrate on Friday!
 *
 * <!-- /milepost 2026-11-21 ef558e21 -->
 * ```
 * @ok
 * ```md
 * ---
 * type: milestone
 * id: api-freeze
 * owner: maria
 * due: 2026-12-11
 * ---
 *
 * <!-- milepost milestones -->
 *
 * | Milestone  | Title | Owner | Due        | Forecast   | Slip | Status            |
 * | ---------- | ----- | ----- | ---------- | ---------- | ---- | ----------------- |
 * | api-freeze |       | maria | 2026-12-11 | 2026-12-11 | 0d   | planned, critical |
 *
 * <!-- /milepost 2026-11-20 -->
 * ```
 */
export const outdatedBlock: Rule = {
  code: 'outdated-block',
  severity: 'warning',
  scope: 'blocks',
  checkBlock({ document, block, trouble }, { plan }, report) {
    // What could not be read may be what makes the difference.
    if (plan.partial || trouble.kind === 'fault') return;
    const message = `this ${block.view} block ${troubleText(trouble)}: update it`;
    report({ source: document, range: block.open, message });
  },
  checkDocument(document, { today }, report) {
    const { blocks } = document.body;
    if (blocks.length === 0 || (updateOf(document)?.values.date ?? today) !== today) return;
    for (const block of blocks) {
      const view = viewNamed(block.view);
      if (!view || !isRecord(view, document) || !isWrittenIn(block, document)) continue;
      report({ source: document, range: block.open, message: writtenInText(block), severity: 'info' });
    }
  },
};
