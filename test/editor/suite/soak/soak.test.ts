import * as vscode from 'vscode';
import { ok } from '../assert.ts';
import { post } from '../bridge.ts';
import { milepost } from '../milepost.ts';
import { isLevel, MB } from './heap.ts';
import { soakFor, startAgain } from './round.ts';
import { Summary } from './summary.ts';

/** How much is to be done, from test/editor/launches.mjs or scripts/soak.mjs: so many rounds, and then some for so long. */
interface Budget {
  readonly seed: number;
  readonly rounds: number;
  readonly minutes: number;
}

describe('soak', () => {
  it('rows 37, 40 and 41: whatever is done to a plan, the editor shows what a cold check finds', async function () {
    this.timeout(0);
    // What is wrong once is wrong: another try would begin in the middle of it.
    this.retries(0);
    await milepost();
    const { seed, rounds, minutes } = vscode.workspace.getConfiguration().get('milepostSoak') as Budget;
    const end = Date.now() + minutes * 60_000;
    const summary = new Summary();
    try {
      await startAgain();
      for (let round = 0; round < rounds || Date.now() < end; round++) await soakFor(seed + round, summary);
    } finally {
      for (const line of summary.lines) await post({ event: 'say', text: line });
    }
    const heaps = summary.heaps.map((heap) => (heap / MB).toFixed(1)).join(', ');
    ok(isLevel(summary.heaps), `memory rises from round to round, each of which ends where it began: ${heaps} MB`);
  });
});
