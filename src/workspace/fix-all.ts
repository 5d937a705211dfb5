import { documentOf } from '../core/fixes/documents.ts';
import { applyEdits } from '../core/fixes/edit/apply.ts';
import { EditedText } from '../core/fixes/edit/edited-text.ts';
import type { Fix, TextEdit } from '../core/fixes/fix.ts';
import { readAgain } from '../core/fixes/read-again.ts';
import { areRightTogether, safeFixFor } from '../core/fixes/safe-fix.ts';
import type { ParsedDocument } from '../core/parse/document.ts';
import type { parseDocument } from '../core/parse/parse-document.ts';
import type { Plan } from '../core/plan/plan.ts';
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
  /** Reads a text; for who wants to know how often. */
  readonly parse?: typeof parseDocument;
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
    for (const [document, proposed] of chosen) {
      const { path } = document;
      const work = works.get(path) ?? new Work(document.text);
      const { fixes, after } = yield* holding({ document, plan: now.plan, work, parse: options.parse }, proposed);
      if (!after) continue;
      works.set(path, work);
      work.text.apply(fixes.flatMap(({ fix }) => fix.edits));
      work.fixed.push(...fixes);
      changed.set(path, after);
    }
    if (changed.size === 0) break;
    now = yield* again(now, changed);
  }
  const documents = [...works].sort(([a], [b]) => (a < b ? -1 : 1));
  return { documents: documents.map(([path, work]) => resultOf(path, work)), snapshot: now };
}

/** What has become of a document so far. */
class Work {
  readonly text: EditedText;
  readonly fixed: AppliedFix[] = [];
  /** How often some of its fixes were tried together in vain. */
  vain = 0;

  constructor(text: string) {
    this.text = new EditedText(text);
  }
}

const resultOf = (path: string, { text, fixed }: Work): FixedDocument => ({
  ...{ path, fixed },
  ...{ before: text.original, after: text.text, edits: text.edits },
});

/** The safe fixes of a plan that do not get in each other's way, by document, in the order of their places. */
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
    if (others) others.push({ finding, fix });
    else found.set(document, [{ finding, fix }]);
  }
  for (const [document, fixes] of found) found.set(document, apart(fixes));
  return found;
}

/** Of some fixes of one document those that neither overlap nor touch: what is left has its turn in the next round. */
function apart(fixes: readonly AppliedFix[]): AppliedFix[] {
  const placed = fixes.map((one) => ({
    one,
    start: Math.min(...one.fix.edits.map(({ range }) => range.start)),
    end: Math.max(...one.fix.edits.map(({ range }) => range.end)),
  }));
  let end = -1;
  return placed
    .sort((a, b) => a.start - b.start)
    .filter((place) => {
      const isFree = place.start > end;
      if (isFree) end = place.end;
      return isFree;
    })
    .map(({ one }) => one);
}

/** Fixes that are right together, and what they make of their document; none where there are none. */
interface Held {
  readonly fixes: readonly AppliedFix[];
  readonly after: ParsedDocument | undefined;
}

interface Trial {
  readonly document: ParsedDocument;
  readonly plan: Plan;
  readonly work: Work;
  readonly parse: FixAllOptions['parse'];
}

/** How often fixes of one document are tried together in vain before the others are left to a person. */
const MOST_IN_VAIN = 50;

/**
 * As many of some fixes as are right together, with those that are held already. All are tried at once, so that the
 * document is read once where nothing is in the way; else each half by itself. Pauses each time it was read.
 */
function* holding(
  trial: Trial,
  fixes: readonly AppliedFix[],
  held: Held = { fixes: [], after: undefined },
): Generator<void, Held> {
  const { document, plan, work, parse } = trial;
  if (fixes.length === 0 || work.vain >= MOST_IN_VAIN) return held;
  const all = [...held.fixes, ...fixes];
  const text = applyEdits(
    document.text,
    all.flatMap(({ fix }) => fix.edits),
  );
  const after = readAgain(document.path, text, plan, parse);
  yield;
  const isRight = areRightTogether(
    document,
    after,
    all.map(({ fix }) => fix),
  );
  if (isRight) return { fixes: all, after };
  work.vain++;
  if (fixes.length === 1) return held;
  const middle = fixes.length >> 1;
  const first = yield* holding(trial, fixes.slice(0, middle), held);
  return yield* holding(trial, fixes.slice(middle), first);
}

/** The plan with other documents in the place of some. */
function* again(snapshot: Snapshot, changed: ReadonlyMap<string, ParsedDocument>): Generator<void, Snapshot> {
  const { plan, revision, complete, today, touched, baseline } = snapshot;
  const documents = plan.documents.map((document) => changed.get(document.path) ?? document);
  return yield* buildSnapshot(
    { ...plan.parts.input, documents, revision, complete, today, touched, baseline },
    snapshot,
  );
}
