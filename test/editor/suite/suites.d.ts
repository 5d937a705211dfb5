/** Made by scripts/build.mjs: the test files of each folder here, to be loaded only when their launch runs. */
declare module 'milepost:suites' {
  export const suites: Readonly<Record<string, ReadonlyArray<() => Promise<unknown>>>>;
}
