import type { CheckedBlocks } from '../blocks/check-blocks.ts';
import type { Judged } from './collector.ts';
import type { Finding, MutedFinding } from './finding.ts';

/** What the rules say of a plan: findings in the order of their places, and those that are known. */
export interface RuleResults {
  readonly findings: readonly Finding[];
  readonly muted: readonly MutedFinding[];
  /** The same for each document, by its index: the same object as before the last change, where it still holds. */
  readonly byDocument: readonly DocumentResults[];
  /** What they are put together from, for a plan that differs in little. */
  readonly parts: ResultParts;
}

/** What the rules say of a document, in the order of their places. */
export interface DocumentResults {
  readonly findings: readonly Finding[];
  readonly muted: readonly MutedFinding[];
}

/** Findings by where they come from. */
export interface ResultParts {
  /** Of rules on a document, by its index. */
  readonly ofDocuments: readonly (readonly Judged[])[];
  /** Of rules on an item and what is near it, by its index. */
  readonly ofItems: readonly (readonly Judged[])[];
  /** Of rules on an item, what is near it and how that stands, by its index. */
  readonly ofStandings: readonly (readonly Judged[])[];
  /** Of rules that look anywhere, by the index of the document that the finding stands in. */
  readonly ofPlan: ReadonlyMap<number, readonly Judged[]>;
  /** Of rules on live blocks, likewise. */
  readonly ofBlocks: ReadonlyMap<number, readonly Judged[]>;
  /** Those that stand in no document of the plan, but in its configuration. */
  readonly beside: readonly Judged[];
  /** What is known of live blocks; of those that wait to be compared, what was found before. */
  readonly blocks: CheckedBlocks;
}

const NONE: DocumentResults = { findings: [], muted: [] };

/** Puts findings of one source in their order: by place, then by code. */
export function inOrder(judged: readonly Judged[]): DocumentResults {
  if (judged.length === 0) return NONE;
  const sorted = judged.length === 1 ? judged : judged.toSorted((a, b) => byPlace(a.finding, b.finding));
  return {
    findings: sorted.filter(({ until }) => until === undefined).map(({ finding }) => finding),
    muted: sorted.flatMap(({ finding, until }) => (until === undefined ? [] : [{ finding, until }])),
  };
}

function byPlace(a: Finding, b: Finding): number {
  return a.range.start - b.range.start || a.range.end - b.range.end || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0);
}

/** All results of a plan, in the order of paths. */
export function allOf(
  byDocument: readonly DocumentResults[],
  beside: DocumentResults,
  pathOf: (document: number) => string,
): Pick<RuleResults, 'findings' | 'muted'> {
  const findings: Finding[] = [];
  const muted: MutedFinding[] = [];
  const add = (results: DocumentResults): void => {
    for (const finding of results.findings) findings.push(finding);
    for (const finding of results.muted) muted.push(finding);
  };
  const path = beside === NONE ? undefined : beside.findings[0]?.source.path;
  let before = path !== undefined;
  for (let index = 0; index < byDocument.length; index++) {
    const results = byDocument[index] as DocumentResults;
    if (before && pathOf(index) > (path as string)) {
      add(beside);
      before = false;
    }
    if (results !== NONE) add(results);
  }
  if (before) add(beside);
  return { findings, muted };
}
