/**
 * For whom Mermaid text is written. `page`: our own webview, which styles classes by its own stylesheet and finds nodes
 * and edges again by their ids: edge `e3` is the fourth of the picture, in the attribute `data-id` of what is drawn (the
 * classes of edges are not drawn). `markdown`: a fence that others draw, such as GitHub, with the styles in it.
 */
export type Dialect = 'page' | 'markdown';

/** A picture as the source of a Mermaid flowchart. */
export interface MermaidText {
  readonly source: string;
  /** The key of each node and group, by its id in the source: `n0`, `g0`. */
  readonly keys: ReadonlyMap<string, string>;
}
