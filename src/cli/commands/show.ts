import { formatOption, NO_GIT } from '../arguments/options.ts';
import type { Command } from '../command.ts';

/** `milepost show`: everything about one item. */
export const show: Command = {
  name: 'show',
  meant: ['why', 'explain', 'view', 'info', 'describe'],
  operands: 'ID',
  summary: 'tell everything about one item',
  details: [
    'Prints what the item says of itself, what it waits for, what waits for it, what blocks it, and what "check" finds in it.',
    'ID is the id of the item, or program/id where several programs have one of that name.',
  ],
  options: [formatOption('text', 'json'), NO_GIT],
  examples: [
    { line: 'milepost show api-freeze', does: 'the item with that id' },
    { line: 'milepost show payments/ledger-export', does: 'the one of the program "payments"' },
  ],
  run: async (call) => (await import('../actions/show.ts')).showItem(call),
};
