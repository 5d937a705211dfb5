import { drawMermaid } from './draw-mermaid.ts';

/** A drawn flowchart: what Mermaid made of a source, without its styles, in elements of this page. */
export interface Flowchart {
  readonly content: SVGGElement;
  readonly width: number;
  readonly height: number;
  /** By their ids in the source. */
  readonly nodes: ReadonlyMap<string, SVGGElement>;
  readonly groups: ReadonlyMap<string, SVGGElement>;
  readonly edges: ReadonlyMap<string, SVGPathElement>;
}

let count = 0;

const SETTINGS = {
  // What is drawn has passed a budget before.
  maxTextSize: 1_000_000,
  maxEdges: 10_000,
  theme: 'base',
  themeVariables: { fontSize: '13px' },
  flowchart: { useMaxWidth: false, padding: 10, nodeSpacing: 28, rankSpacing: 44, wrappingWidth: 290 },
} as const;

/** Draws a source that was generated whole: see `core/graph`. Rejects where Mermaid does. */
export async function drawFlowchart(source: string): Promise<Flowchart> {
  const id = `picture${++count}`;
  const drawn = await drawMermaid(source, { id, settings: SETTINGS, styles: "the page's" });
  const [, , width = 0, height = 0] = (drawn.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const [left = 0, top = 0] = (drawn.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const content = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  content.setAttribute('transform', `translate(${-left} ${-top})`);
  content.append(...drawn.childNodes);
  return { content, width, height, ...partsOf(content, id) };
}

function partsOf(content: Element, id: string): Pick<Flowchart, 'nodes' | 'groups' | 'edges'> {
  const nodes = new Map<string, SVGGElement>();
  for (const node of content.querySelectorAll<SVGGElement>('g.node')) {
    const name = /-flowchart-(\w+)-\d+$/.exec(node.id)?.[1];
    if (name) nodes.set(name, node);
  }
  const groups = new Map<string, SVGGElement>();
  for (const group of content.querySelectorAll<SVGGElement>('g.cluster'))
    groups.set(group.id.replace(`${id}-`, ''), group);
  const edges = new Map<string, SVGPathElement>();
  for (const edge of content.querySelectorAll<SVGPathElement>('.edgePaths path')) {
    edges.set(edge.getAttribute('data-id') ?? '', edge);
  }
  return { nodes, groups, edges };
}
