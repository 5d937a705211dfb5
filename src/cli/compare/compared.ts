import type { OptionFigures } from '../../core/diff/option-figures.ts';
import type { Day } from '../../core/model/values/day.ts';

/** A base and what several branches make of it, program by program. */
export interface Compared {
  readonly today: Day;
  readonly base: Column;
  readonly options: readonly Column[];
  readonly programs: readonly ComparedProgram[];
}

/** What stands above a column. */
export interface Column {
  /** As somebody called it. */
  readonly name: string;
  readonly commit: string;
}

/** The figures of a program in the base and in each option, in the order of these. */
export interface ComparedProgram {
  readonly id: string;
  readonly base: OptionFigures;
  readonly options: readonly OptionFigures[];
}
