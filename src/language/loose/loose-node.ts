/**
 * Front matter as far as it can be made out while somebody is still writing it. Brackets, quotes and colons may be
 * missing: what there is of a value ends where the next line cannot be part of it.
 */
export type LooseNode = LooseScalar | LooseMap | LooseList;

export interface LooseScalar {
  readonly kind: 'scalar';
  readonly style: 'plain' | 'single' | 'double' | 'block';
  /** Quotes included. */
  readonly start: number;
  readonly end: number;
  /** Of quotes: whether the second one is there. */
  readonly closed: boolean;
  /** The text without quotes. Escapes are left as they are: no word of a plan needs any. */
  readonly text: string;
}

export interface LooseMap {
  readonly kind: 'map';
  readonly flow: boolean;
  /** Of block style: the column of its keys. */
  readonly column: number;
  readonly start: number;
  /** What it is the value of; the outermost is nobody's. */
  readonly of: Slot | undefined;
  readonly pairs: LoosePair[];
  /** Of flow style: whether its bracket is closed, and where it ends. */
  closed: boolean;
  end: number;
}

export interface LooseList {
  readonly kind: 'list';
  readonly flow: boolean;
  /** Of block style: the column of its dashes. */
  readonly column: number;
  readonly start: number;
  readonly of: Slot | undefined;
  readonly entries: LooseEntry[];
  closed: boolean;
  end: number;
}

/** A place that holds a value, or could. */
export type Slot = LoosePair | LooseEntry;

export interface LoosePair {
  readonly kind: 'pair';
  readonly in: LooseMap;
  readonly key: LooseScalar;
  /** The offset of its colon; undefined where none is there yet. */
  colon: number | undefined;
  value: LooseNode | undefined;
}

export interface LooseEntry {
  readonly kind: 'entry';
  readonly in: LooseList;
  /** Where it may begin: after its dash, its bracket, or the comma before it. */
  readonly start: number;
  value: LooseNode | undefined;
}

/** Which place in front matter the cursor is at. */
export type Spot = KeySpot | ValueSpot | NewEntrySpot;

/** Where a key stands, or could. */
export interface KeySpot {
  readonly kind: 'key';
  /** Undefined in front matter that holds nothing yet. */
  readonly map: LooseMap | undefined;
  /** The pair whose key it is; none where a new one would stand. */
  readonly pair: LoosePair | undefined;
  /** Where there is nothing else on its line: the column at which the key has to stand. */
  readonly column?: number;
  /** In flow style: what has to stand between the key and its neighbours. */
  readonly comma?: 'before' | 'after';
}

/** Where a value stands, or could. */
export interface ValueSpot {
  readonly kind: 'value';
  readonly slot: Slot;
  readonly scalar: LooseScalar | undefined;
  /** Where it stands on a line below its key, or could: the column. */
  readonly column?: number;
  readonly comma?: 'before' | 'after';
}

/** An empty line on which another entry of a block list could stand. */
export interface NewEntrySpot {
  readonly kind: 'new-entry';
  readonly list: LooseList;
  readonly column: number;
}
