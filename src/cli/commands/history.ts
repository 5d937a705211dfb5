import { formatOption } from '../arguments/options.ts';
import type { Command } from '../command.ts';

/** `milepost history`: every due date an item has had. */
export const history: Command = {
  name: 'history',
  meant: ['log', 'blame'],
  operands: '[ID]',
  summary: 'tell how dates have moved, when, by whom and why',
  details: [
    'Prints every due date that an item has had, from git: when it was moved, by how much, by whom and why, and what else became of it. It is followed through other ids, other files and other ways of writing it. What is gone can be asked about, too, by the last id that it had.',
    'With the id of a program, or without one: how the forecast finish of each program has wandered, and which milestones have moved most.',
    'Counts begin at the baseline that milepost.yaml names, else at the beginning; --since begins elsewhere. The history is that of the branch that is checked out, with what is not committed yet; nothing is checked out.',
  ],
  options: [
    formatOption('text', 'json'),
    { name: 'since', value: 'REV', doc: 'Begin at a branch, a tag, a hash, or a day (YYYY-MM-DD).' },
    {
      name: 'samples',
      value: 'N',
      initial: '12',
      doc: 'Forecast the finish of programs at so many commits at most, evenly spread.',
    },
  ],
  examples: [
    { line: 'milepost history api-freeze', does: 'every due date of that item' },
    { line: 'milepost history', does: 'how each program has wandered' },
    { line: 'milepost history atlas --since v1', does: 'how "atlas" has wandered since a tag' },
    { line: 'milepost history --since 2026-09-01 --format json', does: 'since a day, for a script' },
  ],
  run: async (call) => (await import('../actions/history.ts')).printHistory(call),
};
