import { loadMermaid } from './load-mermaid.ts';

/** What a flowchart is drawn with. Whatever else a picture held would have come from somewhere else. */
const ELEMENTS = new Set([
  ...[
    'svg',
    'g',
    'defs',
    'marker',
    'path',
    'rect',
    'circle',
    'ellipse',
    'polygon',
    'polyline',
    'line',
    'text',
    'tspan',
  ],
]);

/** What is looked at of them: neither a handler nor a style, nor an address but of a marker in the same picture. */
const ATTRIBUTES = new Set([
  ...[
    'id',
    'class',
    'transform',
    'd',
    'points',
    'x',
    'y',
    'x1',
    'y1',
    'x2',
    'y2',
    'cx',
    'cy',
    'r',
    'rx',
    'ry',
    'dx',
    'dy',
  ],
  ...['width', 'height', 'viewBox', 'refX', 'refY', 'markerUnits', 'markerWidth', 'markerHeight', 'orient'],
  ...['marker-start', 'marker-end', 'text-anchor', 'dominant-baseline', 'data-id', 'font-weight', 'font-style'],
]);

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

/** Draws a source that was generated whole: see `core/graph`. Rejects where Mermaid does. */
export async function drawFlowchart(source: string): Promise<Flowchart> {
  const mermaid = await loadMermaid();
  const id = `picture${++count}`;
  const { svg } = await mermaid.render(id, source);
  // The text becomes elements in a document that nothing runs in and nothing is loaded by.
  const drawn = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg');
  if (!drawn) throw new Error('Mermaid drew nothing');
  clean(drawn);
  const [, , width = 0, height = 0] = (drawn.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const [left = 0, top = 0] = (drawn.getAttribute('viewBox') ?? '').split(' ').map(Number);
  const content = document.createElementNS('http://www.w3.org/2000/svg', 'g');
  content.setAttribute('transform', `translate(${-left} ${-top})`);
  content.append(...[...drawn.childNodes].map((node) => document.adoptNode(node)));
  return { content, width, height, ...partsOf(content, id) };
}

/** Takes out whatever is not needed to see the picture. */
function clean(root: Element): void {
  for (const child of [...root.children]) {
    if (ELEMENTS.has(child.localName)) clean(child);
    else child.remove();
  }
  for (const { name, value } of [...root.attributes]) {
    const isSound = ATTRIBUTES.has(name) && (!/url/i.test(value) || /^url\(#[\w-]+\)$/.test(value));
    if (!isSound) root.removeAttribute(name);
  }
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
