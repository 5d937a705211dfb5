import { AUDIENCE_WORDS, AUDIENCES } from '../../core/report/audiences.ts';
import type { Command } from '../command.ts';

/** `milepost report`: a status report, ready to send. */
export const report: Command = {
  name: 'report',
  meant: ['status', 'summary'],
  operands: '[FILE] [FILTER…]',
  summary: 'write a status report, ready to send',
  details: [
    'Tells how programs stand, why, what moved since the last update, and what is needed of whom: for those who steer (executive, half a page), for those who do the work (engineering, by workstream), or for the team (what each has to do this week). Sentences are made from the plan, each with a link to its source.',
    'With a FILE, the report is written there: a new one is a status update of the plan, from a template. In one that is there, only the generated parts are written anew: every word that somebody wrote stays. A generated part in which somebody has written is left as it is, and told of; then the exit status is 1. Without a FILE the report is printed.',
    'Its time begins with the last update in the plan; without one at the baseline, or a week ago, or with the first commit of the plan. --since names another day, or a revision. A FILTER is key=value, as in owner=maria or workstream=payments, and holds for every part.',
  ],
  options: [
    {
      name: 'for',
      value: 'AUDIENCE',
      choices: [...AUDIENCES],
      meant: AUDIENCE_WORDS,
      initial: AUDIENCES[0],
      doc: 'Whom it is for.',
    },
    { name: 'since', value: 'WHEN', doc: 'Begin at a day (YYYY-MM-DD), a branch, a tag or a hash.' },
    { name: 'template', value: 'FILE', doc: 'Begin with a template of your own: Markdown with live blocks.' },
    {
      name: 'format',
      value: 'FORMAT',
      choices: ['markdown', 'html'],
      initial: 'markdown',
      doc: 'Markdown, or one page of HTML with its pictures that needs nothing else.',
    },
    { name: 'dry-run', doc: 'Print what would change in FILE as a unified diff, and write nothing.' },
  ],
  examples: [
    { line: 'milepost report', does: 'half a page for those who steer, to paste' },
    { line: 'milepost report updates/2026-11-20.md', does: 'the same as a file, to be edited and kept' },
    { line: 'milepost report --for engineering --since v1', does: 'by workstream, since a tag' },
    { line: 'milepost report --for team owner=maria', does: 'what maria has to do this week' },
    { line: 'milepost report --format html > status.html', does: 'a page to send or to print' },
  ],
  run: async (call) => (await import('../actions/report.ts')).printReport(call),
};
