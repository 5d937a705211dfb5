import { type SyncedDocument, syncPlan } from '../../core/blocks/sync-plan.ts';
import { atOnce } from '../../core/text/at-once.ts';
import { quoted, visible } from '../../core/text/visible.ts';
import { syncedJson } from '../blocks/synced-json.ts';
import { behindText, syncedSummary, syncedText } from '../blocks/synced-text.ts';
import { type Call, EXIT, type ExitStatus } from '../command.ts';
import { Failure } from '../failure.ts';
import { patchOf } from '../fixes/patch.ts';
import { shownPatch } from '../fixes/shown-patch.ts';
import { toJson } from '../json.ts';
import { namedPaths } from '../plan/named-paths.ts';
import { failIfUnreadable, openPlan } from '../plan/open-plan.ts';
import { Place } from '../plan/place.ts';
import { writeAll } from '../plan/write-all.ts';
import { isWritten } from '../plan/write-changed.ts';
import { reportsBehind } from '../report/reports-behind.ts';
import { note } from '../terminal/note.ts';
import { count } from '../words.ts';

/** How often a plan is read again that changes while it is written to. */
const MOST_READINGS = 3;

/** Brings the live blocks of the paths that a call names up to date; or shows what would change, or what is outdated. */
export async function syncBlocks(call: Call): Promise<ExitStatus> {
  const place = Place.around(call.cwd, call.operands);
  const isNamed = namedPaths(call, place);
  const isCheck = call.option('check') !== undefined;
  const isDryRun = call.option('dry-run') !== undefined;
  const written = new Map<string, SyncedDocument>();
  const notUtf8 = new Set<string>();
  const unwritten = new Map<string, Failure>();
  let found: readonly SyncedDocument[];
  for (let reading = 1; ; reading++) {
    found = await synced(call, place, isNamed);
    if (isCheck || isDryRun) break;
    for (const { path, before, after } of found) {
      if (before !== after && reading === 1 && !isWritten(place.root, path, before)) notUtf8.add(path);
    }
    const outcome = writeAll(
      place.root,
      found.filter(({ path, before, after }) => before !== after && !notUtf8.has(path)),
    );
    for (const document of outcome.written) written.set(document.path, document);
    for (const { change, failure } of outcome.failed) unwritten.set(change.path, failure);
    const [missed] = outcome.outdated;
    if (!missed || unwritten.size > 0) break;
    // Somebody was faster: what they wrote is read first.
    if (reading === MOST_READINGS)
      unwritten.set(
        missed.path,
        new Failure(`${quoted(missed.path)} is changed by others all the while: try again when it is at rest`),
      );
    if (unwritten.size > 0) break;
  }
  // What an earlier reading wrote is up to date in a later one, and yet it was this call that wrote it.
  const documents = found
    .filter(({ path }) => !unwritten.has(path))
    .map((document) => written.get(document.path) ?? document);
  const behind = await reportsBehind(call, place, documents);
  print(call, place, documents, { isCheck, isDryRun, behind });
  const [failure] = unwritten.values();
  if (failure) {
    const more = unwritten.size > 1 ? `; ${count(unwritten.size - 1, 'more file')} left as before` : '';
    throw new Failure(`${failure.message}${more}`);
  }
  const [first] = notUtf8;
  if (first !== undefined) throw new Failure(`${visible(place.fromHere(first))} is left as it was: it is not UTF-8`);
  const blocks = documents.flatMap((document) => document.blocks);
  if (blocks.some(({ outcome }) => outcome === 'invalid')) return EXIT.findings;
  return isCheck && blocks.some(({ trouble }) => trouble) ? EXIT.findings : EXIT.ok;
}

/** What is to become of the documents of a plan, as they are on the disk now. */
async function synced(
  call: Call,
  place: Place,
  isNamed: (path: string) => boolean,
): Promise<readonly SyncedDocument[]> {
  const opened = await openPlan(call, place);
  // A block that leaves out what could not be read would be wrong.
  failIfUnreadable(opened);
  return atOnce(syncPlan(opened.snapshot, isNamed));
}

function print(
  call: Call,
  place: Place,
  documents: readonly SyncedDocument[],
  {
    isCheck,
    isDryRun,
    behind,
  }: { readonly isCheck: boolean; readonly isDryRun: boolean; readonly behind: ReadonlySet<string> },
): void {
  const { shell, style, today } = call;
  if (call.option('format') === 'json') {
    shell.stdout.write(
      toJson(syncedJson(documents, { place, today, written: !isCheck && !isDryRun, isDryRun, behind })),
    );
  } else if (isDryRun && !isCheck) {
    const patch = documents.filter(({ before, after }) => before !== after).map((document) => patchOf(document, place));
    shell.stdout.write(shownPatch(patch.join(''), shell.stdout, style));
    note(call, `${syncedSummary(documents, false)}: nothing is written`);
    for (const path of behind) note(call, `${place.fromHere(path)}: ${behindText(path, place)}`);
  } else {
    shell.stdout.write(syncedText(documents, { place, style, isCheck, behind }));
  }
}
