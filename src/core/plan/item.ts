import type { ItemType } from '../model/item-type.ts';
import type { WrittenReference } from '../model/kinds/reference.ts';
import type { FieldValues } from '../model/registry.ts';
import { isDropped } from '../model/status.ts';
import type { Duration } from '../model/values/duration.ts';
import type { Person } from '../model/values/person.ts';
import type { LinkType } from '../model/values/reference.ts';
import type { Field, ParsedDocument, ParsedItem } from '../parse/document.ts';
import type { Range } from '../text/range.ts';

/** An item in its place in a plan. What it refers to, and what refers to it, is the plan's to say. */
export class Item {
  /** Its place among all items of the plan, in document order. */
  readonly index: number;
  readonly parsed: ParsedItem;
  readonly document: ParsedDocument;
  /** The id of its program; a program is its own. */
  readonly program: string;
  /** `program/id`, or a program's id: unique but for duplicates. */
  readonly key: string;
  /** The id of its workstream. */
  readonly workstream: string | undefined;
  /** Its owner: its own, of a decision record the first who decides, or its workstream's. */
  owner: Person | undefined;

  readonly type: ItemType;
  readonly id: string;
  readonly status: string;
  readonly values: FieldValues;
  readonly open: boolean;
  /** Whether it is no longer part of the plan: cancelled, rejected, deprecated or superseded. */
  readonly dropped: boolean;
  /** By when it has to be closed, as it says. */
  readonly due: number | undefined;

  constructor(
    index: number,
    parsed: ParsedItem,
    document: ParsedDocument,
    program: string,
    workstream: string | undefined,
  ) {
    this.index = index;
    this.parsed = parsed;
    this.document = document;
    this.program = program;
    this.key = parsed.type.name === 'program' ? parsed.id : `${program}/${parsed.id}`;
    this.workstream = workstream;
    // A decision record names who decides instead.
    this.owner = parsed.values.owner ?? (document.convention && parsed.values.decision_makers?.[0]?.value);
    this.type = parsed.type;
    this.id = parsed.id;
    this.status = parsed.status;
    this.values = parsed.values;
    this.open = !parsed.closed;
    this.dropped = parsed.closed && isDropped(parsed.type, parsed.status);
    this.due = parsed.type.dueField && parsed.values[parsed.type.dueField];
  }

  get idRange(): Range {
    return this.parsed.idRange;
  }
  get title(): string {
    return this.parsed.title ?? this.parsed.id;
  }
  /** Whether it ended as it should: closed, and not dropped. */
  get finished(): boolean {
    return !this.open && !this.dropped;
  }

  /** A field as it stands in the source; undefined where it is not written. */
  field(name: keyof FieldValues | 'id' | 'type' | 'status'): Field | undefined {
    return this.parsed.fields.get(name);
  }

  /** Where a finding about a field stands: on its value, else its key, else the item's id. */
  at(name: keyof FieldValues | 'id' | 'type' | 'status'): Range {
    const field = this.field(name);
    return field ? (field.value ?? field.key).range : this.idRange;
  }

  /** When it was closed, as it says. */
  get closedOn(): number | undefined {
    return this.values[this.type.closedOn as 'completed'] ?? this.values.completed;
  }
}

/** A reference from one item to another, looked up. */
export interface Reference {
  readonly from: Item;
  /** The field in which it stands: `depends_on`, `blocks`, `workstream` … */
  readonly field: string;
  readonly written: WrittenReference;
  /** The item that is meant; where several have the name, the first. */
  readonly target: Item | undefined;
  /** Why there is no target, or why it is the wrong one. */
  readonly fault: ReferenceFault | undefined;
  /** Of `depends_on`. */
  readonly link: LinkType | undefined;
  readonly lag: Duration | undefined;
}

export type ReferenceFault =
  | {
      readonly kind: 'unknown';
      readonly message: string;
      readonly suggestion?: string;
      /** Whether nothing that there is could be meant. */
      readonly isNowhere?: true;
    }
  | { readonly kind: 'ambiguous'; readonly message: string }
  | { readonly kind: 'wrong-type'; readonly message: string };

/** One link of the network: `to` waits for `from`. */
export interface Link {
  readonly from: Item;
  readonly to: Item;
  readonly type: LinkType;
  readonly lag: Duration | undefined;
  /** Where it is written: a `depends_on`, `blocks` or `provided_by`. */
  readonly reference: Reference;
}
