import { formatOption, NO_GIT } from '../arguments/options.ts';
import type { Command } from '../command.ts';

/** `milepost graph`: the dependencies of a plan as a picture. */
export const graph: Command = {
  name: 'graph',
  meant: ['dependencies', 'deps', 'draw'],
  operands: '[FILTER…]',
  summary: 'draw the dependencies, as Mermaid',
  details: [
    'Prints a Mermaid flowchart of the milestones, decisions, dependencies and whatever else waits for something, with workstreams as groups. GitHub draws it in a fence of three backticks and "mermaid".',
    'A FILTER is the id of a program, of which there may be several, or one of those of "milepost list", a type first. Only what passes is drawn.',
    'A picture of more than some hundred items shows groups in one node each, with what is in them in numbers, and the critical path item by item. One line on standard error says what is folded or left out. JSON holds every item.',
  ],
  options: [
    { name: 'focus', value: 'ID', doc: 'Only this item, what it waits for, and what waits for it.' },
    { name: 'depth', value: 'N', doc: 'With --focus: how many links away, in both directions; 2 without it.' },
    { name: 'critical', doc: 'Only the critical path of each program.' },
    { name: 'blocked', doc: 'Only what is blocked, what blocks it, and what is held up behind it.' },
    { name: 'open', doc: 'Leave out what is closed.' },
    { name: 'all', doc: 'Fold nothing, however large the picture gets.' },
    {
      ...formatOption('mermaid', 'json'),
      refused: {
        svg: 'Mermaid draws in a browser only. Save the picture from the graph in VS Code, or give the text to a tool that brings one, such as mermaid-cli',
      },
    },
    NO_GIT,
  ],
  examples: [
    { line: 'milepost graph', does: 'the whole plan' },
    { line: 'milepost graph atlas --critical', does: 'the critical path of the program "atlas"' },
    { line: 'milepost graph --focus api-freeze --depth 1', does: 'an item and its neighbours' },
    { line: 'milepost graph milestones owner=maria --open', does: 'the open milestones of Maria' },
  ],
  run: async (call) => (await import('../actions/graph.ts')).printGraph(call),
};
