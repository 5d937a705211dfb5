/** Something that is tried with one random input after the other. */
export interface FuzzTarget {
  readonly name: string;
  /** What is counted. */
  readonly unit: string;
  /** What of the build it needs (`parts` of scripts/build.mjs). */
  readonly built?: readonly string[];
  /** Starts what all attempts share, such as a browser. */
  start?(): Promise<void>;
  /** Tries the input of a seed; throws where something is wrong with what comes of it. Gives how many things were tried. */
  attempt(seed: number): number | Promise<number>;
  /** Ends what was started. */
  end?(): Promise<void>;
}
