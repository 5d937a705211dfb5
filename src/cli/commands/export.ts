import { formatOption, NO_GIT } from '../arguments/options.ts';
import type { Command } from '../command.ts';

/** `milepost export`: items for other tools. */
export const exportItems: Command = {
  name: 'export',
  operands: '[TYPE] [FILTER…]',
  summary: 'write items for spreadsheets, calendars or MS Project',
  details: [
    'Prints every item, or those that pass: TYPE and FILTER are those of "milepost list".',
    'csv is a table for spreadsheets: what items say, field by field, and what is forecast of each. ics is a calendar of due dates, of decisions to be made, of papers to be handed in and of reviews; read again, it updates its events and doubles none. json has every field as it is written. mspdi is the XML of Microsoft Project: an outline of tasks with links, lags, calendars and progress, which is scheduled to the same dates there; what it cannot say is told on standard error.',
  ],
  options: [formatOption('csv', 'ics', 'json', 'mspdi'), NO_GIT],
  examples: [
    { line: 'milepost export > plan.csv', does: 'everything, for a spreadsheet' },
    { line: 'milepost export risks > risks.csv', does: 'the risk register' },
    {
      line: 'milepost export milestones owner=maria --format ics > maria.ics',
      does: 'a calendar of what Maria answers for',
    },
    { line: 'milepost export --format mspdi > plan.xml', does: 'the schedule, for Microsoft Project' },
  ],
  run: async (call) => (await import('../actions/export.ts')).exportPlan(call),
};
