import { formatOption } from '../arguments/options.ts';
import type { Command } from '../command.ts';

/** `milepost sync`: live blocks, brought up to date. */
export const sync: Command = {
  name: 'sync',
  meant: ['update', 'render'],
  operands: '[PATH…]',
  summary: 'bring the live blocks of documents up to date',
  details: [
    'A live block stands between <!-- milepost VIEW … --> and <!-- /milepost -->, and holds a view of the plan: graph, timeline, milestones, risks, decisions or status. Its text is written anew where the plan now gives something else, and dated. What says the same already is left alone, and so is every byte outside of the blocks.',
    'With files or folders, only their blocks are brought up to date. --dry-run writes nothing and prints a unified diff, which "git apply" takes.',
    '--check writes nothing, and fails where a block is outdated: where the plan, as of the date of the block, gives something else. So it never fails because a day has passed.',
    'Parts of status reports say how things stood on their day, and are left as they are. A report of today that would say something else now is named: "milepost report FILE" writes its parts anew.',
  ],
  options: [
    { name: 'check', doc: 'Write nothing, and exit with 1 where a block is outdated or cannot be generated.' },
    { name: 'dry-run', doc: 'Print what would change as a unified diff, and write nothing.' },
    formatOption('text', 'json'),
  ],
  examples: [
    { line: 'milepost sync', does: 'every live block in the plan of this folder' },
    { line: 'milepost sync README.md', does: 'only those of one file' },
    { line: 'milepost sync --check', does: 'in a pull request: are all of them up to date?' },
  ],
  run: async (call) => (await import('../actions/sync.ts')).syncBlocks(call),
};
