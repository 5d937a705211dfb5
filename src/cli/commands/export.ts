import { formatOption, NO_GIT } from '../arguments/options.ts';
import type { Command } from '../command.ts';

/** `milepost export`: items for other tools. */
export const exportItems: Command = {
  name: 'export',
  operands: '[TYPE] [FILTER…]',
  summary: 'write items for a spreadsheet, a calendar or a script',
  details: [
    'Prints every item, or those that pass: TYPE and FILTER are those of "milepost list".',
    'csv is a table for spreadsheets: what items say, field by field, and what is forecast of each. ics is a calendar of due dates, of decisions to be made, of papers to be handed in and of reviews; read again, it updates its events and doubles none. json has every field as it is written.',
  ],
  options: [formatOption('csv', 'ics', 'json'), NO_GIT],
  examples: [
    { line: 'milepost export > plan.csv', does: 'everything, for a spreadsheet' },
    { line: 'milepost export risks > risks.csv', does: 'the risk register' },
    {
      line: 'milepost export milestones owner=maria --format ics > maria.ics',
      does: 'a calendar of what Maria answers for',
    },
  ],
  run: async (call) => (await import('../actions/export.ts')).exportPlan(call),
};
