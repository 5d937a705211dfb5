import { existsSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { recordConfig, recordEntry, recordLine } from '../../core/scaffold/decision-records.ts';
import { firstPlan } from '../../core/scaffold/first-plan.ts';
import { quoted } from '../../core/text/visible.ts';
import { type Call, EXIT, type ExitStatus } from '../command.ts';
import { Failure, reasonOf } from '../failure.ts';
import { openPlan } from '../plan/open-plan.ts';
import { Place, slashed } from '../plan/place.ts';
import { writeNew } from '../plan/write-new.ts';
import { note } from '../terminal/note.ts';
import { shellWord } from '../words.ts';
import { checkTexts } from './check-texts.ts';
import { printCreated } from './print-created.ts';

/** Writes a first plan into the folder of a call, or the one it names. */
export async function createPlan(call: Call): Promise<ExitStatus> {
  const { operands, option, cwd, today } = call;
  const adr = option('adr');
  if (operands.length > 1) throw new Failure(`init takes one folder, not ${operands.length}`);
  if (operands[0] === '') throw new Failure('an empty text is no folder: leave it out, or write "."');
  const folder = resolve(cwd, operands[0] ?? '.');
  // Neither git's own folder nor the editor's is a place for a plan, however it is reached.
  if (folder.split(/[\\/]/).some((part) => /^\.(?:git|vscode)$/i.test(part))) {
    throw new Failure(
      `${quoted(operands[0] ?? folder)} is no place for a plan: name a folder outside of .git and .vscode`,
    );
  }
  if (adr !== undefined) return readDecisionRecords(call, folder, adr);
  const title = option('title') ?? titleOf(folder);
  checkTexts(call, ['title', 'owner']);
  const files = firstPlan({ title, owner: option('owner'), today });
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Failure(`${quoted(folder)} cannot be made: ${reasonOf(error)}`);
  }
  const taken = operands[0] === undefined && files.find(({ path }) => existsSync(join(folder, path)));
  if (taken) {
    throw new Failure(
      `${quoted(taken.path)} exists already, and stays as it is: name a new folder, "milepost init plan"`,
    );
  }
  writeNew(folder, files);
  printCreated(
    call,
    files.map(({ path }) => slashed(relative(cwd, resolve(folder, path)))),
    { files: files.map(({ path }) => path) },
  );
  note(call, `a first plan is written. Next: open these files, or type "milepost check${there(cwd, folder)}"`);
  return EXIT.ok;
}

/** Writes a `milepost.yaml` into a folder that has the decision records in another one, below it, read as decisions. */
async function readDecisionRecords(call: Call, folder: string, adr: string): Promise<ExitStatus> {
  const { cwd, option } = call;
  if (option('title') !== undefined || option('owner') !== undefined) {
    throw new Failure('--adr takes neither --title nor --owner: records are read as they are');
  }
  const records = resolve(cwd, adr);
  if (!statSync(records, { throwIfNoEntry: false })?.isDirectory()) {
    throw new Failure(`${quoted(adr)} is no folder: name the one that the decision records are in, such as docs/adr`);
  }
  const path = slashed(relative(folder, records));
  if (path === '' || /^\.\.(?:\/|$)/.test(path)) {
    throw new Failure(`${quoted(adr)} does not lie below ${quoted(folder)}, where milepost.yaml would be written`);
  }
  if (path.split('/').some((part) => part.startsWith('.'))) {
    throw new Failure(`${quoted(adr)} is hidden by the dot before its name, and no plan looks into hidden folders`);
  }
  const file = recordConfig([path]);
  if (existsSync(join(folder, file.path))) {
    const hasAdapters = /^adapters[ \t]*:/m.test(readFileSync(join(folder, file.path), 'utf8'));
    const what = hasAdapters ? `to its list of adapters ${recordEntry([path])}` : `to it ${recordLine([path])}`;
    throw new Failure(`${quoted(file.path)} exists already, and stays as it is: add ${what}`);
  }
  writeNew(folder, [file]);
  printCreated(call, [slashed(relative(cwd, join(folder, file.path)))], { files: [file.path] });
  const count = await countOfRecords(call, folder, path);
  if (count === 0) {
    note(
      call,
      `no decision record in ${quoted(adr)} is read: it holds no Markdown, is ignored by git, or is of a plan of its own`,
    );
  } else {
    const are = count === 1 ? '1 record is a decision' : `${count} records are decisions`;
    note(call, `${are} of the plan now. Next: type "milepost list decisions${there(cwd, folder)}"`);
  }
  return EXIT.ok;
}

/** How many records of a folder the plan reads, as its new configuration says. */
async function countOfRecords(call: Call, folder: string, path: string): Promise<number> {
  const { snapshot } = await openPlan(call, new Place(folder));
  return snapshot.plan.documents.filter((one) => one.convention && one.path.startsWith(`${path}/`)).length;
}

/** What to add to a command for a plan in another folder. */
function there(cwd: string, folder: string): string {
  if (folder === cwd) return '';
  const path = slashed(relative(cwd, folder));
  return ` --cwd ${shellWord(path)}`;
}

/** The name of a folder as a title: `ledger-export` is `Ledger export`. */
function titleOf(folder: string): string {
  const words = basename(folder)
    .replace(/[\s._-]+/g, ' ')
    .trim();
  return words === '' ? 'My program' : words.charAt(0).toUpperCase() + words.slice(1);
}
