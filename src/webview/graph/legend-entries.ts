/** What a sample is drawn as. */
export type SampleShape =
  | 'box'
  | 'hexagon'
  | 'parallelogram'
  | 'trapezoid'
  | 'rounded'
  | 'stadium'
  | 'flag'
  | 'double'
  | 'frame'
  | 'line';

/** A line of the legend: how something looks, and what that means. */
export interface Entry {
  readonly shape: SampleShape;
  /** Names of the stylesheet, as in the picture. */
  readonly marks?: readonly string[];
  /** What stands on the sample, where it is told by that. */
  readonly sign?: string;
  readonly text: string;
}

/** The legend. Shapes are those of `core/graph/mermaid/shapes.ts`, marks those of the stylesheet. */
export const ENTRIES: readonly { readonly title: string; readonly entries: readonly Entry[] }[] = [
  {
    title: 'Shapes',
    entries: [
      { shape: 'box', text: 'Milestone' },
      { shape: 'box', sign: '★', text: 'The goal of its program' },
      { shape: 'stadium', text: 'Gate: a review that has to be passed' },
      { shape: 'hexagon', text: 'Decision' },
      { shape: 'parallelogram', text: 'Dependency on others' },
      { shape: 'trapezoid', text: 'Issue' },
      { shape: 'rounded', text: 'Action' },
      { shape: 'flag', text: 'Risk' },
      { shape: 'double', text: 'Folded group: a click opens it' },
      { shape: 'frame', text: 'Program or workstream: a click on its title folds it' },
    ],
  },
  {
    title: 'Outlines and marks',
    entries: [
      { shape: 'box', marks: ['critical'], text: 'Critical: on the longest way to the end; or in focus' },
      { shape: 'box', marks: ['blocked'], text: 'Blocked' },
      { shape: 'box', marks: ['held-up'], text: 'Held up behind something blocked' },
      { shape: 'box', marks: ['late'], sign: '+3d', text: 'Forecast late, or overdue' },
      { shape: 'box', marks: ['stale'], text: 'Not touched for long' },
      { shape: 'box', marks: ['done'], sign: '✓', text: 'Done' },
      { shape: 'box', marks: ['dropped'], sign: '✕', text: 'Cancelled, rejected or superseded' },
      { shape: 'box', marks: ['at-cursor'], text: 'The item at the cursor' },
    ],
  },
  {
    title: 'While a change is reviewed',
    entries: [
      { shape: 'box', marks: ['added'], sign: 'new', text: 'Added' },
      { shape: 'box', marks: ['changed'], sign: '✎', text: 'Changed: it says in what' },
      { shape: 'box', marks: ['moved'], sign: 'was', text: 'Moved by what was changed' },
      { shape: 'box', marks: ['removed'], text: 'Removed' },
    ],
  },
  {
    title: 'Lines, from what comes first',
    entries: [
      { shape: 'line', marks: ['critical'], text: 'A step of the critical path' },
      { shape: 'line', marks: ['driving'], text: 'Sets the date of what it leads to' },
      { shape: 'line', text: 'Any other link' },
      { shape: 'line', marks: ['crossing'], text: 'Between programs' },
      { shape: 'line', marks: ['cycle'], sign: '×', text: 'Closes a cycle' },
    ],
  },
];
