/** How the items of a type take part in the forecast. */
export interface ForecastRole {
  /** The fields that date one which takes no time, while it is open: the first that is there counts. */
  readonly dates: readonly string[];
  /** Whether one can take time, by its `duration`, its `estimate`, or its own dates. Without a date it is not on any day. */
  readonly takesTime?: true;
  /** Whether programs are forecast by these, and one of them can be a goal. */
  readonly isReached?: true;
  /** What is asked of somebody, who can do it now or later: the words before its last responsible moment. */
  readonly asks?: 'decide' | 'needed';
}
