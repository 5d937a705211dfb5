import { formatOption, NO_GIT } from '../arguments/options.ts';
import type { Command } from '../command.ts';

/** `milepost schedule`: the forecast of every program. */
export const schedule: Command = {
  name: 'schedule',
  meant: ['timeline', 'gantt', 'forecast', 'critical'],
  operands: '[PROGRAM…]',
  summary: 'tell forecast, float and critical path',
  details: [
    'Prints for each program when it is forecast to finish, how it stands and why, its critical path, and its open items: when each starts and finishes, how many working days later than due that is, by how much it can slip (float) before the program does, and by how much before a due date is missed (margin).',
    'With the ids of programs, only these. Items on the critical path are marked with a star.',
  ],
  options: [formatOption('text', 'json'), NO_GIT],
  examples: [
    { line: 'milepost schedule', does: 'every program' },
    { line: 'milepost schedule atlas', does: 'the program "atlas"' },
    { line: 'milepost schedule --format json', does: 'all of it, closed items too, for a script' },
  ],
  run: async (call) => (await import('../actions/schedule.ts')).printSchedule(call),
};
