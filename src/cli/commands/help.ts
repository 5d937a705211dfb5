import { commandNamed } from '../arguments/parse.ts';
import { type Command, EXIT } from '../command.ts';
import { helpOf, overview } from '../help-text.ts';

/** `milepost help`: what there is, and how a command is used. */
export const help: Command = {
  name: 'help',
  meant: ['man'],
  operands: '[COMMAND]',
  summary: 'explain a command',
  details: ['Without a command, lists what there is.'],
  options: [],
  examples: [{ line: 'milepost help check', does: 'what "check" does, its options, and examples' }],
  async run({ operands: [name], commands, shell, style }) {
    shell.stdout.write(name === undefined ? overview(commands, style) : helpOf(commandNamed(name, commands), style));
    return EXIT.ok;
  },
};
