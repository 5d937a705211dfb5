import { formatOption } from '../arguments/options.ts';
import type { Command } from '../command.ts';

/** `milepost init`: a first plan. */
export const init: Command = {
  name: 'init',
  meant: ['start', 'setup'],
  operands: '[DIR]',
  summary: 'write a first plan',
  details: [
    'Writes a small plan to start from: a program with a goal, a milestone on the way to it, and a risk. Look at the files, then write your own into them.',
    'DIR is made where it does not exist. Nothing is ever written over: where one of the files exists already, none is written.',
  ],
  options: [
    { name: 'title', value: 'TEXT', doc: 'What the program is called. Without it, as its folder is.' },
    { name: 'owner', value: 'PERSON', doc: 'Who answers for it.' },
    {
      name: 'adr',
      value: 'FOLDER',
      doc: 'Writes no plan, but a milepost.yaml that has the architecture decision records in FOLDER read as decisions.',
    },
    formatOption('text', 'json'),
  ],
  examples: [
    { line: 'milepost init --adr docs/adr', does: 'the decision records that are there, as a plan' },
    { line: 'milepost init', does: 'a plan in this folder' },
    { line: 'milepost init atlas --title "Atlas migration" --owner maria', does: 'a plan in the new folder "atlas"' },
  ],
  run: async (call) => (await import('../actions/init.ts')).createPlan(call),
};
