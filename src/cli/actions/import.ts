import { existsSync, mkdirSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, extname, relative, resolve } from 'node:path';
import { countsText } from '../../core/import/report.ts';
import { atOnce } from '../../core/text/at-once.ts';
import { quoted, visible } from '../../core/text/visible.ts';
import { type ImportedPlan, type ImportPlace, importPlan } from '../../workspace/import-plan.ts';
import { type Call, EXIT, type ExitStatus } from '../command.ts';
import { Failure, reasonOf } from '../failure.ts';
import { importedJson } from '../import/imported-json.ts';
import { importedText } from '../import/imported-text.ts';
import { readIncoming } from '../import/read-incoming.ts';
import { toJson } from '../json.ts';
import { openPlan } from '../plan/open-plan.ts';
import { Place, slashed } from '../plan/place.ts';
import { configuredRootOf, gitRootOf } from '../plan/root.ts';
import { writeNew } from '../plan/write-new.ts';
import { note } from '../terminal/note.ts';
import { shellWord } from '../words.ts';
import { checkTexts } from './check-texts.ts';
import { updateFromFile } from './import-update.ts';

/** Writes a plan out of the file that a call names, into a folder that is empty or new. */
export async function importFile(call: Call): Promise<ExitStatus> {
  const { operands, option, cwd, today, shell, style } = call;
  const [file, extra] = operands;
  if (file === undefined || file === '') throw new Failure('import needs a file: milepost import plan.csv');
  if (extra !== undefined) throw new Failure(`import takes one file, not ${operands.length}`);
  checkTexts(call, ['title']);
  if (option('update') !== undefined) return updateFromFile(call, file);
  for (const name of ['match', 'fields']) {
    if (option(name) !== undefined) throw new Failure(`--${name} is for bringing a plan up to date: add --update`);
  }
  const out = option('out') ?? folderFor(file);
  const folder = resolve(cwd, out);
  const isDryRun = option('dry-run') !== undefined;
  if (!isDryRun) checkEmpty(folder, out);
  const { plan, columns } = readIncoming(call, file);
  const imported = atOnce(importPlan(plan, today, await placeOf(call, folder)));
  if (!isDryRun) write(folder, out, imported);
  const pathOf = (path: string): string => slashed(relative(cwd, resolve(folder, path)));
  if (option('format') === 'json') {
    shell.stdout.write(toJson(importedJson(imported, columns)));
  } else {
    shell.stdout.write(importedText(imported, { columns, pathOf, style }));
    if (isDryRun) {
      for (const { path, text } of imported.files) {
        shell.stdout.write(`\n${style.bold(`==> ${visible(pathOf(path))}`)}\n${visibleLines(text)}`);
      }
    }
  }
  const what = countsText(imported.counts);
  const next = `"milepost check --cwd ${shellWord(slashed(relative(cwd, folder)) || '.')}"`;
  const are = [...imported.counts.values()].reduce((sum, count) => sum + count, 0) === 1 ? 'is' : 'are';
  note(
    call,
    isDryRun ? `${what}: nothing is written` : `${what} ${are} written. Next: open the README, or type ${next}`,
  );
  return EXIT.ok;
}

/** The plan that a new folder will be part of; none where nothing above it says that it is one. */
async function placeOf(call: Call, folder: string): Promise<ImportPlace | undefined> {
  let above = folder;
  while (!existsSync(above) && dirname(above) !== above) above = dirname(above);
  const real = realpathSync.native(above);
  const root = configuredRootOf(real) ?? gitRootOf(real);
  const below = root && slashed(relative(root, resolve(real, relative(above, folder))));
  // A plan of its own needs nothing of others.
  if (!root || !below) return undefined;
  const { snapshot } = await openPlan(call, new Place(root, root));
  return { plan: snapshot.plan, folder: below };
}

/** Nothing that is there is touched, and nothing is mixed with it. */
function checkEmpty(folder: string, written: string): void {
  if (folder.split(/[\\/]/).some((part) => /^\.(?:git|vscode)$/i.test(part))) {
    throw new Failure(`${quoted(written)} is no place for a plan: name a folder outside of .git and .vscode`);
  }
  let names: readonly string[];
  try {
    names = readdirSync(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw new Failure(`${quoted(written)} cannot be written into: ${reasonOf(error)}`);
  }
  if (names.length === 0) return;
  throw new Failure(
    `${quoted(written)} is not empty: it has ${quoted(names[0] as string)}${names.length > 1 ? ` and ${names.length - 1} more` : ''}. Nothing is written over: name another folder with --out, or bring the plan in it up to date with --update`,
  );
}

function write(folder: string, written: string, { files }: ImportedPlan): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Failure(`${quoted(written)} cannot be made: ${reasonOf(error)}`);
  }
  writeNew(folder, files);
}

/** The folder of a plan that is named after its file. */
function folderFor(file: string): string {
  const name = basename(file, extname(file)).replace(/^[. ]+|[. ]+$/g, '');
  return name === '' ? 'plan' : name;
}

/** Text of several lines as a terminal may show it. */
const visibleLines = (text: string): string => text.split('\n').map(visible).join('\n');
