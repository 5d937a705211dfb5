import { formatOption } from '../arguments/options.ts';
import type { Command } from '../command.ts';

/** `milepost compare`: options beside each other. */
export const compare: Command = {
  name: 'compare',
  operands: 'BASE OPTION…',
  summary: 'lay options for a re-plan beside each other',
  details: [
    'Prints a table for each program that an option changes, with a column for BASE and one for each OPTION: when the program finishes and when its goal is due, which firm dates are missed, which scope is cancelled, how long the critical path is and where it leads, what the open risks are expected to cost, and what has to be decided.',
    'BASE and the options are branches, tags or hashes, all as of today. Nothing is checked out.',
  ],
  options: [
    formatOption('text', 'json', 'markdown'),
    { name: 'program', value: 'ID', doc: 'Only this program, whether or not an option changes it.' },
  ],
  examples: [
    { line: 'milepost compare main less-scope more-people', does: 'two ways to win the time back' },
    { line: 'milepost compare v1 main --program atlas --format markdown', does: 'a table to send' },
  ],
  run: async (call) => (await import('../actions/compare.ts')).printComparison(call),
};
