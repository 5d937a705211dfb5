/** What cannot be said to Project as the plan says it. */
export type ProjectNote = keyof typeof TEXTS;

const TEXTS = {
  left: 'left out, since a schedule has no place for it',
  dates: 'MS Project has other dates, since nobody works on the days that were meant',
  pinned: 'held by a "must" constraint, since MS Project reads the links differently',
  window: 'MS Project knows no windows, so held in theirs by a constraint',
  expected: "MS Project knows no owner's forecast, so held on it by a constraint",
  twice: 'MS Project links two tasks only once, so the link that says more was kept',
  lost: 'held where they are, since what they wait for is not exported',
  span: 'MS Project takes no dates before 1984 or after 2149',
} as const;

/** How many are named. */
const MOST = 5;

/** What was noted while a plan was put in Project's words, to be told to whoever asked for it. */
export class ProjectNotes {
  readonly #noted = new Map<ProjectNote, Set<string>>();

  add(note: ProjectNote, what: string): void {
    const known = this.#noted.get(note);
    if (known) known.add(what);
    else this.#noted.set(note, new Set([what]));
  }

  /** What was noted of one sort. */
  of(note: ProjectNote): readonly string[] {
    return [...(this.#noted.get(note) ?? [])];
  }

  /** A line for each sort, in the order in which they stand above. */
  get lines(): readonly string[] {
    return (Object.keys(TEXTS) as ProjectNote[]).flatMap((note) => {
      const all = this.of(note);
      if (all.length === 0) return [];
      const more = all.length - MOST;
      return [`${TEXTS[note]}: ${[...all.slice(0, MOST), ...(more > 0 ? [`${more} more`] : [])].join(', ')}`];
    });
  }
}
