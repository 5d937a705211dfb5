import { itemKey } from '../../../core/graph/keys.ts';
import type { Item } from '../../../core/plan/item.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { visible } from '../../../core/text/visible.ts';
import type { PageItem } from '../../../webview/protocol.ts';
import type { Thing } from '../plan-panel.ts';

/** What a page can name: an id for each item and each group that it is told of, and nothing else. */
export class Places {
  readonly #plan: Plan;
  readonly #ids = new Map<string, string>();
  readonly #things = new Map<string, Thing>();

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

  /** An item as a page names it. */
  named(item: Item): PageItem {
    return { id: this.ofItem(item), name: visible(item.id), title: visible(item.title) };
  }

  /** What an id stands for that was handed out; undefined of any other. */
  thing(id: string): Thing | undefined {
    return this.#things.get(id);
  }

  /** The id of the first of some keys that the page was told of. */
  idOf(keys: readonly string[]): string | undefined {
    return keys.map((key) => this.#ids.get(key)).find((id) => id !== undefined);
  }

  #add(kind: 'n' | 'g', thing: Thing): string {
    const id = `${kind}${this.#things.size}`;
    this.#ids.set(thing.key, id);
    this.#things.set(id, thing);
    return id;
  }
}
