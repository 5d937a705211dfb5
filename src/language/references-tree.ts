import type { Item } from '../core/plan/item.ts';
import { visible } from '../core/text/visible.ts';
import { counted } from '../core/text/words.ts';
import { chainItem } from '../core/views/chain-item.ts';
import type { ChainNode } from '../core/views/chain-node.ts';
import { type CardInput, itemCard } from '../core/views/item-card.ts';
import { type FoundReference, referencesTo } from './references.ts';

/** Everything that refers to an item, by the kind of reference: fields by their names, then prose and live blocks. */
export function referencesTree(item: Item, input: CardInput): ChainNode {
  const kinds = new Map<string, FoundReference[]>();
  for (const found of referencesTo(item, input.plan)) {
    if (found.kind === 'declaration' || found.kind === 'heading') continue;
    const known = kinds.get(found.kind);
    if (known) known.push(found);
    else kinds.set(found.kind, [found]);
  }
  const place = (kind: string): number => [...IN_PROSE.keys()].indexOf(kind);
  const groups = [...kinds].sort(([a], [b]) => place(a) - place(b) || (a < b ? -1 : 1));
  return {
    ...chainItem(item, input),
    drives: true,
    hasChildren: true,
    children: () =>
      groups.length === 0 ? [nothing(item)] : groups.map(([kind, found]) => groupNode(kind, found, input)),
  };
}

/** What stands in prose, and in no field, in words. */
const IN_PROSE: ReadonlyMap<string, string> = new Map([
  ['mention', 'mentioned in prose'],
  ['block', 'shown in live blocks'],
]);

function groupNode(kind: string, found: readonly FoundReference[], input: CardInput): ChainNode {
  const label = IN_PROSE.get(kind) ?? visible(kind);
  const times = counted(found.length, 'reference');
  return {
    ...{ kind: 'group', id: kind, label, description: String(found.length), details: [`${label}: ${times}`] },
    ...{ place: undefined, item: undefined, drives: true, hasChildren: true },
    children: () => found.map((each) => referenceNode(each, input)),
  };
}

/** The item that refers; a document that is none, by its path. */
function referenceNode({ document, range, from }: FoundReference, input: CardInput): ChainNode {
  const line = document.lines.positionAt(range.start).line + 1;
  const where = visible(`${document.path}:${line}`);
  return {
    ...(from ? chainItem(from, input) : { kind: 'note', label: where, item: undefined }),
    id: `${document.path} ${range.start}`,
    description: from ? where : '',
    details: from ? [...itemCard(from, input), where] : [where],
    place: { source: document, range },
    drives: false,
    hasChildren: false,
    children: () => [],
  };
}

function nothing(item: Item): ChainNode {
  const label = `Nothing refers to ${visible(item.id)}`;
  return {
    ...{ kind: 'note', id: 'nothing', label, description: '', details: [label], item: undefined, drives: false },
    place: { source: item.document, range: item.idRange },
    hasChildren: false,
    children: () => [],
  };
}
