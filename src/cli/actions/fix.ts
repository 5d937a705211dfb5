import type { Finding } from '../../core/rules/finding.ts';
import { RULE_CODES } from '../../core/rules/registry.ts';
import { nearest } from '../../core/text/nearest.ts';
import { quoted, visible } from '../../core/text/visible.ts';
import { type FixedDocument, type FixedPlan, fixAll } from '../../workspace/fix-all.ts';
import { type Call, EXIT, type ExitStatus } from '../command.ts';
import { Failure } from '../failure.ts';
import { accountOf } from '../fixes/account.ts';
import { fixedJson } from '../fixes/fixed-json.ts';
import { fixedSummary, fixedText } from '../fixes/fixed-text.ts';
import { leftIn } from '../fixes/left.ts';
import { mergedDocuments } from '../fixes/merged.ts';
import { patchOf } from '../fixes/patch.ts';
import type { FixReport, Unwritten } from '../fixes/report.ts';
import { shownPatch } from '../fixes/shown-patch.ts';
import { toJson } from '../json.ts';
import { namedPaths } from '../plan/named-paths.ts';
import { failIfUnreadable, openPlanWithHistory } from '../plan/open-plan.ts';
import { Place } from '../plan/place.ts';
import { sayNoPlan } from '../plan/say-no-plan.ts';
import { writeAll } from '../plan/write-all.ts';
import { isWritten } from '../plan/write-changed.ts';
import { note } from '../terminal/note.ts';

/** How often a plan is read again that changes while it is fixed. */
const MOST_READINGS = 3;

/** Applies the safe fixes to the plan of the paths that a call names, or around its folder; or shows what they would do. */
export async function fixPlan(call: Call): Promise<ExitStatus> {
  const place = Place.around(call.cwd, call.operands);
  const wanted = new Wanted(call, place);
  const isDryRun = call.option('dry-run') !== undefined;
  const { first, found, fixed, failed } = isDryRun
    ? { ...(await wouldFix(call, place, wanted)), failed: [] }
    : await fixFiles(call, place, wanted);
  const unwritten = [
    ...failed,
    ...[...wanted.notUtf8].map((path) => ({ path, reason: `${quoted(path)} is not UTF-8` })),
  ];
  const lost = new Set(failed.map(({ path }) => path));
  // What stands in a file that was not written is not where the plan has it.
  const left = leftIn(found.snapshot, (finding) => wanted.accepts(finding) && !lost.has(finding.source.path));
  await sayNoPlan(call, { place, snapshot: found.snapshot });
  const documents = mergedDocuments(fixed);
  const counts = {
    fixed: documents.flatMap((document) => document.fixed.map(({ finding }) => finding)),
    choices: left.length,
  };
  const accepted = (findings: readonly Finding[]): readonly Finding[] => findings.filter(wanted.accepts);
  const account =
    unwritten.length > 0 ? undefined : accountOf(accepted(first), accepted(found.snapshot.findings), counts);
  print(call, place, { fixed: documents, left, unwritten, account, isDryRun });
  if (failed[0]) throw new Failure(failed[0].reason);
  const [notUtf8] = wanted.notUtf8;
  if (notUtf8 === undefined) return EXIT.ok;
  const more = wanted.notUtf8.size === 1 ? '' : ` (and ${wanted.notUtf8.size - 1} more)`;
  throw new Failure(`${visible(place.fromHere(notUtf8))}${more} is left as it was: it is not UTF-8`);
}

/** What was fixed, and what was not, with the reasons. */
interface Fixed {
  /** What was found before anything was fixed. */
  readonly first: readonly Finding[];
  readonly found: FixedPlan;
  readonly fixed: readonly FixedDocument[];
  readonly failed: readonly Unwritten[];
}

async function wouldFix(call: Call, place: Place, wanted: Wanted): Promise<Omit<Fixed, 'failed'>> {
  const { first, ...found } = await findFixes(call, place, wanted);
  return { first, found, fixed: found.documents };
}

/** Writes what the fixes make of files; reads the plan again where somebody was faster. */
async function fixFiles(call: Call, place: Place, wanted: Wanted): Promise<Fixed> {
  const fixed: FixedDocument[] = [];
  const { first, ...earliest } = await findFixes(call, place, wanted);
  let found: FixedPlan = earliest;
  for (let reading = 1; ; reading++) {
    const { written, outdated, failed } = writeAll(place.root, found.documents);
    fixed.push(...written);
    if (failed.length > 0 || outdated.length === 0 || reading === MOST_READINGS) {
      return { first, found, fixed, failed: [...failed.map(unwritten), ...outdated.map(alwaysOutdated)] };
    }
    try {
      found = await findFixes(call, place, wanted);
    } catch (error) {
      // What was written by then is told all the same.
      if (!(error instanceof Failure)) throw error;
      return { first, found, fixed, failed: outdated.map(({ path }) => ({ path, reason: error.message })) };
    }
  }
}

const unwritten = ({ change, failure }: { change: FixedDocument; failure: Failure }): Unwritten => ({
  path: change.path,
  reason: failure.message,
});

const alwaysOutdated = ({ path }: FixedDocument): Unwritten => ({
  path,
  reason: `${quoted(path)} is changed by others all the while: try again when it is at rest`,
});

/** What a call wants to be fixed. */
class Wanted {
  /** Files that would have been fixed, were they UTF-8. */
  readonly notUtf8 = new Set<string>();
  readonly #isNamed: (path: string) => boolean;
  readonly #codes: ReadonlySet<string> | undefined;

  constructor(call: Call, place: Place) {
    this.#isNamed = namedPaths(call, place);
    this.#codes = codesOf(call);
  }

  /** Whether a finding is of one of the rules, and in one of the files or folders, that the call names. */
  readonly accepts = ({ code, source: { path } }: { code: string; source: { path: string } }): boolean =>
    (this.#codes?.has(code) ?? true) && this.#isNamed(path);
}

/** What the safe fixes make of the documents of a plan, as they are on the disk now. */
async function findFixes(
  call: Call,
  place: Place,
  { accepts, notUtf8 }: Wanted,
): Promise<FixedPlan & Pick<Fixed, 'first'>> {
  const opened = await openPlanWithHistory(call, place);
  // What could not be read may hold what seems to be misspelt.
  failIfUnreadable(opened);
  const { snapshot } = opened;
  const known = new Map<string, boolean>();
  const mayWrite = (path: string): boolean => {
    let may = known.get(path);
    if (may === undefined) {
      may = isWritten(place.root, path, snapshot.plan.documentAt(path)?.text ?? '');
      if (!may) notUtf8.add(path);
      known.set(path, may);
    }
    return may;
  };
  const steps = fixAll(snapshot, { accepts, mayWrite });
  for (;;) {
    const step = steps.next();
    if (step.done) return { ...step.value, first: snapshot.findings };
  }
}

/** The rules that `--rule` names; all, where it is not there. */
function codesOf({ option }: Call): ReadonlySet<string> | undefined {
  const written = option('rule');
  if (written === undefined) return undefined;
  const codes = written.split(',').map((code) => code.trim());
  for (const code of codes) {
    if (RULE_CODES.includes(code)) continue;
    const near = nearest(code, RULE_CODES);
    throw new Failure(`there is no rule ${quoted(code)}: ${near ? `did you mean ${near}?` : 'docs/rules lists them'}`);
  }
  return new Set(codes);
}

function print(call: Call, place: Place, report: FixReport): void {
  const { shell, style, today } = call;
  const { fixed, isDryRun } = report;
  if (call.option('format') === 'json') {
    shell.stdout.write(toJson(fixedJson(report, { place, today })));
  } else if (isDryRun) {
    const patch = fixed.map((document) => patchOf(document, place)).join('');
    shell.stdout.write(shownPatch(patch, shell.stdout, style));
    note(call, `${fixedSummary(report)}: nothing is written`);
  } else {
    shell.stdout.write(fixedText(report, { place, style }));
  }
}
