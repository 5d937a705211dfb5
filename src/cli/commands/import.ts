import { formatOption } from '../arguments/options.ts';
import type { Command } from '../command.ts';

/** `milepost import`: a plan out of what another tool exports. */
export const importPlan: Command = {
  name: 'import',
  operands: 'FILE',
  summary: 'write a plan from a table (CSV, Jira’s CSV) or MS Project',
  details: [
    'Writes a plan as one would by hand, into an empty or new folder: a README, a document for each workstream, registers of risks, decisions and whatever else there is. Nothing is ever written over.',
    'With --update, the plan around the current folder is brought up to date instead: rows are matched to its items by --match, and items get what their rows say of --fields. Nothing else of any file is touched.',
    'Columns are matched to fields by their headings; a table says what each was read as, and which were left aside. Nothing is guessed in silence: dates that can be read in two ways have to be told apart with --dates.',
  ],
  options: [
    { name: 'out', value: 'DIR', doc: 'The folder to write into, which is made. Without it, the name of FILE.' },
    {
      name: 'map',
      value: 'HEADING=FIELD',
      doc: 'Read a column as a field: "Due date=due". Without a field it is left aside. As often as needed.',
    },
    {
      name: 'type',
      value: 'NAME=TYPE',
      doc: 'What items of a type become: "Story=milestone". Without a type they are left out. As often as needed.',
    },
    { name: 'as', value: 'TYPE', doc: 'What items become that say no type that is known.' },
    {
      name: 'dates',
      value: 'ORDER',
      choices: ['dmy', 'mdy'],
      doc: 'Whether the day or the month stands first in 11/12/2026.',
    },
    {
      name: 'jira',
      value: 'URL',
      doc: 'Where Jira is, so that items link to their issues: https://example.atlassian.net.',
    },
    { name: 'update', doc: 'Bring the plan that is there up to date, and write no new one.' },
    {
      name: 'match',
      value: 'FIELD',
      doc: 'With --update: by what rows are matched to items, id or a field such as links.jira.',
    },
    {
      name: 'fields',
      value: 'FIELDS',
      doc: 'With --update: what is brought up to date, such as status,expected,owner.',
    },
    { name: 'title', value: 'TEXT', doc: 'What the program is called. Without it, what the file says, or its name.' },
    { name: 'dry-run', doc: 'Write nothing, and show what would be written; of --update as a diff.' },
    formatOption('text', 'json'),
  ],
  examples: [
    { line: 'milepost import jira.csv --out plans/atlas', does: 'what Jira exports, as a plan' },
    { line: 'milepost import plan.csv --map "Go live=due" --dates dmy', does: 'a table with headings of its own' },
    { line: 'milepost import risks.csv --as risk --dry-run', does: 'what a risk register would become' },
    {
      line: 'milepost import jira.csv --update --match links.jira --fields status,due,owner --dry-run',
      does: 'what has changed in Jira since, as a diff of the plan',
    },
    { line: 'milepost import harbour.xml', does: 'a project of Microsoft Project, saved as XML' },
  ],
  run: async (call) => (await import('../actions/import.ts')).importFile(call),
};
