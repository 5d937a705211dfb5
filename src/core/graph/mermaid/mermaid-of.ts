import type { Picture, PictureEdge, PictureNode } from '../picture.ts';
import { arrowOf, edgeLabel } from './arrows.ts';
import { CLASS_STYLES, NODE_CLASSES, nodeClasses } from './classes.ts';
import type { Dialect, MermaidText } from './dialect.ts';
import { mermaidLabel } from './label.ts';
import { shapeOf } from './shapes.ts';

/**
 * A picture as the source of a Mermaid flowchart. All of it is written here, but for the texts in quotes: no id, class,
 * style or directive is made of what somebody has written in a plan.
 */
export function mermaidOf(picture: Picture, dialect: Dialect): MermaidText {
  const ids = new Map<string, string>();
  for (const [n, { key }] of picture.groups.entries()) ids.set(key, `g${n}`);
  // A folded group may stand in its own frame.
  const nodeIds = new Map(picture.nodes.map(({ key }, n) => [key, `n${n}`]));
  const lines = [
    'flowchart LR',
    ...nodeLines(picture, undefined, nodeIds, ids, '  '),
    ...picture.edges.map((edge, n) => `  ${edgeText(edge, n, nodeIds, dialect)}`),
    ...classLines(picture, nodeIds),
    ...(dialect === 'markdown' ? styleLines(picture) : []),
  ];
  const keys = new Map([...ids, ...nodeIds].map(([key, id]) => [id, key]));
  return { source: `${lines.join('\n')}\n`, keys };
}

/** The nodes of a frame, and the frames in it. */
function nodeLines(
  picture: Picture,
  group: string | undefined,
  nodeIds: ReadonlyMap<string, string>,
  groupIds: ReadonlyMap<string, string>,
  indent: string,
): readonly string[] {
  const nodes = picture.nodes.filter((node) => node.group === group);
  const frames = picture.groups.filter(({ parent }) => parent === group);
  return [
    ...nodes.map((node) => `${indent}${nodeIds.get(node.key)}${nodeText(node)}`),
    ...frames.flatMap((frame) => [
      `${indent}subgraph ${groupIds.get(frame.key)}["${mermaidLabel(frame.title)}"]`,
      ...nodeLines(picture, frame.key, nodeIds, groupIds, `${indent}  `),
      `${indent}end`,
    ]),
  ];
}

function nodeText(node: PictureNode): string {
  const [before, after] = shapeOf(node);
  const [title, ...more] = node.lines.map(mermaidLabel);
  return `${before}"${[`${markOf(node)}${title}`, ...more].join('<br/>')}"${after}`;
}

/** A mark before the title of what is closed, since paler is not enough to be told by; and of what a program leads to. */
function markOf(node: PictureNode): string {
  if (node.kind === 'fold') return '';
  if (node.states.includes('done')) return '✓ ';
  if (node.states.includes('dropped')) return '✕ ';
  return node.goal ? '★ ' : '';
}

function edgeText(edge: PictureEdge, n: number, nodeIds: ReadonlyMap<string, string>, dialect: Dialect): string {
  const label = edgeLabel(edge);
  const id = dialect === 'page' ? `e${n}@` : '';
  return `${nodeIds.get(edge.from)} ${id}${arrowOf(edge)}${label === '' ? '' : `|"${mermaidLabel(label)}"|`} ${nodeIds.get(edge.to)}`;
}

/** Which nodes are of which class, each class on one line. */
function classLines({ nodes }: Picture, nodeIds: ReadonlyMap<string, string>): readonly string[] {
  const classes = nodes.map((node) => ({ id: nodeIds.get(node.key), names: nodeClasses(node) }));
  return NODE_CLASSES.flatMap((name) => {
    const ids = classes.flatMap(({ id, names }) => (names.includes(name) ? [id] : []));
    return ids.length > 0 ? [`  class ${ids.join(',')} ${name}`] : [];
  });
}

/** The styles of the classes that are used, and the colour of critical edges. */
function styleLines({ nodes, edges }: Picture): readonly string[] {
  const used = new Set(nodes.flatMap(nodeClasses));
  const critical = edges.flatMap((edge, n) => (edge.critical ? [n] : []));
  return [
    ...NODE_CLASSES.flatMap((name) => {
      const style = used.has(name) ? CLASS_STYLES[name] : undefined;
      return style === undefined ? [] : [`  classDef ${name} ${style}`];
    }),
    ...(critical.length > 0 ? [`  linkStyle ${critical.join(',')} stroke:#cf222e`] : []),
  ];
}
