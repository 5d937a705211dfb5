import type { Chance } from '../../../property/fixes/chance.ts';
import { FILE_STEPS } from './file-steps.ts';
import { GIT_STEPS } from './git-steps.ts';
import { MILEPOST_STEPS } from './milepost-steps.ts';
import { SETTINGS_STEPS } from './settings-steps.ts';
import type { Step } from './step.ts';
import { TEXT_STEPS } from './text-steps.ts';

/** Everything that happens to a plan, about as often as it does. */
const STEPS: readonly Step[] = [...TEXT_STEPS, ...FILE_STEPS, ...GIT_STEPS, ...SETTINGS_STEPS, ...MILEPOST_STEPS];
const ALL = STEPS.reduce((sum, { weight }) => sum + weight, 0);

/** Draws one of them. */
export function drawStep(chance: Chance): Step {
  let left = chance.next() * ALL;
  for (const step of STEPS) {
    left -= step.weight;
    if (left < 0) return step;
  }
  return STEPS[0] as Step;
}
