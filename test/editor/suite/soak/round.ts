import fc from 'fast-check';
import type { Edit } from '../../../property/arbitrary-edits.ts';
import { arbitraryEdit } from '../../../property/arbitrary-edits.ts';
import { Chance } from '../../../property/fixes/chance.ts';
import { closeEditors } from '../support.ts';
import { untilAsCold } from './compare.ts';
import { heapInUse } from './heap.ts';
import { startOver } from './repository.ts';
import { resetSettings } from './settings-steps.ts';
import type { Drawing } from './step.ts';
import { drawStep } from './steps.ts';
import type { Summary } from './summary.ts';

/** How many steps are taken between two comparisons, and how often that is done until everything is as it was. */
const STEPS = 8;
const BATCHES = 4;

const TODAY = '2026-11-21';

/**
 * Does random things to the plan, comparing what is shown with a cold check again and again, and puts everything back. So
 * a round depends on its seed alone, and what memory is in use after each can be compared.
 */
export async function soakFor(seed: number, summary: Summary): Promise<void> {
  const done: string[] = [];
  try {
    const drawing = draw(seed);
    for (let batch = 0; batch < BATCHES; batch++) {
      for (let n = 0; n < STEPS; n++) {
        const step = drawStep(drawing.chance);
        done.push(step.what);
        const what = await step.run(drawing);
        if (what !== undefined) done[done.length - 1] = `${step.what}: ${what}`;
        summary.step(step.what, what !== undefined);
      }
      summary.comparison(await untilAsCold(drawing.today, drawing.isShown));
      done.push('(as a cold check finds it)');
    }
    await startAgain();
    done.push('everything put back');
    summary.comparison(await untilAsCold(TODAY, true));
    summary.round(heapInUse());
  } catch (error) {
    const reason = error instanceof Error ? error.stack : String(error);
    throw new Error(
      `Round ${seed}, after\n  ${done.join('\n  ')}\n${reason}\nRepeat it: npm run soak -- --rounds 1 --seed ${seed}`,
    );
  }
}

/** Everything as it is where a round begins. */
export async function startAgain(): Promise<void> {
  await closeEditors();
  startOver();
  await resetSettings(TODAY);
}

function draw(seed: number): Drawing {
  const chance = new Chance(seed);
  let edits: Edit[] = [];
  const nextEdit = (): Edit => {
    if (edits.length === 0) edits = fc.sample(arbitraryEdit, { seed: chance.below(2 ** 31), numRuns: 100 });
    return edits.pop() as Edit;
  };
  return { chance, nextEdit, today: TODAY, isShown: true };
}
