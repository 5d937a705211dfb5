import { formatOption } from '../arguments/options.ts';
import type { Command } from '../command.ts';

/** `milepost new`: a file for a new item. */
export const newItem: Command = {
  name: 'new',
  meant: ['add', 'create'],
  operands: 'TYPE',
  summary: 'write a file for a new milestone, risk, decision …',
  details: [
    'Writes one Markdown file, in the folder where the other items of its type and program are, and prints its path. Nothing is ever written over.',
    'TYPE is program, workstream, objective, milestone, gate, dependency, decision, risk, issue, action, metric, update or retro. Without --id, the id is made of the title, or is the next number where items are numbered.',
  ],
  options: [
    { name: 'title', value: 'TEXT', doc: 'What it is called.' },
    { name: 'id', value: 'ID', doc: 'The name by which others refer to it.' },
    { name: 'owner', value: 'PERSON', doc: 'Who answers for it.' },
    { name: 'due', value: 'DATE', doc: 'By when: a day such as 2026-12-11, or a period such as 2026-W50 or 2026-Q4.' },
    { name: 'program', value: 'ID', doc: 'The program it belongs to, where the folder does not say.' },
    { name: 'workstream', value: 'ID', doc: 'The workstream it belongs to.' },
    {
      name: 'for',
      value: 'ID',
      doc: 'Of a gate: a milestone that is not done before it is approved. As often as needed.',
    },
    { name: 'from', value: 'TEAM', doc: 'Of a dependency: who delivers it.' },
    formatOption('text', 'json'),
  ],
  examples: [
    { line: 'milepost new milestone --title "Public API frozen" --owner maria --due 2026-12-11', does: 'a milestone' },
    { line: 'milepost new risk --title "Vendor certification slips"', does: 'a risk, numbered as the others are' },
    {
      line: 'milepost new dependency --title "Export API" --from ledger-team --due 2026-Q4',
      does: 'something that another team delivers',
    },
    { line: 'milepost new gate --title "Penetration test" --for go-live', does: 'a review that go-live waits for' },
  ],
  run: async (call) => (await import('../actions/new.ts')).createItem(call),
};
