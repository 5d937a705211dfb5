/** How much a picture may hold: Mermaid's cost rises faster than its nodes, and faster still with its edges. */
export interface Budget {
  readonly nodes: number;
  readonly edges: number;
}

/** As much as is laid out in about a second, and as a person can take in. */
export const USUAL_BUDGET: Budget = { nodes: 120, edges: 180 };
