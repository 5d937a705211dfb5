import type { ItemChange } from '../diff/plan-diff.ts';
import type { TypeName } from '../model/registry.ts';
import type { Day } from '../model/values/day.ts';
import type { Item } from '../plan/item.ts';
import { visible } from '../text/visible.ts';
import type { Compared } from '../views/diff/compared.ts';
import { wasText } from '../views/diff/move-text.ts';
import { toldFields } from '../views/diff/words.ts';
import { programKey, workstreamKey } from './keys.ts';
import { labelText } from './label-text.ts';
import type { Drawn, ItemNode, Picture, PictureEdge, PictureNode } from './picture.ts';
import { isGroup } from './select.ts';

/** What a change that is reviewed has done to a node. */
export type ChangeMark = 'added' | 'changed' | 'moved' | 'removed';

/** A picture with what was before in it. */
export interface ComparedPicture {
  readonly compared: Compared;
  readonly picture: Picture;
  /** By the keys of nodes: what has happened to them. */
  readonly marks: ReadonlyMap<string, ChangeMark>;
  /** By the keys of nodes: what is gone. */
  readonly gone: ReadonlyMap<string, ItemChange>;
}

/** As many nodes of what is gone come on top of a picture; more than that nobody looks for in it. */
const MOST_GONE = 20;
const MOST_FIELDS = 3;

/**
 * Says on the nodes of a picture what a change has done to them, and draws what is gone beside what it was linked to.
 * What is folded away is not drawn because of that.
 */
export function comparedPicture(drawn: Drawn, compared: Compared, today: Day): ComparedPicture {
  const marks = new Map<string, ChangeMark>();
  const nodes = drawn.picture.nodes.map((node): PictureNode => {
    const item = node.kind === 'item' ? drawn.items.get(node.key) : undefined;
    const change = item && compared.changeOf(item);
    if (!change) return node;
    marks.set(node.key, markOf(change));
    return { ...node, lines: [...node.lines, labelText(changeLine(change, today))] } as ItemNode;
  });
  const ghosts = ghostsOf(drawn, compared);
  for (const key of ghosts.gone.keys()) marks.set(key, 'removed');
  const picture = {
    ...drawn.picture,
    nodes: [...nodes, ...ghosts.nodes],
    edges: [...drawn.picture.edges, ...ghosts.edges],
  };
  return { compared, picture, marks, gone: ghosts.gone };
}

const markOf = ({ kind }: ItemChange): ChangeMark =>
  kind === 'added' ? 'added' : kind === 'affected' ? 'moved' : 'changed';

/** `was 20 Nov, +2d, through schema-v2`; where no date went, what was changed. */
function changeLine(change: ItemChange, today: Day): string {
  const { kind, fields } = change;
  const names = toldFields(fields).map(({ field }) => visible(field));
  const said = wasText(change, today);
  if (said !== '') return said;
  return names.length === 0
    ? kind
    : `changed: ${names.slice(0, MOST_FIELDS).join(', ')}${names.length > MOST_FIELDS ? ' …' : ''}`;
}

interface Ghosts {
  readonly nodes: readonly ItemNode[];
  readonly edges: readonly PictureEdge[];
  readonly gone: ReadonlyMap<string, ItemChange>;
}

function ghostsOf({ picture, items, nodeOf }: Drawn, compared: Compared): Ghosts {
  const { plan } = compared.base;
  const drawnKeys = new Set(picture.nodes.map(({ key }) => key));
  const now = new Map([...items].map(([key, item]) => [item.key, key]));
  /** The node of what an item of the base is now, where it is drawn as itself. */
  const nodeNow = (item: Item): string | undefined => {
    const key = now.get(compared.keyNow(item));
    const shown = key === undefined ? undefined : items.get(key);
    return shown && drawnKeys.has(nodeOf(shown) ?? '') ? nodeOf(shown) : undefined;
  };
  const candidates = compared.removed.flatMap((change) => {
    const { base } = change.item;
    return base && !isGroup(base) ? [{ change, item: base }] : [];
  });
  const keyOf = new Map(candidates.map(({ item }) => [item, `gone ${item.index} ${item.key}`]));
  const groups = new Set(picture.groups.map(({ key }) => key));
  const edges: PictureEdge[] = [];
  const linked = new Set<Item>();
  for (const { item } of candidates) {
    for (const { from, to, type } of [...plan.linksTo(item), ...plan.linksFrom(item)]) {
      const [first, last] = [keyOf.get(from) ?? nodeNow(from), keyOf.get(to) ?? nodeNow(to)];
      // Between two that are gone a link is met twice.
      if (first === undefined || last === undefined || (keyOf.has(from) && item === from && keyOf.has(to))) continue;
      linked.add(from).add(to);
      edges.push({ ...PLAIN, from: first, to: last, links: [{ type, lag: undefined }] });
    }
  }
  const isShown = ({ item }: (typeof candidates)[number]): boolean =>
    linked.has(item) || (item.type.name === 'milestone' && groups.has(programKey(item.program)));
  const shown = candidates.filter(isShown).slice(0, MOST_GONE);
  const keys = new Set(shown.map(({ item }) => keyOf.get(item) as string));
  const isThere = (key: string): boolean => drawnKeys.has(key) || keys.has(key);
  return {
    nodes: shown.map(({ item }) => ghostNode(item, keyOf.get(item) as string, groups)),
    edges: edges.filter(({ from, to }) => isThere(from) && isThere(to)),
    gone: new Map(shown.map(({ item, change }) => [keyOf.get(item) as string, change])),
  };
}

const PLAIN = { count: 1, critical: false, driving: false, crossing: false, cycle: false } as const;

function ghostNode(item: Item, key: string, groups: ReadonlySet<string>): ItemNode {
  const frames = [workstreamKey(item.program, item.workstream), programKey(item.program)];
  return {
    kind: 'item',
    key,
    id: visible(item.id),
    title: visible(item.title),
    type: item.type.name as TypeName,
    status: item.status,
    lines: [labelText(item.title), 'removed'],
    states: [],
    goal: false,
    focus: false,
    program: visible(item.program),
    workstream: item.workstream === undefined ? undefined : visible(item.workstream),
    group: frames.find((frame) => groups.has(frame)),
    beyond: { upstream: 0, downstream: 0 },
  };
}
