import type { TypeName } from '../model/registry.ts';
import type { ParsedDocument } from '../parse/document.ts';
import type { Problem } from '../parse/problem.ts';
import type { Cycle } from './cycles.ts';
import { workstreamOf } from './inherited.ts';
import type { Item } from './item.ts';
import type { Lookup } from './lookup.ts';
import type { DocumentMentions } from './mentions.ts';
import type { Outline } from './outline.ts';
import type { Particular, ParticularDocuments } from './particular.ts';
import type { People } from './people.ts';
import type { Plan, PlanInput } from './plan.ts';
import type { Relations } from './relations.ts';

/** What a plan is put together from. */
export interface PlanParts {
  readonly input: Omit<PlanInput, 'documents'>;
  /** In the order of their paths. */
  readonly documents: readonly ParsedDocument[];
  readonly items: readonly Item[];
  readonly outline: Outline;
  readonly lookup: Lookup;
  readonly people: People;
  readonly relations: Relations;
  readonly cycles: readonly Cycle[];
  readonly problems: ReadonlyMap<ParsedDocument, readonly Problem[]>;
  readonly particular: ParticularDocuments;
  /**
   * The same object as in an earlier plan where the documents say the same of their items as they did there, and only prose
   * is other: then every schedule and every view of the plan is the same as well, whatever the day.
   */
  readonly said: object;
  /** By the index of the document. */
  readonly mentions: readonly DocumentMentions[];
}

const NONE: readonly never[] = [];

/** Puts a plan together. */
export function planOf(parts: PlanParts): Plan {
  const { input, documents, items, outline, lookup, people, relations, cycles, problems, mentions } = parts;
  const itemAt = (index: number): Item => items[index] as Item;
  const byType = new Map<TypeName, readonly Item[]>();
  const closing = new Set(cycles.map((cycle) => cycle.closing));
  const programs = once(() =>
    outline.programs.map(({ id, item, items: members }) => ({
      id,
      item: item === undefined ? undefined : itemAt(item),
      items: members.map(itemAt),
    })),
  );
  return {
    config: input.configuration.config,
    configuration: input.configuration,
    hasFile: input.hasFile,
    hasFileNamed: input.hasFileNamed,
    valueFiles: input.valueFiles,
    listFiles: input.listFiles ?? (() => NONE),
    partial: input.partial,
    ...{ documents, items, lookup, people, cycles, problems, mentions, parts },
    faulty: relations.faulty,
    get programs() {
      return programs();
    },
    closesCycle: (link) => closing.has(link),
    documentsWith: (particular: Particular) =>
      parts.particular[particular].map((index) => documents[index] as ParsedDocument),
    documentAt: (path) => documents[outline.documents.get(path) ?? -1],
    itemsOf(document) {
      const index = outline.documents.get(document.path);
      if (index === undefined || documents[index] !== document) return NONE;
      return items.slice(outline.starts[index], outline.starts[index + 1]);
    },
    ofType(type) {
      let found = byType.get(type);
      if (!found) {
        found = outline.byType.get(type)?.map(itemAt) ?? NONE;
        byType.set(type, found);
      }
      return found;
    },
    workstreamOf: (item) => workstreamOf(item, lookup),
    membersOf(item) {
      const members = programs().find(({ id }) => id === item.program)?.items ?? NONE;
      return item.type.name === 'program' ? members : members.filter((member) => member.workstream === item.id);
    },
    linksTo: (item) => relations.linksTo[item.index] ?? NONE,
    linksFrom: (item) => relations.linksFrom[item.index] ?? NONE,
    referencesFrom: (item) => relations.referencesFrom[item.index] ?? NONE,
    referencesTo: (item) => relations.referencesTo[item.index] ?? NONE,
  };
}

/** A value that is made when first asked for. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
