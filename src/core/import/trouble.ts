/** Why a file cannot be read; and what somebody has to say first, where that is all. */
export interface Trouble {
  readonly trouble: string;
  /** `dates`: whether the day or the month stands first. */
  readonly asks?: 'dates';
}
