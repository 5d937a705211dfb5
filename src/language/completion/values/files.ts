import { relativePath } from '../../../core/text/relative-path.ts';
import type { Candidate } from '../candidate.ts';
import type { CompletionRequest } from '../request.ts';

/** The files that a metric can have its values in, as the document names them, those nearest to it first. */
export const valueFileCandidates = ({ plan, path }: CompletionRequest): readonly Candidate[] =>
  fileCandidates(plan.valueFiles?.paths ?? [], path);

/** Nobody looks through more of them; who has typed a part of a path has fewer. */
const MOST_PAPERS = 100;

/**
 * The files that can be handed in for a review: those that are no items of the plan, and once somebody writes a path all
 * of them.
 */
export function paperCandidates(typed: string, { plan, path }: CompletionRequest): readonly Candidate[] {
  const all = /[./]/.test(typed);
  const paths = plan.listFiles().filter((file) => file !== path && (all || !plan.documentAt(file)));
  const candidates = fileCandidates(paths, path);
  const letters = typed.toLowerCase();
  return candidates.filter(({ value }) => value.toLowerCase().includes(letters)).slice(0, MOST_PAPERS);
}

const fileCandidates = (paths: readonly string[], from: string): readonly Candidate[] =>
  paths
    .map((path) => relativePath(from, path).replace(/[%#?]/g, encodeURIComponent))
    .sort((a, b) => steps(a) - steps(b) || (a < b ? -1 : 1))
    .map((value) => ({ value, kind: 'word' }));

const steps = (path: string): number => path.split('/').length;
