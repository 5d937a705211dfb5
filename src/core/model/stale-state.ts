/** When open items of a type are looked for news, and how long they may go without. */
export interface StaleState {
  /** What the configuration calls it, where a type has several. */
  readonly state: string;
  /** How many working days may pass without news. */
  readonly days: number;
  /** Which items it is about; all, where left out. */
  readonly when?: StaleCondition;
}

/** What an item has to be for a limit to hold: the first limit that does is taken. */
export type StaleCondition =
  | 'started'
  /** It is to start within as many working days as the limit has. */
  | 'starts-soon'
  /** It is due within 15 working days. */
  | 'due-soon'
  /** It is a record of others' convention, which has no place for a date by when. */
  | 'record'
  /** Its severity is high or worse. */
  | 'severe'
  /** Its owner has accepted it. */
  | 'accepted';
