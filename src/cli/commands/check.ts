import { FAIL_ON, formatOption, NO_GIT } from '../arguments/options.ts';
import type { Command } from '../command.ts';
import { FORMAT_NAMES } from '../findings/format.ts';

/** `milepost check`: what is wrong in a plan, and what needs attention. */
export const check: Command = {
  name: 'check',
  meant: ['lint', 'validate', 'verify', 'test'],
  operands: '[PATH…]',
  summary: 'find what is wrong in the plan, and what needs attention',
  details: [
    'Reads every document of the plan, runs every rule, and prints what it finds: the file, the line and the column, how serious it is, what was found and what would be right.',
    'With files or folders, only what stands in them is printed. The whole plan is read all the same, since a mistake in one file may show in another. The plan is the one that they are in.',
    'The exit status is 1 if there are errors; --fail-on moves that limit. A plan never breaks because a day has passed: what today alone causes is never an error.',
  ],
  options: [formatOption(...FORMAT_NAMES), FAIL_ON, NO_GIT],
  examples: [
    { line: 'milepost check', does: 'the plan in this folder' },
    { line: 'milepost check plans/atlas risks.md', does: 'only what stands in these files and folders' },
    { line: 'milepost check --fail-on warning', does: 'be strict: warnings fail too' },
    { line: 'milepost check --format github', does: 'in GitHub Actions: annotations on the lines of a pull request' },
  ],
  run: async (call) => (await import('../actions/check.ts')).checkPlan(call),
};
