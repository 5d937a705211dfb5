import { mkdirSync } from 'node:fs';
import { basename, relative, resolve } from 'node:path';
import { firstPlan } from '../../core/scaffold/first-plan.ts';
import { quoted } from '../../core/text/visible.ts';
import { type Call, EXIT, type ExitStatus } from '../command.ts';
import { Failure, reasonOf } from '../failure.ts';
import { slashed } from '../plan/place.ts';
import { writeNew } from '../plan/write-new.ts';
import { note } from '../terminal/note.ts';
import { shellWord } from '../words.ts';
import { checkTexts } from './check-texts.ts';
import { printCreated } from './print-created.ts';

/** Writes a first plan into the folder of a call, or the one it names. */
export async function createPlan(call: Call): Promise<ExitStatus> {
  const { operands, option, cwd, today } = call;
  if (operands.length > 1) throw new Failure(`init takes one folder, not ${operands.length}`);
  if (operands[0] === '') throw new Failure('an empty text is no folder: leave it out, or write "."');
  const folder = resolve(cwd, operands[0] ?? '.');
  // Neither git's own folder nor the editor's is a place for a plan, however it is reached.
  if (folder.split(/[\\/]/).some((part) => /^\.(?:git|vscode)$/i.test(part))) {
    throw new Failure(
      `${quoted(operands[0] ?? folder)} is no place for a plan: name a folder outside of .git and .vscode`,
    );
  }
  const title = option('title') ?? titleOf(folder);
  checkTexts(call, ['title', 'owner']);
  const files = firstPlan({ title, owner: option('owner'), today });
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    throw new Failure(`${quoted(folder)} cannot be made: ${reasonOf(error)}`);
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
