import { itemKey, programKey, workstreamKey } from '../../../core/graph/keys.ts';
import type { Item } from '../../../core/plan/item.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { visible } from '../../../core/text/visible.ts';
import type { Place } from '../../../core/views/why/limit-words.ts';
import type { PageItem } from '../../../webview/protocol.ts';
import type { Thing } from '../plan-panel.ts';

/** What a page can name: an id for each item and each group that it is told of, and nothing else. */
export class Places {
  readonly #plan: Plan;
  readonly #ids = new Map<string, string>();
  readonly #things = new Map<string, Thing>();
  readonly #folded = new Map<string, string>();

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** The id of an item; always the same in one drawing. */
  ofItem(item: Item): string {
    const key = itemKey(item, this.#plan);
    return this.#ids.get(key) ?? this.#add('n', { key, item });
  }

  /** The id of a group that stands in one place, with what is known of it. */
  ofGroup(key: string, isFolded: boolean, card: Thing['card']): string {
    return this.#add('g', { key, isFolded, card });
  }

  /** Something is not shown, but the group with that key in its place. */
  fold(key: string, into: string): void {
    this.#folded.set(key, into);
  }

  /** An item as a page names it. */
  named(item: Item): PageItem {
    return { id: this.ofItem(item), name: visible(item.id), title: visible(item.title) };
  }

  /** A place in a document as a page names it: by the path of the document. */
  ofPlace({ source, range }: Place): PageItem {
    const path = visible(source.path);
    const key = `file ${source.path}`;
    return { id: this.#ids.get(key) ?? this.#add('n', { key, place: { source, range } }), name: path, title: path };
  }

  /** What an id stands for that was handed out; undefined of any other. */
  thing(id: string): Thing | undefined {
    return this.#things.get(id);
  }

  /** The id of what shows an item: itself, or the group that it is folded into; undefined where the page has neither. */
  idOf(item: Item): string | undefined {
    const key = keyOf(item, this.#plan);
    return this.#ids.get(key) ?? this.#ids.get(this.#folded.get(key) ?? '');
  }

  #add(kind: 'n' | 'g', thing: Thing): string {
    const id = `${kind}${this.#things.size}`;
    this.#ids.set(thing.key, id);
    this.#things.set(id, thing);
    return id;
  }
}

/** Programs and workstreams are shown as groups. */
function keyOf(item: Item, plan: Plan): string {
  switch (item.type.name) {
    case 'program':
      return programKey(item.program);
    case 'workstream':
      return workstreamKey(item.program, item.id);
    default:
      return itemKey(item, plan);
  }
}
