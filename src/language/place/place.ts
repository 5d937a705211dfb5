import type { LiveBlock } from '../../core/parse/body/facts.ts';
import type { Field } from '../../core/parse/document.ts';
import type { YamlScalar } from '../../core/parse/yaml/node.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Range } from '../../core/text/range.ts';

/**
 * What stands at a place of a document, as far as the plan has anything to say of it. The range is the stretch that it
 * stands on: what an editor marks, and what takes another name.
 */
export type Place = IdPlace | ReferencePlace | MentionPlace | HeadingPlace | BlockPlace | KeyPlace | ValuePlace;

/** The id of an item where it is written; of an item whose file names it, its `type`. */
export interface IdPlace {
  readonly kind: 'id';
  readonly range: Range;
  readonly item: Item;
}

/** A reference in a field: `depends_on`, `workstream` … */
export interface ReferencePlace {
  readonly kind: 'reference';
  readonly range: Range;
  /** The item that refers; none in the front matter of a register itself. */
  readonly item: Item | undefined;
  readonly field: string;
  /** The item that is meant; undefined where nothing has that name. */
  readonly target: Item | undefined;
}

/** A mention in prose: `[[id]]`, or a link to a document or a heading of the plan. */
export interface MentionPlace {
  readonly kind: 'mention';
  readonly range: Range;
  readonly target: Item | undefined;
}

/** A heading that opens the prose of an item. */
export interface HeadingPlace {
  readonly kind: 'heading';
  readonly range: Range;
  readonly item: Item;
}

/** The comment that opens a live block; `target` is the item that the option at the place names. */
export interface BlockPlace {
  readonly kind: 'block';
  readonly range: Range;
  readonly block: LiveBlock;
  readonly target: Item | undefined;
}

/** The name of a field. */
export interface KeyPlace {
  readonly kind: 'key';
  readonly range: Range;
  readonly item: Item;
  readonly field: Field;
}

/** A value of a field that is no reference, or one entry of several. */
export interface ValuePlace {
  readonly kind: 'value';
  readonly range: Range;
  readonly item: Item;
  readonly field: Field;
  readonly scalar: YamlScalar;
}
