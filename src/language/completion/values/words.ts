import type { ItemType } from '../../../core/model/item-type.ts';
import type { Form } from '../../../core/model/kind.ts';
import { DOCUMENT_TYPES, typeNamed } from '../../../core/model/registry.ts';
import { type StatusWords, statusesOf } from '../../../core/model/status.ts';
import { withArticle } from '../../../core/text/words.ts';
import type { Candidate } from '../candidate.ts';

/** Shares that people write. */
const PERCENTAGES: Readonly<Record<string, readonly string[]>> = {
  probability: ['10%', '25%', '50%', '75%', '90%'],
  progress: ['0%', '25%', '50%', '75%', '100%'],
};

/** The words that a form takes, and the percentages where it takes any. */
export function wordCandidates({ words = [], name }: Form): Candidate[] {
  const shares = Object.hasOwn(PERCENTAGES, name) ? (PERCENTAGES[name] as readonly string[]) : [];
  return [...words, ...shares].map((value) => ({ value, plain: value, kind: 'word' }));
}

/** The types that a document can have. */
export function typeCandidates(): Candidate[] {
  return DOCUMENT_TYPES.map((value) => {
    const doc = typeNamed(value)?.doc ?? 'A document that holds items and is none: risks.md, decisions.md.';
    return { value, kind: 'type', detail: doc };
  });
}

/** The statuses of a type, open ones first, and the words that the project has for them. */
export function statusCandidates(type: ItemType, own: StatusWords): Candidate[] {
  const { open, closed, dropped } = type.statuses;
  const detail = (status: string): string => {
    if (status === open[0]) return 'where none is written';
    if (dropped.includes(status)) return 'takes it out of the plan';
    return closed.includes(status) ? `closes ${withArticle(type.name)}` : '';
  };
  return [
    ...statusesOf(type).map((value): Candidate => ({ value, kind: 'status', detail: detail(value) })),
    ...[...(own.get(type.name) ?? [])].map(
      ([value, meaning]): Candidate => ({ value, kind: 'status', detail: `means ${meaning}` }),
    ),
  ];
}

/** What stands for a value that nobody knows yet. */
export const NOT_KNOWN: Candidate = { value: 'tbd', plain: 'tbd', kind: 'word', detail: 'not known yet' };
