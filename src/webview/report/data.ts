/** A report, as its page gets it. */
export interface ReportView {
  /** Rises with each view: what a page says of an earlier one does not count. */
  readonly drawing: number;
  /** The document that it is: the page keeps it over a reload of the window. */
  readonly asked: { readonly plan: string; readonly path: string };
  readonly title: string;
  /** As HTML. The page takes over what it knows of it, element by element. */
  readonly html: string;
  /** As Markdown, for what takes plain text alone. */
  readonly text: string;
}
