import type { ParsedDocument } from '../parse/document.ts';
import type { Item } from './item.ts';
import type { Plan } from './plan.ts';

const known = new WeakMap<Plan, Map<ParsedDocument, readonly Section[]>>();

interface Section {
  readonly start: number;
  readonly end: number;
  readonly item: Item;
}

/** Finds the item in whose prose a place of a document lies. The sections of a document do not overlap. */
export class ProseIndex {
  readonly #sections: readonly Section[];

  constructor(document: ParsedDocument, plan: Plan) {
    const ofPlan = known.get(plan) ?? new Map<ParsedDocument, readonly Section[]>();
    known.set(plan, ofPlan);
    this.#sections = ofPlan.get(document) ?? sectionsOf(document, plan);
    ofPlan.set(document, this.#sections);
  }

  /** Undefined where the text belongs to no item: in a register, beside the sections of its entries. */
  itemAt(offset: number): Item | undefined {
    let low = 0;
    let high = this.#sections.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sections[middle] as Section).start <= offset) low = middle + 1;
      else high = middle;
    }
    const section = this.#sections[low - 1];
    return section && offset < section.end ? section.item : undefined;
  }
}

function sectionsOf(document: ParsedDocument, plan: Plan): Section[] {
  return plan
    .itemsOf(document)
    .flatMap((item) => item.parsed.prose.map(({ start, end }) => ({ start, end, item })))
    .sort((a, b) => a.start - b.start);
}
