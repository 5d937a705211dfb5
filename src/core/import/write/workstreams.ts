import type { IncomingItem } from '../incoming.ts';
import { cleanLine } from './clean-text.ts';

/** The workstreams of what comes in: items of their own, and those that others name and nothing describes. */
export class Workstreams {
  /** In the order in which they come up, those with items of their own first. */
  readonly items: readonly IncomingItem[];
  readonly #byName = new Map<string, IncomingItem>();
  readonly #byKey = new Map<string, IncomingItem>();
  readonly #known = new Map<IncomingItem, IncomingItem | undefined>();

  constructor(items: readonly IncomingItem[]) {
    const found: IncomingItem[] = [];
    for (const item of items) if (!this.#byKey.has(item.key)) this.#byKey.set(item.key, item);
    for (const item of items) {
      if (item.type !== 'workstream') continue;
      found.push(item);
      for (const name of [item.title, item.key, ...(item.ids ?? [])]) {
        if (!this.#byName.has(folded(name))) this.#byName.set(folded(name), item);
      }
    }
    for (const { type, workstream = '', place } of items) {
      const name = folded(workstream);
      if (type === 'workstream' || name === '' || this.#byName.has(name)) continue;
      // No item of a file has a line break in its name.
      const stream: IncomingItem = {
        key: `workstream\n${name}`,
        place,
        type: 'workstream',
        title: workstream,
        fields: {},
      };
      found.push(stream);
      this.#byName.set(name, stream);
    }
    this.items = found;
  }

  /** The workstream of an item: the one that it names, or that of what it is a part of, however far above. */
  of(item: IncomingItem): IncomingItem | undefined {
    const way: IncomingItem[] = [];
    let at: IncomingItem | undefined = item;
    let stream: IncomingItem | undefined;
    // An item may be a part of itself: then the way ends where it began.
    while (at && !this.#known.has(at)) {
      this.#known.set(at, undefined);
      way.push(at);
      stream = at.type === 'workstream' ? at : this.#byName.get(folded(at.workstream ?? ''));
      if (stream) break;
      at = at.parent === undefined ? undefined : this.#byKey.get(at.parent);
    }
    stream ??= at && this.#known.get(at);
    for (const passed of way) this.#known.set(passed, stream);
    return stream;
  }
}

const folded = (name: string): string => cleanLine(name).normalize('NFC').toLowerCase();
