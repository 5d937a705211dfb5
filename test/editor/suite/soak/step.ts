import type { Edit } from '../../../property/arbitrary-edits.ts';
import type { Chance } from '../../../property/fixes/chance.ts';

/** What steps draw from: with the same seed the same. */
export interface Drawing {
  readonly chance: Chance;
  /** The next random change of some texts. */
  nextEdit(): Edit;
  /** The day that the plan is shown as of. */
  today: string;
  /** Whether findings are shown as diagnostics. */
  isShown: boolean;
}

/** Something that a person, git or another program does to a plan. */
export interface Step {
  /** What is counted. */
  readonly what: string;
  /** How often it is drawn, beside the others. */
  readonly weight: number;
  /** Does it, and says to what; undefined where there was nothing to do it to, or where it was refused. */
  run(drawing: Drawing): Promise<string | undefined> | string | undefined;
}
