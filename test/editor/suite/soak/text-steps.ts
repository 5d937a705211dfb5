import * as vscode from 'vscode';
import { dayFrom } from '../../../../src/core/model/values/day.ts';
import type { Drawing, Step } from './step.ts';
import { filePaths, textOf, typeInto, unsaved, writeOnDisk } from './texts.ts';

/** How many files an edit may choose from: among two hundred it would seldom meet the same twice. */
const AT_HAND = 8;

/** Of edits that go to the next day, the settings' steps take the place. */
const ANY_DAY = dayFrom(2026, 11, 21);

/** A change of texts as `arbitraryEdit` draws them, made by some means. */
interface Change {
  readonly what: string;
  readonly path: string;
  readonly text: string | undefined;
}

/** Draws a change of one of some files. */
function draw({ chance, nextEdit }: Drawing): Change | undefined {
  const all = filePaths().filter((path) => /\.(?:md|csv|yaml)$/.test(path));
  const near = chance.below(all.length);
  const files = new Map<string, string>();
  for (const path of all.slice(near, near + AT_HAND)) {
    const text = textOf(path);
    if (text !== undefined) files.set(path, text);
  }
  const { what, apply } = nextEdit();
  const after = apply({ files, today: ANY_DAY }).files;
  for (const path of new Set([...files.keys(), ...after.keys()])) {
    const text = after.get(path);
    if (text !== files.get(path)) return { what: `${what} in ${path}`, path, text };
  }
  return undefined;
}

/** Types a change, where it is one of a text that is there. */
async function typed(drawing: Drawing): Promise<{ change: Change; document: vscode.TextDocument } | undefined> {
  const change = draw(drawing);
  if (change?.text === undefined || textOf(change.path) === undefined) return undefined;
  try {
    return { change, document: await typeInto(change.path, change.text) };
  } catch {
    // The file went away, or is none that the editor shows.
    return undefined;
  }
}

export const TEXT_STEPS: readonly Step[] = [
  {
    what: 'type, and leave it unsaved',
    weight: 20,
    run: async (drawing) => (await typed(drawing))?.change.what,
  },
  {
    what: 'type, and save',
    weight: 14,
    async run(drawing) {
      const done = await typed(drawing);
      if (!done || !(await done.document.save())) return undefined;
      return done.change.what;
    },
  },
  {
    what: 'write, create or delete on disk',
    weight: 20,
    run(drawing) {
      const change = draw(drawing);
      if (!change) return undefined;
      writeOnDisk(change.path, change.text);
      return change.what;
    },
  },
  {
    what: 'write on disk many times at once',
    weight: 3,
    run(drawing) {
      const changes = Array.from({ length: 12 }, () => draw(drawing)).filter((change) => change !== undefined);
      for (const { path, text } of changes) writeOnDisk(path, text);
      return changes.map(({ what }) => what).join(', ');
    },
  },
  {
    what: 'save everything',
    weight: 4,
    async run() {
      const paths = unsaved().length;
      return paths > 0 && (await vscode.workspace.saveAll(false)) ? `${paths} documents` : undefined;
    },
  },
  {
    what: 'give up what is not saved',
    weight: 3,
    async run({ chance }) {
      const document = unsaved().length > 0 ? chance.of(unsaved()) : undefined;
      if (!document) return undefined;
      await vscode.window.showTextDocument(document);
      await vscode.commands.executeCommand('workbench.action.files.revert');
      return document.uri.path;
    },
  },
  {
    what: 'undo',
    weight: 6,
    run: ({ chance }) => inAnOpenEditor(chance.next(), 'undo'),
  },
  {
    what: 'redo',
    weight: 2,
    run: ({ chance }) => inAnOpenEditor(chance.next(), 'redo'),
  },
];

async function inAnOpenEditor(which: number, command: 'undo' | 'redo'): Promise<string | undefined> {
  const tabs = vscode.window.tabGroups.all
    .flatMap((group) => group.tabs)
    .flatMap(({ input }) => (input instanceof vscode.TabInputText ? [input.uri] : []));
  const uri = tabs[Math.floor(which * tabs.length)];
  if (!uri) return undefined;
  try {
    await vscode.window.showTextDocument(uri, { preview: false });
  } catch {
    return undefined;
  }
  await vscode.commands.executeCommand(command);
  return uri.path;
}
