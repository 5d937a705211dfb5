import type { Range } from '../../core/text/range.ts';

/** Why something cannot have another name, or not that one: what is told to whoever asked. */
export class RenameRefused extends Error {
  /** The name that stands there, where there is one that only cannot be changed. */
  readonly here: { readonly range: Range; readonly name: string } | undefined;

  constructor(message: string, here?: RenameRefused['here']) {
    super(message);
    this.here = here;
  }
}
