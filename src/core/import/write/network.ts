import type { ItemType } from '../../model/item-type.ts';
import { fieldOf } from '../../model/registry.ts';
import { parseLag } from '../../model/values/reference.ts';
import { quoted } from '../../text/visible.ts';
import { withArticle } from '../../text/words.ts';
import type { IncomingLink, Remark } from '../incoming.ts';
import type { NamedItem } from './named-item.ts';

/** The references that each item is written with: by field, as they stand in it. */
export type References = ReadonlyMap<NamedItem, ReadonlyMap<string, readonly string[]>>;

/** A link of the network: `to` waits for `from`. It is said by `by`, in a field. */
interface Wait {
  readonly from: NamedItem;
  readonly to: NamedItem;
  readonly by: NamedItem;
  readonly field: string;
  readonly text: string;
}

/**
 * Puts every link into the field that can say it. What leads to nothing in the file, to the item itself, or back to
 * where it came from is left out, and told: items of a plan cannot wait for each other in a circle.
 */
export function referencesOf(
  items: readonly NamedItem[],
  byKey: ReadonlyMap<string, NamedItem>,
): { readonly references: References; readonly remarks: readonly Remark[] } {
  const remarks: Remark[] = [];
  const waits = new Map<string, Wait>();
  const references = new Map<NamedItem, Map<string, string[]>>();
  const refer = (from: NamedItem, field: string, text: string): void => {
    const fields = references.get(from) ?? new Map<string, string[]>();
    const others = fields.get(field) ?? [];
    if (!others.includes(text)) others.push(text);
    references.set(from, fields.set(field, others));
  };
  for (const item of items) {
    for (const link of [...item.links, ...linkToParent(item, byKey)]) {
      const other = byKey.get(link.key);
      if (!other) {
        remarks.push({
          place: item.place,
          text: `${link.relation.replace('-', ' ')} ${quoted(link.key)}, which is not in the file: left out`,
        });
      } else if (other !== item) {
        const wait = waitOf(item, other, link);
        if (wait) {
          const key = `${wait.from.id} ${wait.to.id}`;
          if (!waits.has(key)) waits.set(key, wait);
        } else {
          const field = fieldFor(item.type, other.type, link.relation);
          if (field === 'relates_to' && references.get(other)?.get(field)?.includes(item.id)) continue;
          if (isSingle(item.type, field) && references.get(item)?.has(field)) continue;
          if (field !== link.relation && field === 'relates_to')
            remarks.push({
              place: item.place,
              text: `${whyRelated(item.type, other.type, link.relation)}: the link becomes relates_to`,
            });
          refer(item, field, other.id);
        }
      }
    }
  }
  for (const wait of withoutCircles([...waits.values()], items, remarks)) refer(wait.by, wait.field, wait.text);
  return { references, remarks };
}

/** A milestone finishes when its parts have; other parts have to do with it. */
function linkToParent(
  { parent, type, key }: NamedItem,
  byKey: ReadonlyMap<string, NamedItem>,
): readonly IncomingLink[] {
  const above = parent === undefined ? undefined : byKey.get(parent);
  if (!above || above.type.name === 'workstream' || above.key === key) return [];
  const isPart = above.type.name === 'milestone' && type.name === 'milestone';
  return [{ relation: isPart ? 'blocks' : 'relates_to', key: above.key, ...(isPart && { type: 'FF' }) }];
}

/** Relations by which an item waits for another, and by which it is waited for. */
const WAITS_FOR: readonly string[] = ['waits-for', 'depends_on'];
const BLOCKS: readonly string[] = ['blocks', 'for'];

/** How a wait is written; none where the two cannot wait for each other, or where the link is none. */
function waitOf(item: NamedItem, other: NamedItem, link: IncomingLink): Wait | undefined {
  const { relation } = link;
  const [from, to] = WAITS_FOR.includes(relation) ? [other, item] : BLOCKS.includes(relation) ? [item, other] : [];
  if (!from || !to || to.type.name !== 'milestone') return undefined;
  const field = ['blocks', 'for'].find((name) => takes(from.type, name, to.type));
  // Who says it says it here too, where both can; a link type has a place in one of the two only.
  const isOwn = from === item && link.type === undefined && link.lag === undefined;
  if (takes(to.type, 'depends_on', from.type) && !(isOwn && field !== undefined)) {
    return { from, to, by: to, field: 'depends_on', text: dependencyText(from.id, link) };
  }
  return field === undefined ? undefined : { from, to, by: from, field, text: to.id };
}

function dependencyText(id: string, { type = 'FS', lag }: IncomingLink): string {
  const read = lag === undefined ? undefined : parseLag(lag);
  const time = !read?.ok || read.value.amount === 0 ? '' : `${read.value.amount}${read.value.unit}`;
  const signed = time === '' || time.startsWith('-') ? time : `+${time}`;
  if (type === 'FS' && signed === '') return id;
  // A negative lag right after the type would read as a dash.
  return `${id} ${type}${signed.startsWith('-') ? ` ${signed}` : signed}`;
}

/** The field of an item that can name another for a relation; where there is none, they have to do with each other. */
function fieldFor(type: ItemType, other: ItemType, relation: string): string {
  if (takes(type, relation, other)) return relation;
  if (relation === 'blocks' && takes(type, 'affects', other)) return 'affects';
  return 'relates_to';
}

/** Why a relation between items of two types is said by no field of its own. */
function whyRelated(type: ItemType, other: ItemType, relation: string): string {
  const isWait = WAITS_FOR.includes(relation);
  if (!isWait && !BLOCKS.includes(relation))
    return `${relation} names ${withArticle(other.name)}, which it cannot for ${withArticle(type.name)}`;
  const [from, to] = isWait ? [other, type] : [type, other];
  const what = `it ${isWait ? 'waits for' : 'blocks'} ${withArticle(other.name)}`;
  return to.name === 'milestone'
    ? `${what}, and no milestone waits for ${withArticle(from.name)}`
    : `${what}, and only milestones wait for others`;
}

/** Whether a field of a type can name an item of another. */
function takes(type: ItemType, field: string, other: ItemType): boolean {
  const spec = fieldOf(type, field);
  if (!spec?.refersTo || !spec.kind.references) return false;
  return spec.refersTo.includes('any') || spec.refersTo.includes(other.name);
}

const isSingle = (type: ItemType, field: string): boolean => fieldOf(type, field)?.kind.of === undefined;

/** Waits without those that close a circle: found depth first, in the order of the file. Linear, without recursion. */
function withoutCircles(waits: readonly Wait[], items: readonly NamedItem[], remarks: Remark[]): readonly Wait[] {
  const byFrom = new Map<NamedItem, Wait[]>();
  for (const wait of waits) {
    const others = byFrom.get(wait.from);
    if (others) others.push(wait);
    else byFrom.set(wait.from, [wait]);
  }
  const closing = new Set<Wait>();
  const state = new Map<NamedItem, 'open' | 'done'>();
  for (const root of items) {
    if (state.has(root)) continue;
    const way = [{ item: root, next: (byFrom.get(root) ?? []).values() }];
    state.set(root, 'open');
    for (let top = way.at(-1); top; top = way.at(-1)) {
      const { value: wait, done } = top.next.next();
      if (done) {
        state.set(top.item, 'done');
        way.pop();
      } else if (state.get(wait.to) === 'open') {
        closing.add(wait);
      } else if (!state.has(wait.to)) {
        state.set(wait.to, 'open');
        way.push({ item: wait.to, next: (byFrom.get(wait.to) ?? []).values() });
      }
    }
  }
  for (const { by, from, to } of closing) {
    remarks.push({
      place: by.place,
      text: `${to.id} would wait for ${from.id}, which waits for it: left out, since items that wait for each other in a circle never begin`,
    });
  }
  return waits.filter((wait) => !closing.has(wait));
}
