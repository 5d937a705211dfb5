import { suites } from 'milepost:suites';
import { type Outcome, runSuite } from './runner.ts';

/** What the editor calls once it is up; it rejects if a test failed, so that other launchers learn of it as well. */
export async function run(): Promise<void> {
  const outcome: Outcome = await runSuite(suites);
  if (outcome.failed > 0) throw new Error(`${outcome.failed} tests failed`);
}
