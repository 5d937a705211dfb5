import { documentOf } from '../core/fixes/documents.ts';
import { byPlace } from '../core/fixes/edit/apply.ts';
import { EditedText } from '../core/fixes/edit/edited-text.ts';
import type { Fix, TextEdit } from '../core/fixes/fix.ts';
import { keepsAllWhole } from '../core/fixes/fixes-for.ts';
import { safeFixFor } from '../core/fixes/safe-fix.ts';
import type { ParsedDocument } from '../core/parse/document.ts';
import { parseDocument } from '../core/parse/parse-document.ts';
import type { Finding } from '../core/rules/finding.ts';
import { buildSnapshot } from './build.ts';
import type { Snapshot } from './snapshot.ts';

/** A fix, and the finding that it answers, where that stood when it was applied. */
export interface AppliedFix {
  readonly finding: Finding;
  readonly fix: Fix;
}

/** A document, and what the safe fixes make of it. */
export interface FixedDocument {
  readonly path: string;
  readonly before: string;
  readonly after: string;
  /** From the one to the other: whatever none of them names stays. */
  readonly edits: readonly TextEdit[];
  /** In the order in which they were applied. */
  readonly fixed: readonly AppliedFix[];
}

/** What the safe fixes make of a plan. */
export interface FixedPlan {
  readonly documents: readonly FixedDocument[];
  /** The plan once they are applied. */
  readonly snapshot: Snapshot;
}

export interface FixAllOptions {
  /** Whether a finding is to be fixed. */
  readonly accepts: (finding: Finding) => boolean;
  /** Whether a document may be written to. */
  readonly mayWrite: (path: string) => boolean;
}

/** A fix can bring to light what another one is for. That seldom goes on for more than two rounds. */
const MOST_ROUNDS = 8;

/** How many findings are looked at before a pause is offered. */
const AT_ONCE = 50;

/**
 * Applies every fix that needs no asking, again and again until there is none left. Changes nothing but what it gives
 * back: whoever called writes. Pauses, as a generator, where a host may do something else.
 */
export function* fixAll(snapshot: Snapshot, options: FixAllOptions): Generator<void, FixedPlan> {
  const works = new Map<string, Work>();
  let now = snapshot;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const chosen = yield* choose(now, options);
    if (chosen.size === 0) break;
    const changed = new Map<string, ParsedDocument>();
    for (const [document, fixes] of chosen) {
      const { path } = document;
      const work = works.get(path) ?? { text: new EditedText(document.text), fixed: [] };
      works.set(path, work);
      work.text.apply(fixes.flatMap(({ fix }) => fix.edits));
      work.fixed.push(...fixes);
      const after = parseDocument(path, work.text.text, { ...now.plan.config, rootName: rootNameOf(now) });
      if (after) changed.set(path, after);
    }
    now = yield* again(now, changed);
  }
  const documents = [...works].sort(([a], [b]) => (a < b ? -1 : 1));
  return { documents: documents.map(([path, work]) => resultOf(path, work)), snapshot: now };
}

/** What has become of a document so far. */
interface Work {
  readonly text: EditedText;
  readonly fixed: AppliedFix[];
}

const resultOf = (path: string, { text, fixed }: Work): FixedDocument => ({
  ...{ path, fixed },
  ...{ before: text.original, after: text.text, edits: text.edits },
});

/** The safe fixes of a plan that do not get in each other's way, by document. */
function* choose(snapshot: Snapshot, options: FixAllOptions): Generator<void, Map<ParsedDocument, AppliedFix[]>> {
  const { plan, findings } = snapshot;
  const found = new Map<ParsedDocument, AppliedFix[]>();
  for (const [index, finding] of findings.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) yield;
    const document = documentOf(finding, plan);
    if (!document || !options.accepts(finding)) continue;
    const fix = safeFixFor(finding, snapshot);
    if (!fix || !options.mayWrite(document.path)) continue;
    const others = found.get(document);
    if (!others) found.set(document, [{ finding, fix }]);
    else if (others.every((other) => isApart(other.fix.edits, fix.edits))) others.push({ finding, fix });
  }
  // Each for itself is right. Where they are not together, the others have their turn once the first one is done.
  for (const [document, fixes] of found) {
    const edits = fixes.flatMap(({ fix }) => fix.edits);
    if (fixes.length > 1 && !fixes.every(({ fix }) => keepsAllWhole(edits, fix.code, plan))) {
      found.set(document, fixes.slice(0, 1));
    }
  }
  return found;
}

/** Whether no edit of some overlaps or touches one of others. */
function isApart(some: readonly TextEdit[], others: readonly TextEdit[]): boolean {
  const all = [...some, ...others].sort(byPlace);
  const isOfSome = new Set(some);
  return all.every((edit, i) => {
    const next = all[i + 1];
    return !next || isOfSome.has(edit) === isOfSome.has(next) || edit.range.end < next.range.start;
  });
}

/** The plan with other documents in the place of some. */
function* again(snapshot: Snapshot, changed: ReadonlyMap<string, ParsedDocument>): Generator<void, Snapshot> {
  const { plan, revision, complete, today, touched } = snapshot;
  const documents = plan.documents.map((document) => changed.get(document.path) ?? document);
  return yield* buildSnapshot({ ...plan.parts.input, documents, revision, complete, today, touched }, snapshot);
}

const rootNameOf = ({ plan }: Snapshot): string => plan.parts.input.rootName;
