import { FAIL_ON, formatOption } from '../arguments/options.ts';
import type { Command } from '../command.ts';
import { DIFF_FORMAT_NAMES } from '../diff/diff-format.ts';

/** `milepost diff`: what a change does to the plan. */
export const diff: Command = {
  name: 'diff',
  operands: 'BASE [HEAD]',
  summary: 'tell what a change moves, not what it says',
  details: [
    'Compares the plan at two revisions of git, both as of today: how programs finish now and then, which items were added, removed, renamed, moved or changed, field by field; which forecasts moved although nothing of the item was changed, and what moved them; which findings are new, and which are resolved.',
    'BASE and HEAD are branches, tags or hashes. Without HEAD it is the working tree, with what is not committed. --merge-base begins where the two parted, so that what others did on BASE meanwhile does not count.',
    'The exit status is 1 if there are new findings at or above --fail-on, or if a program finishes more than --fail-on-slip working days later.',
  ],
  options: [
    formatOption(...DIFF_FORMAT_NAMES),
    { name: 'merge-base', doc: 'Compare with the last commit that BASE and HEAD have in common.' },
    { name: 'staged', doc: 'Compare what is staged for the next commit, with HEAD if no BASE is named.' },
    { ...FAIL_ON, doc: 'Exit with status 1 if there are new findings from this severity on.' },
    {
      name: 'fail-on-slip',
      value: 'DAYS',
      doc: 'Exit with status 1 if a program finishes more than so many working days later.',
    },
  ],
  examples: [
    { line: 'milepost diff HEAD', does: 'what has not been committed yet' },
    { line: 'milepost diff --staged', does: 'what the next commit does, as in a hook before it' },
    { line: 'milepost diff --merge-base main', does: 'what this branch does to the plan' },
    { line: 'milepost diff v1 v2 --format json', does: 'from one tag to another, for a script' },
    {
      line: 'milepost diff --merge-base origin/main --fail-on-slip 0',
      does: 'in a check: no program may finish later',
    },
    { line: 'milepost diff --merge-base origin/main --format markdown', does: 'a comment for a pull request' },
  ],
  run: async (call) => (await import('../actions/diff.ts')).printDiff(call),
};
