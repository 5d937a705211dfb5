import type { ComparedPicture } from '../../../core/graph/compared-picture.ts';
import { labelText } from '../../../core/graph/label-text.ts';
import { mermaidOf } from '../../../core/graph/mermaid/mermaid-of.ts';
import type { Planned } from '../../../core/graph/options.ts';
import type { Drawn, FoldNode, PictureEdge, PictureNode } from '../../../core/graph/picture.ts';
import type { Item } from '../../../core/plan/item.ts';
import { counted } from '../../../core/text/words.ts';
import { type Compared, sinceText } from '../../../core/views/diff/compared.ts';
import { itemCard } from '../../../core/views/item-card.ts';
import type { GraphEdge, GraphFrame, GraphNode } from '../../../webview/protocol.ts';
import { soughtBy } from './find-items.ts';

/** A picture as the page gets it: the source for Mermaid, and what it is told of what is drawn. */
export interface PagePicture {
  readonly source: string;
  readonly nodes: readonly GraphNode[];
  readonly frames: readonly GraphFrame[];
  readonly edges: readonly GraphEdge[];
}

/** What a page gets where nothing can be drawn. */
export const NO_PICTURE: PagePicture = { source: '', nodes: [], frames: [], edges: [] };

/**
 * Writes a picture for the page.
 * @param comparison the same picture with what was before in it, where a change to the plan is reviewed
 */
export function pagePicture(drawn: Drawn, planned: Planned, comparison?: ComparedPicture): PagePicture {
  const { items } = drawn;
  const { picture } = comparison ?? drawn;
  const isGone = (key: string): boolean => comparison?.gone.has(key) ?? false;
  const { source, keys } = mermaidOf(picture, 'page');
  const ids = new Map([...keys].map(([id, key]) => [key, id]));
  const idOf = (key: string): string => ids.get(key) ?? '';
  return {
    source,
    nodes: picture.nodes.map((node) => ({
      id: idOf(node.key),
      key: node.key,
      kind: node.kind,
      lines: node.lines,
      soughtBy: soughtByOf(node, items),
      marks: [...nodeMarks(node), ...marksIn(comparison, node)],
      card: node.kind === 'fold' ? foldCard(node) : cardOf(node, items.get(node.key), planned, comparison?.compared),
    })),
    frames: picture.groups.map((group) => ({
      id: idOf(group.key),
      key: group.key,
      title: labelText(group.title),
      card: [counted(group.counts.items, 'item')],
    })),
    edges: picture.edges.map((edge, at) => ({
      id: `e${at}`,
      from: idOf(edge.from),
      to: idOf(edge.to),
      marks: [...edgeMarks(edge), ...(isGone(edge.from) || isGone(edge.to) ? ['removed'] : [])],
    })),
  };
}

function nodeMarks(node: PictureNode): readonly string[] {
  if (node.kind === 'item') {
    return [node.type, ...node.states, ...(node.goal ? ['goal'] : []), ...(node.focus ? ['in-focus'] : [])];
  }
  const { blocked, late, overdue, critical } = node.counts;
  const counts = Object.entries({ blocked, late, overdue, critical });
  return ['fold', ...counts.flatMap(([mark, count]) => (count > 0 ? [mark] : []))];
}

function marksIn(comparison: ComparedPicture | undefined, { key }: PictureNode): readonly string[] {
  const mark = comparison?.marks.get(key);
  return mark === undefined ? [] : [mark];
}

const edgeMarks = ({ critical, driving, crossing, cycle }: PictureEdge): readonly string[] =>
  Object.entries({ critical, driving, crossing, cycle }).flatMap(([mark, is]) => (is ? [mark] : []));

function soughtByOf(node: PictureNode, items: ReadonlyMap<string, Item>): string {
  const item = node.kind === 'item' ? items.get(node.key) : undefined;
  return item ? soughtBy(item) : node.title.toLowerCase();
}

function foldCard({ title, lines, opens }: FoldNode): readonly string[] {
  return [title, ...lines.slice(1), opens ? 'Click to open' : 'Too much to open here: choose a filter or a focus'];
}

function cardOf(
  { title }: PictureNode,
  item: Item | undefined,
  planned: Planned,
  compared: Compared | undefined,
): readonly string[] {
  if (!item) return [title, ...(compared ? [`Removed since ${compared.name}`] : [])];
  const since = compared ? sinceText(compared.changeOf(item), compared.name, planned.today) : '';
  return [...itemCard(item, planned), ...(since === '' ? [] : [since])];
}
