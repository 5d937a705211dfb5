import type { OptionFigures } from '../../core/diff/option-figures.ts';
import { formatDay } from '../../core/model/values/day.ts';
import type { Item } from '../../core/plan/item.ts';
import { dayJson } from '../schedule/day-json.ts';
import type { Compared } from './compared.ts';

/** What several branches make of a plan, for programs. The keys are promised in docs/cli.md: new ones may come, these stay. */
export const compareJson = ({ today, base, options, programs }: Compared) => ({
  today: formatDay(today),
  base,
  options,
  programs: programs.map((program) => ({
    id: program.id,
    base: figuresJson(program.base),
    options: program.options.map(figuresJson),
  })),
});

function figuresJson(figures: OptionFigures) {
  const keys = (items: readonly Item[]): readonly string[] => items.map(({ key }) => key);
  return {
    finish: dayJson(figures.finish),
    workingDaysMoved: figures.workingDaysMoved ?? null,
    goal: figures.goal ? { id: figures.goal.key, due: dayJson(figures.goal.due) } : null,
    health: figures.health ?? null,
    firmDatesMissed: keys(figures.firmDatesMissed),
    scopeCancelled: keys(figures.cancelled),
    criticalPath: keys(figures.criticalPath),
    workingDays: figures.workingDays ?? null,
    exposure: Math.round(figures.exposure * 100) / 100,
    risksWithoutFigures: keys(figures.risksWithoutFigures),
    decisionsOpen: keys(figures.decisionsOpen),
  };
}
