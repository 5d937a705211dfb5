import type { Form } from '../../../core/model/kind.ts';
import type { CompletionKind } from '../completion.ts';

/** A key that a mapping could have, and what would stand under it. */
export interface Key {
  readonly name: string;
  readonly kind: CompletionKind;
  /** One sentence on what it means. */
  readonly doc: string;
  readonly form: Form;
  /** The entries that a collection begins with: lines of a snippet, the first without its dash. */
  readonly entry?: readonly string[];
}
