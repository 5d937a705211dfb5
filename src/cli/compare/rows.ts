import type { OptionFigures } from '../../core/diff/option-figures.ts';
import type { Day } from '../../core/model/values/day.ts';
import type { Item } from '../../core/plan/item.ts';
import { visible } from '../../core/text/visible.ts';
import { counted } from '../../core/text/words.ts';
import { dayLabel } from '../../core/views/day-label.ts';
import { signedDays } from '../../core/views/forecast-label.ts';
import type { ComparedProgram } from './compared.ts';

/** A figure in words, for the base and for each option. */
export type FigureRow = readonly [label: string, ...cells: string[]];

const MOST_NAMED = 4;

/** Every figure of a program, a row each; text of documents in it is visible, and not yet safe for anything else. */
export function figureRows({ base, options }: ComparedProgram, today: Day): readonly FigureRow[] {
  const columns = [base, ...options];
  const row = (label: string, cell: (figures: OptionFigures, at: number) => string): FigureRow => [
    label,
    ...columns.map(cell),
  ];
  return [
    row('Finish', ({ finish, workingDaysMoved }) =>
      [day(finish, today), workingDaysMoved ? `(${signedDays(workingDaysMoved)})` : ''].join(' ').trim(),
    ),
    row('Goal is due', ({ goal }) => day(goal?.due, today)),
    row('Health', ({ health }) => health ?? '–'),
    row('Firm dates missed', ({ firmDatesMissed }) => named(firmDatesMissed)),
    row('Scope cancelled', ({ cancelled }, at) => (at === 0 ? '' : named(cancelled))),
    row('Critical path', ({ criticalPath, workingDays }) =>
      criticalPath.length === 0
        ? '–'
        : `${counted(criticalPath.length, 'item')}${workingDays === undefined ? '' : `, ${counted(workingDays, 'working day')}`}`,
    ),
    row('', ({ criticalPath }) => criticalPath.map(({ id }) => visible(id)).join(' → ')),
    row(
      'Exposure of open risks',
      ({ exposure, risksWithoutFigures: { length } }) =>
        `${Math.round(exposure * 10) / 10}d${length > 0 ? `, ${length} without figures` : ''}`,
    ),
    row('Decisions needed', ({ decisionsOpen }) => named(decisionsOpen)),
  ];
}

const day = (value: Day | undefined, today: Day): string => (value === undefined ? '–' : dayLabel(value, today));

/** `2: go-live, api-freeze`; `none`. */
function named(items: readonly Item[]): string {
  if (items.length === 0) return 'none';
  const names = items.slice(0, MOST_NAMED).map(({ id }) => visible(id));
  return `${items.length}: ${names.join(', ')}${items.length > MOST_NAMED ? ' …' : ''}`;
}
