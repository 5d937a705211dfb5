import { mermaidLabel } from '../../graph/mermaid/label.ts';
import { shapeOfType } from '../../graph/mermaid/shapes.ts';
import type { Day } from '../../model/values/day.ts';
import { shortDayMove } from './day-move.ts';
import type { MovesNode, MovesPicture } from './moves-picture.ts';
import { fieldWords, isProse, slipText, toldFields } from './words.ts';

/** How classes look, on light and dark alike: where something was done the line is thick, and its colour is the way it moves. */
const STYLES = {
  later: 'stroke:#cf222e',
  earlier: 'stroke:#1a7f37',
  changed: 'stroke-width:4px',
  gone: 'stroke-dasharray:3 4,opacity:0.7',
} as const;
type NodeClass = keyof typeof STYLES;

const CLASSES = Object.keys(STYLES) as readonly NodeClass[];

/** Of an item of which more was changed, its row in the table tells. */
const MOST_FIELDS = 2;

/** What a change moves, as a Mermaid flowchart for a comment: on each item its date before and after. */
export function movesMermaid(picture: MovesPicture, today: Day): string {
  const { nodes, edges } = picture;
  const critical = edges.flatMap((edge, n) => (edge.isCritical ? [n] : []));
  const lines = [
    `flowchart ${depthOf(picture) > MOST_ACROSS ? 'TB' : 'LR'}`,
    ...nodes.map((node, n) => `  n${n}${nodeText(node, today)}`),
    ...edges.map(({ from, to, isCritical }) => `  n${from} ${isCritical ? '==>' : '-->'} n${to}`),
    ...CLASSES.flatMap((name) => {
      const ids = nodes.flatMap((node, n) => (classesOf(node).includes(name) ? [`n${n}`] : []));
      return ids.length > 0 ? [`  class ${ids.join(',')} ${name}`, `  classDef ${name} ${STYLES[name]}`] : [];
    }),
    ...(critical.length > 0 ? [`  linkStyle ${critical.join(',')} stroke:#cf222e`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

/** A longer chain stands upright: a comment is not wide, and what is drawn wider becomes too small to read. */
const MOST_ACROSS = 4;

/** How many nodes the longest chain has. What goes round in a circle counts once. */
function depthOf({ nodes, edges }: MovesPicture): number {
  const depths = nodes.map(() => 1);
  for (let round = 1; round < nodes.length; round++) {
    for (const { from, to } of edges) depths[to] = Math.max(depths[to] as number, (depths[from] as number) + 1);
  }
  return Math.max(...depths.map((depth) => Math.min(depth, nodes.length)));
}

function nodeText({ item, change, isGone, isGoal }: MovesNode, today: Day): string {
  const [before, after] = shapeOfType(item.type.name);
  const { base, head } = change?.forecast ?? {};
  const slip = slipText(change?.workingDaysMoved);
  const lines = [
    `${isGone ? '✕ ' : isGoal ? '★ ' : ''}${mermaidLabel(item.title)}`,
    isGone ? 'removed' : unbroken(`${shortDayMove(base, head, today)}${slip === '' ? '' : ` (${slip})`}`),
    ...toldFields(change?.fields ?? [])
      .filter((field) => field.field !== 'title' && !isProse(field))
      .slice(0, MOST_FIELDS)
      .map((field) => mermaidLabel(`✎ ${fieldWords(field, today)}`)),
  ];
  return `${before}"${lines.filter((line) => line !== '').join('<br/>')}"${after}`;
}

/** A date that is broken into lines is hard to find again. */
const unbroken = (text: string): string => text.replaceAll(' ', '\u00a0');

function classesOf({ change, isGone }: MovesNode): readonly NodeClass[] {
  const moved = change?.workingDaysMoved ?? 0;
  const isChanged = change !== undefined && change.kind !== 'affected';
  const has = { later: moved > 0, earlier: moved < 0, changed: isChanged, gone: isGone };
  return CLASSES.filter((name) => has[name]);
}
