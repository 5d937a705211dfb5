import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { dirname } from 'node:path';
import type * as vscode from 'vscode';
import type { Chance } from '../../../property/fixes/chance.ts';
import { workspaceFile } from '../support.ts';
import type { Step } from './step.ts';
import { editFiles, filePaths, onDisk, textOf, writeOnDisk } from './texts.ts';

/** Where files and folders are moved to, and back again. */
const FOLDERS = ['', 'atlas/', 'moved/', 'program-1/', 'program-2/milestones/'];

/** Somewhere else for a file, under its own name or another. */
function elsewhere(path: string, chance: Chance): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return `${chance.of(FOLDERS)}${chance.is(0.7) ? name : `${chance.below(100)}-${name}`}`;
}

const someFile = (chance: Chance): string => chance.of(filePaths());

/** A folder with files in it, below the opened one. */
const someFolder = (chance: Chance): string => {
  const folders = new Set(filePaths().map((path) => dirname(path)));
  return chance.of([...folders].filter((folder) => folder !== '.' && folder !== 'atlas'));
};

const inEditor = async (change: (edit: vscode.WorkspaceEdit) => void, what: string): Promise<string | undefined> =>
  (await editFiles(change)) ? what : undefined;

/** Files and folders that come, go and move: in the editor, where the extension may keep references, and behind its back. */
export const FILE_STEPS: readonly Step[] = [
  {
    what: 'move a file in the editor',
    weight: 5,
    run({ chance }) {
      const from = someFile(chance);
      const to = elsewhere(from, chance);
      return inEditor((edit) => edit.renameFile(workspaceFile(from), workspaceFile(to)), `${from} to ${to}`);
    },
  },
  {
    what: 'move a file on disk',
    weight: 4,
    run({ chance }) {
      const from = someFile(chance);
      return moveOnDisk(from, elsewhere(from, chance));
    },
  },
  {
    what: 'move a folder in the editor',
    weight: 1,
    run({ chance }) {
      const from = someFolder(chance);
      const to = `${from}-${chance.below(10)}`;
      return inEditor((edit) => edit.renameFile(workspaceFile(from), workspaceFile(to)), `${from} to ${to}`);
    },
  },
  {
    what: 'move a folder on disk',
    weight: 1,
    run({ chance }) {
      const from = someFolder(chance);
      return moveOnDisk(from, `${from}-${chance.below(10)}`);
    },
  },
  {
    what: 'copy a file',
    weight: 2,
    run({ chance }) {
      const from = someFile(chance);
      const to = elsewhere(from, chance);
      const text = textOf(from);
      if (from === to || text === undefined) return undefined;
      writeOnDisk(to, text);
      return `${from} to ${to}`;
    },
  },
  {
    what: 'delete a file in the editor',
    weight: 2,
    run({ chance }) {
      const path = someFile(chance);
      return inEditor((edit) => edit.deleteFile(workspaceFile(path)), path);
    },
  },
  {
    what: 'delete a folder on disk',
    weight: 1,
    run({ chance }) {
      const path = someFolder(chance);
      writeOnDisk(path, undefined);
      return path;
    },
  },
  {
    what: 'write what is no text',
    weight: 1,
    run({ chance }) {
      const path = someFile(chance);
      const text = textOf(path) ?? '';
      writeOnDisk(path, chance.of(['', `\ufeff${text}`, text.replaceAll('\n', '\r\n'), `${text}\u0000\u0001`]));
      return path;
    },
  },
];

function moveOnDisk(from: string, to: string): string | undefined {
  if (!existsSync(onDisk(from)) || existsSync(onDisk(to))) return undefined;
  mkdirSync(dirname(onDisk(to)), { recursive: true });
  renameSync(onDisk(from), onDisk(to));
  return `${from} to ${to}`;
}
