/** Made by scripts/build.mjs: the test files of each folder here, to be loaded only when their launch runs. */
declare module 'milepost:suites' {
  export const suites: Readonly<Record<string, ReadonlyArray<() => Promise<unknown>>>>;
}

/** Made by scripts/build.mjs from test/same-findings: the plan in which every host has to find the same. */
declare module 'milepost:same-plan' {
  export const FOLDER: string;
  /** As of when it is checked. */
  export const DAY: string;
  /** The bytes of each file. */
  export const files: Readonly<Record<string, readonly number[]>>;
  /** What the command line finds, as lines. */
  export const expected: string;
}
