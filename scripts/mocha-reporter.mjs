import { writeFileSync } from 'node:fs';
import Mocha from 'mocha';

/** Dots and failures for people; for scripts/test.mjs the counts, in the file that `output` names. */
// biome-ignore lint/style/noDefaultExport: mocha takes a reporter from there
export default class CountingReporter extends Mocha.reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    const { output } = options.reporterOptions ?? options.reporterOption ?? {};
    runner.once('end', () => {
      const { passes, failures, pending } = this.stats;
      if (output) writeFileSync(output, JSON.stringify({ passed: passes, failed: failures, skipped: pending }));
    });
  }
}
