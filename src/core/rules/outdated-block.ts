import { troubleText } from '../blocks/trouble-text.ts';
import type { Rule } from './rule.ts';

/**
 * A live block that no longer says what the plan says: the plan, computed as of the date of the block, gives something
 * else. So a block does not become outdated because a day has passed, but because the plan has changed.
 *
 * Update it with the quick fix, with *Milepost: Update Live Blocks*, or with `milepost sync`. The spacing of tables
 * makes no difference, nor do empty lines around the block. See [Live blocks](../live-blocks.md).
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
};
