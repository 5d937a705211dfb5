/** How the items of a type take part in the forecast. */
export interface ForecastRole {
  /** The fields that date one which takes no time, while it is open: the first that is there counts. */
  readonly dates: readonly string[];
  /** Of a type that can take time. One without a length or a date of its own is on no day: it is where links put it. */
  readonly work?: Work;
  /** Whether programs are forecast by these, and one of them can be a goal. */
  readonly isReached?: true;
  /** What is asked of somebody, who can do it now or later: the words before its last responsible moment. */
  readonly asks?: 'decide' | 'needed' | 'submit';
}

/** How an item says that it takes time. */
export interface Work {
  /** The field that says how much. */
  readonly length: 'duration' | 'lead_time';
  /** The field that says since when it is under way. */
  readonly begun: 'started' | 'submitted';
  /** The status that says that it is. */
  readonly underWay: string;
  /** The status that says that all of it has to be done again: since when it was under way counts no more. */
  readonly again?: string;
}
