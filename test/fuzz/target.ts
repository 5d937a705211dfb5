/** Something that is tried with one random input after the other. */
export interface FuzzTarget {
  readonly name: string;
  /** What is counted. */
  readonly unit: string;
  /** Tries the input of a seed; throws where something is wrong with what comes of it. Gives how many things were tried. */
  readonly attempt: (seed: number) => number;
}
