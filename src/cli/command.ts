import type { Day } from '../core/model/values/day.ts';
import type { Option } from './arguments/options.ts';
import type { Shell } from './shell.ts';
import type { Style } from './terminal/style.ts';

/** What a command has to say by its exit status. */
export const EXIT = {
  /** It did its work, and found nothing that counts. */
  ok: 0,
  /** It did its work, and found something at or above `--fail-on`. */
  findings: 1,
  /** It could not do its work. */
  failed: 2,
} as const;

/** The status that the process ends with. */
export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** A command, and everything that help says of it. */
export interface Command {
  readonly name: string;
  /** Words that people try in its place: they are told its name. */
  readonly meant?: readonly string[];
  /** What follows the name: `[PATH…]`. */
  readonly operands: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What it does, in paragraphs, for a person who rarely uses a terminal. */
  readonly details: readonly string[];
  /** Its own options, without those that every command has. */
  readonly options: readonly Option[];
  readonly examples: readonly Example[];
  /** Does the work. What is heavy is imported here, so that help and `--version` answer at once. */
  readonly run: (call: Call) => Promise<ExitStatus>;
}

/** A line to type, and what it does. */
export interface Example {
  readonly line: string;
  readonly does: string;
}

/** A command called: what was typed, and where. */
export interface Call {
  readonly operands: readonly string[];
  /** The value of an option, or its default; undefined where it has neither. */
  readonly option: (name: string) => string | undefined;
  /** Every value of an option that may be given several times, in order. */
  readonly values: (name: string) => readonly string[];
  readonly shell: Shell;
  /** Every command there is. */
  readonly commands: readonly Command[];
  /** The folder to work from: `--cwd`, or where the command was typed. */
  readonly cwd: string;
  readonly today: Day;
  /** How results are coloured. */
  readonly style: Style;
}
