import type { Configuration } from '../core/config/configuration.ts';
import type { PlanCommit } from '../core/history/commit.ts';
import type { DocumentFacts } from '../core/history/facts.ts';
import type { HistoryStep } from '../core/history/follow-items.ts';
import type { SideStep } from '../core/history/side-steps.ts';
import type { FactsByBlob, ReadingKey } from './facts-by-blob.ts';
import { isSettings } from './markdown-paths.ts';
import type { PlanFilesAt } from './plan-files-at.ts';
import type { PlanWalk, WalkedCommit } from './plan-walk.ts';

/** A commit of the branch that is looked at, and what it did to the documents of the plan. */
export interface PlanStep {
  readonly commit: WalkedCommit;
  readonly changes: ReadonlyMap<string, ReadingKey | undefined>;
  /** Of a merge, the commits that it brought, newest first. */
  readonly sides: readonly PlanSide[];
  /** What the plan was read with. */
  readonly configuration: Configuration;
}

interface PlanSide {
  readonly commit: WalkedCommit;
  readonly before: ReadonlyMap<string, ReadingKey>;
  readonly after: ReadonlyMap<string, ReadingKey>;
}

/**
 * The way of a plan along the first parents, oldest first: what the branch itself has been like. What came by merges
 * is told beside.
 */
export async function planSteps({ commits }: PlanWalk, files: PlanFilesAt): Promise<readonly PlanStep[]> {
  const known = new Map(commits.map((commit, index) => [commit.hash, { commit, index }]));
  const line: WalkedCommit[] = [];
  for (let at = commits[0]; at; at = known.get(at.parents[0] ?? '')?.commit) line.push(at);
  const told = new Set(line.map(({ hash }) => hash));
  const steps: PlanStep[] = [];
  for (const commit of line.reverse()) {
    const changes = await files.change(commit.changes);
    const brought = commit.parents.slice(1).flatMap((parent) => notTold(parent, known, told));
    // A merge that changes nothing need not say who did.
    if (changes.size === 0) continue;
    brought.sort((a, b) => a.index - b.index);
    steps.push({
      commit,
      changes,
      sides: brought.map(({ commit }) => sideOf(commit, files)),
      configuration: files.configuration,
    });
  }
  return steps;
}

interface Known {
  readonly commit: WalkedCommit;
  /** Its place, newest first. */
  readonly index: number;
}

/** The commits that lead to one and have not been told of; from then on they have. */
function notTold(hash: string, known: ReadonlyMap<string, Known>, told: Set<string>): Known[] {
  const found: Known[] = [];
  const waiting = [hash];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const one = known.get(at);
    if (!one || told.has(at)) continue;
    told.add(at);
    found.push(one);
    waiting.push(...one.commit.parents);
  }
  return found;
}

/** On the side, what is read is settled as where it came to: it only tells who wrote what came from there. */
function sideOf(commit: WalkedCommit, files: PlanFilesAt): PlanSide {
  const before = new Map<string, ReadingKey>();
  const after = new Map<string, ReadingKey>();
  for (const change of commit.changes) {
    if (isSettings(change.path)) continue;
    const was = files.keyOf(change.path, change.before);
    const is = files.keyOf(change.path, change.after);
    if (was !== undefined) before.set(change.path, was);
    if (is !== undefined) after.set(change.path, is);
  }
  return { commit, before, after };
}

/** The same with what the documents say, in place of their names. */
export function withFacts({ commit, changes, sides }: PlanStep, facts: FactsByBlob): HistoryStep {
  return {
    commit: planCommit(commit),
    changes: new Map(
      [...changes].map(([path, key]) => [path, key === undefined ? undefined : (facts.get(key) ?? undefined)]),
    ),
    sides: sides.map(
      (side): SideStep => ({
        commit: planCommit(side.commit),
        isMerge: side.commit.parents.length > 1,
        before: documentsOf(side.before, facts),
        after: documentsOf(side.after, facts),
      }),
    ),
  };
}

/** A commit as it is told of, without what it changed. */
export const planCommit = ({ hash, author, authored, committed, subject }: PlanCommit): PlanCommit => ({
  hash,
  author,
  authored,
  committed,
  subject,
});

function documentsOf(keys: ReadonlyMap<string, ReadingKey>, facts: FactsByBlob): ReadonlyMap<string, DocumentFacts> {
  const documents = new Map<string, DocumentFacts>();
  for (const [path, key] of keys) {
    const document = facts.get(key);
    if (document) documents.set(path, document);
  }
  return documents;
}
