import { Scope, type ScopedDocument, type ScopedItem } from '../plan/scope.ts';
import type { DocumentFacts, ItemFacts } from './facts.ts';
import type { Placed } from './match-followed.ts';

/** An item at one commit, and who answers for it: its own owner, or else that of its workstream. */
export interface PlacedItem extends Placed {
  readonly owner: string | undefined;
}

interface FactsInScope extends ScopedItem {
  readonly facts: ItemFacts;
}

/**
 * The documents of a plan as they change from commit to commit, and the items in them, each in its program. It comes to
 * what a plan of all these documents would say, but looks only at what has changed, unless that decides where others
 * belong.
 */
export class PlacedDocuments {
  readonly #rootName: string;
  readonly #documents = new Map<string, ScopedDocument<FactsInScope>>();
  readonly #items = new Map<string, readonly PlacedItem[]>();
  #scope: Scope<FactsInScope>;
  /** The owners of workstreams, by program and id. */
  #streams: ReadonlyMap<string, string | undefined> = new Map();
  /** The ids that workstreams have: an item that shares one may come before it. */
  #streamIds: ReadonlySet<string> = new Set();

  /** @param rootName the name of the root folder: names the program of items that have none */
  constructor(rootName: string) {
    this.#rootName = rootName;
    this.#scope = new Scope([], rootName);
  }

  /** The items of all documents, in no order that counts. */
  *items(): Generator<PlacedItem> {
    for (const items of this.#items.values()) yield* items;
  }

  /** Takes documents as they are now; undefined are those that are gone. Gives the items that this may have changed. */
  change(changes: ReadonlyMap<string, DocumentFacts | undefined>): {
    readonly before: readonly PlacedItem[];
    readonly after: readonly PlacedItem[];
  } {
    let isFrame = false;
    for (const [path, facts] of changes) {
      const was = this.#documents.get(path);
      const is = facts && scoped(path, facts);
      isFrame ||= this.#frameOf(was) !== this.#frameOf(is);
      if (is) this.#documents.set(path, is);
      else this.#documents.delete(path);
    }
    if (isFrame) this.#frame();
    const paths = (
      isFrame ? [...new Set([...this.#items.keys(), ...this.#documents.keys()])] : [...changes.keys()]
    ).sort();
    const before = paths.flatMap((path) => this.#items.get(path) ?? []);
    for (const path of paths) {
      const document = this.#documents.get(path);
      if (document) this.#items.set(path, this.#place(document));
      else this.#items.delete(path);
    }
    return { before, after: paths.flatMap((path) => this.#items.get(path) ?? []) };
  }

  /** What a document says that decides where the items of others belong, and who answers for them. */
  #frameOf(document: ScopedDocument<FactsInScope> | undefined): string {
    if (!document) return '';
    const { type, holder } = document;
    const said = document.items
      .filter((item) => isHolder(item) || this.#streamIds.has(item.id))
      .map(({ id, form, type: { name }, facts }) => [id, form, name, facts.program, facts.owner]);
    return said.length === 0 ? '' : JSON.stringify([type, holder, said]);
  }

  /** Finds anew where everything belongs. */
  #frame(): void {
    const documents = [...this.#documents.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
    this.#scope = new Scope(documents, this.#rootName);
    this.#streamIds = new Set(
      documents.flatMap(({ items }) => items.flatMap((item) => (item.type.name === 'workstream' ? [item.id] : []))),
    );
    const streams = new Map<string, string | undefined>();
    for (const document of documents) {
      for (const item of document.items) {
        // Of those that share a name the first counts, whatever it is.
        if (item.type.name === 'program' || !this.#streamIds.has(item.id)) continue;
        const key = streamKey(this.#programOf(item, document), item.id);
        if (!streams.has(key)) streams.set(key, item.type.name === 'workstream' ? item.facts.owner : undefined);
      }
    }
    this.#streams = streams;
  }

  #place(document: ScopedDocument<FactsInScope>): readonly PlacedItem[] {
    return document.items.map((item): PlacedItem => {
      const { facts } = item;
      const program = this.#programOf(item, document);
      const workstream = this.#scope.workstreamOf(item, document);
      return {
        key: facts.type === 'program' ? facts.id : `${program}/${facts.id}`,
        program,
        path: document.path,
        facts,
        owner:
          facts.owner ?? (workstream === undefined ? undefined : this.#streams.get(streamKey(program, workstream))),
      };
    });
  }

  #programOf(item: FactsInScope, document: ScopedDocument<FactsInScope>): string {
    return this.#scope.programOf(item, document, () => {});
  }
}

const streamKey = (program: string, id: string): string => `${program}\n${id}`;

const isHolder = ({ type: { name } }: ScopedItem): boolean => name === 'program' || name === 'workstream';

function scoped(path: string, facts: DocumentFacts): ScopedDocument<FactsInScope> {
  const items = facts.items.map((item) => ({
    facts: item,
    type: { name: item.type },
    id: item.id,
    form: item.form,
    values: holders(item),
  }));
  return { path, type: facts.type, items, holder: holders(facts) };
}

function holders({ program, workstream }: Pick<ItemFacts, 'program' | 'workstream'>) {
  const named = (id: string | undefined) => (id === undefined ? undefined : { name: { id } });
  return { program: named(program), workstream: named(workstream) };
}
