import { formatOption, NO_GIT } from '../arguments/options.ts';
import type { Command } from '../command.ts';

/** `milepost list`: the items of a plan. */
export const list: Command = {
  name: 'list',
  meant: ['ls', 'find', 'search', 'query'],
  operands: '[TYPE] [FILTER…]',
  summary: 'list items: all of them, or those that a filter lets through',
  details: [
    'TYPE is program, workstream, objective, milestone, gate, dependency, decision, risk, issue, action, metric, update or retro.',
    'A filter is a field and its value, written as in a document: owner=maria, status=in-progress, tags=launch. A date may be a period: due=2026-12 is due in December. An empty value finds what has none: owner= has no owner.',
    'Five words are filters too: blocked, stale, overdue, critical (on the critical path) and late (forecast for a day after it is due). Only what passes all filters is listed.',
  ],
  options: [formatOption('text', 'json'), NO_GIT],
  examples: [
    { line: 'milepost list milestones', does: 'every milestone' },
    { line: 'milepost list blocked owner=maria', does: 'what blocks Maria' },
    { line: 'milepost list milestones late', does: 'the milestones that are forecast to be late' },
    { line: 'milepost list risks impact=high --format json', does: 'the high risks, for a script' },
  ],
  run: async (call) => (await import('../actions/list.ts')).listItems(call),
};
