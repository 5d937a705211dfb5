import { choice, factDate, interval, listOf, number, recordOf, text, valueFile } from '../fields.ts';
import { itemType } from '../item-type.ts';
import { field } from '../kind.ts';

/** A value of a metric, on its day. */
export const sample = recordOf({
  name: 'sample',
  example: '{ date: 2026-11-20, value: 41 }',
  keys: { date: factDate, value: number },
  needs: ['date', 'value'],
});

/** A CSV file that has the values of a metric: its path alone, or with the columns that are meant. */
export const source = recordOf({
  name: 'source',
  example: '{ file: metrics/team.csv, value: velocity }',
  keys: { file: valueFile, date: text, value: text },
  needs: ['file'],
  alone: 'file',
});

export const metric = itemType({
  name: 'metric',
  plural: 'metrics',
  collection: true,
  icon: 'graph-line',
  shape: 'box',
  symbol: 'Number',
  doc: 'A number that a team watches: velocity, defects, coverage, or whatever it counts.',
  statuses: {
    open: ['tracked'],
    closed: ['retired'],
    good: 'retired',
    dropped: [],
    byDate: 'retired',
  },
  closedOn: 'completed',
  stale: [],
  question: 'How is it counted, and what would one do if it got worse?',
  begin: () => [],
  fields: {
    unit: field(text, 'What its values count.'),
    direction: field(choice('up', 'down'), 'Which way is better. Without it: towards the target.'),
    target: field(number, 'Where it has to get to.'),
    threshold: field(number, 'The value beyond which somebody has to act.'),
    samples: field(listOf(sample), 'Its values, each with its day.'),
    source: field(source, 'A CSV file in the repository that has its values, a date and a value on each line.'),
    cadence: field(interval, 'How often it is fed.'),
  },
});
