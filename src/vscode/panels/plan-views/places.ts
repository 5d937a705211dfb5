import { itemKey } from '../../../core/graph/keys.ts';
import type { Item } from '../../../core/plan/item.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { visible } from '../../../core/text/visible.ts';
import type { PageItem } from '../../../webview/protocol.ts';

/** What a page can name: an id for each item and each group that it is told of, and nothing else. */
export class Places {
  readonly #plan: Plan;
  readonly #ids = new Map<string, string>();
  readonly #items = new Map<string, Item>();
  readonly #groups = new Map<string, string>();

  constructor(plan: Plan) {
    this.#plan = plan;
  }

  /** The id of an item; always the same in one drawing. */
  ofItem(item: Item): string {
    const key = itemKey(item, this.#plan);
    const id = this.#ids.get(key) ?? `n${this.#items.size}`;
    this.#ids.set(key, id);
    this.#items.set(id, item);
    return id;
  }

  ofGroup(key: string): string {
    const id = `g${this.#groups.size}`;
    this.#groups.set(id, key);
    return id;
  }

  /** An item as a page names it. */
  named(item: Item): PageItem {
    return { id: this.ofItem(item), name: visible(item.id), title: visible(item.title) };
  }

  /** The item of an id that was handed out; undefined of any other. */
  item(id: string): Item | undefined {
    return this.#items.get(id);
  }

  /** The key of a group. */
  group(id: string): string | undefined {
    return this.#groups.get(id);
  }

  /** The id of an item, where the page was told of it. */
  idOf(item: Item): string | undefined {
    return this.#ids.get(itemKey(item, this.#plan));
  }
}
