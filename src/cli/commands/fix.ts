import { formatOption, NO_GIT } from '../arguments/options.ts';
import type { Command } from '../command.ts';

/** `milepost fix`: the quick fixes of which it is certain what was meant. */
export const fix: Command = {
  name: 'fix',
  meant: ['repair', 'format'],
  operands: '[PATH…]',
  summary: 'put right what can only be meant one way',
  details: [
    'Applies the quick fixes that need no decision: a misspelt field, status or reference where one name is near, quotes around what YAML misreads. Only the characters that are wrong change; every other byte stays. No date is moved.',
    'With files or folders, only what stands in them is fixed. --dry-run writes nothing and prints a unified diff, which "git apply" takes.',
    'What needs a decision is left to a person, and listed: the editor offers those fixes where they belong.',
  ],
  options: [
    { name: 'dry-run', doc: 'Print what would change as a unified diff, and write nothing.' },
    { name: 'rule', value: 'CODES', doc: 'Fix the findings of these rules only: codes with commas between them.' },
    formatOption('text', 'json'),
    NO_GIT,
  ],
  examples: [
    { line: 'milepost fix', does: 'everything in the plan of this folder' },
    { line: 'milepost fix --dry-run', does: 'only show what would change' },
    { line: 'milepost fix plans/atlas --rule yaml-surprise', does: 'only the quotes, only in there' },
  ],
  run: async (call) => (await import('../actions/fix.ts')).fixPlan(call),
};
