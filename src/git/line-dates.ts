/** Stands for the day of a line of which nobody knows it. */
export const NO_DAY = -(2 ** 31);

/** The lines of a file as they were committed last. */
export interface FileLines {
  /** The hash of its content. */
  readonly blob: string;
  /** What is compared of each line. */
  readonly hashes: Int32Array;
  /** When each line was changed last, or `NO_DAY`. */
  readonly days: Int32Array;
}

/** When the lines of the Markdown files of a plan were changed last, as of a commit. */
export interface LineDates {
  /** The commit. */
  readonly head: string;
  /** By path, relative to the root of the plan. */
  readonly files: ReadonlyMap<string, FileLines>;
  /** Of what nothing is known: folders that are repositories of their own, ending in `/`, and single files. */
  readonly closed: readonly string[];
}
