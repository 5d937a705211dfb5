import type { IncomingItem, IncomingType } from '../../core/import/incoming.ts';
import { matchItems } from '../../core/import/update/match-items.ts';
import { fieldTrouble, type PlanUpdate, updatePlan } from '../../core/import/update/update-plan.ts';
import type { Item } from '../../core/plan/item.ts';
import { quoted } from '../../core/text/visible.ts';
import { type Call, EXIT, type ExitStatus } from '../command.ts';
import { Failure } from '../failure.ts';
import { patchOf } from '../fixes/patch.ts';
import { shownPatch } from '../fixes/shown-patch.ts';
import { readRowsFor } from '../import/read-incoming.ts';
import { updatedJson } from '../import/updated-json.ts';
import { updatedSummary, updatedText } from '../import/updated-text.ts';
import { toJson } from '../json.ts';
import { failIfUnreadable, openPlan } from '../plan/open-plan.ts';
import type { Place } from '../plan/place.ts';
import { writeAll } from '../plan/write-all.ts';
import { isWritten } from '../plan/write-changed.ts';
import { note } from '../terminal/note.ts';
import { PLAIN } from '../terminal/style.ts';

/** Brings the plan around the folder of a call up to date with a file of another tool, or shows what that would do. */
export async function updateFromFile(call: Call, file: string): Promise<ExitStatus> {
  const { shell, style, option } = call;
  const { match, fields } = wantedOf(call);
  const opened = await openPlan(call);
  // What could not be read may hold an item of the same name.
  failIfUnreadable(opened);
  const { place, snapshot } = opened;
  const { plan } = snapshot;
  const rows = readRowsFor(call, file, [...fields, match.split('.', 1)[0] as string], (some) =>
    typesOf(matchItems(some, plan.items, match).pairs),
  );
  const found = updatePlan(plan, matchItems(rows.items, plan.items, match), fields);
  const update = { ...found, remarks: [...remarksOn(rows.remarks, found), ...found.remarks] };
  const isDryRun = option('dry-run') !== undefined;
  if (!isDryRun) write(place, update);
  if (option('format') === 'json') shell.stdout.write(toJson(updatedJson(update, match)));
  else if (isDryRun) {
    const patch = update.documents.map((document) => patchOf(document, place)).join('');
    shell.stdout.write(shownPatch(patch, shell.stdout, style));
    // A diff is for another program, which would read on.
    shell.stderr.write(updatedText({ ...update, changes: [] }, { match, place, style: PLAIN }));
  } else shell.stdout.write(updatedText(update, { match, place, style }));
  note(call, updatedSummary(update, isDryRun));
  // Whoever does this each week hears of it: most likely the name of the field is wrong.
  const isInVain = rows.items.length > 0 && update.rowsWithout.length === rows.items.length;
  return isInVain ? EXIT.findings : EXIT.ok;
}

function wantedOf({ option }: Call): { readonly match: string; readonly fields: readonly string[] } {
  if (option('out') !== undefined) throw new Failure('--update writes into the plan that is there: leave out --out');
  const match = option('match')?.trim();
  const fields = [
    ...new Set(
      (option('fields') ?? '')
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ),
  ];
  if (!match) throw new Failure('--update needs to know which row is which item: --match id, or --match links.jira');
  if (fields.length === 0) throw new Failure('--update needs to know what to change: --fields status,expected,owner');
  for (const name of fields) {
    const trouble = fieldTrouble(name);
    if (trouble !== undefined) throw new Failure(`--fields: ${trouble}`);
  }
  return { match, fields };
}

const typesOf = (pairs: readonly (readonly [IncomingItem, Item])[]): ReadonlyMap<string, IncomingType> =>
  new Map(pairs.map(([row, item]) => [row.place, item.type.name as IncomingType]));

/** What reading the rows had to say of those that are about items. */
function remarksOn(remarks: PlanUpdate['remarks'], { rowsWithout }: PlanUpdate): PlanUpdate['remarks'] {
  const others = new Set(rowsWithout.map(({ place }) => place));
  return remarks.filter(({ place }) => place === undefined || !others.has(place));
}

/** All of it is written, or nothing is. */
function write({ root }: Place, { documents }: PlanUpdate): void {
  const notUtf8 = documents.find(({ path, before }) => !isWritten(root, path, before));
  if (notUtf8) throw new Failure(`${quoted(notUtf8.path)} is not UTF-8, or has just changed: nothing is written`);
  const { failed, outdated } = writeAll(root, documents);
  if (failed[0]) throw failed[0].failure;
  if (outdated[0])
    throw new Failure(`${quoted(outdated[0].path)} has changed meanwhile, and is left as it is: run this again`);
}
