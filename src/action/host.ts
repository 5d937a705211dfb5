import type { Shell } from '../cli/shell.ts';

/** What the action knows of the world around it. Tests give one of their own. */
export interface Host extends Shell {
  readonly fetch: typeof fetch;
}
