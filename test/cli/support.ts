import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { run } from '../../src/cli/run.ts';

/** The command line as people get it. */
export const CLI = fileURLToPath(new URL('../../dist/cli.cjs', import.meta.url));

/** What a run of the command line did. */
export interface Result {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The environment of the tests, without what says how to colour, and with nowhere to keep anything for the next run. */
export function plainEnv(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { FORCE_COLOR: _, NO_COLOR: __, NODE_OPTIONS: ___, ...env } = process.env;
  return { ...env, XDG_CACHE_HOME: devNull, LOCALAPPDATA: devNull, ...more };
}

/** Runs `milepost` as a process of its own. */
export function milepost(cwd: string, ...args: string[]): Result {
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    cwd,
    env: plainEnv(),
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}

/** Runs `milepost` in this process, which is all the same to it and much faster. */
export async function inProcess(cwd: string, ...args: string[]): Promise<Result> {
  return inProcessWith({}, cwd, ...args);
}

/** The same, with an environment: without one, not even git is found. */
export async function inProcessWith(env: NodeJS.ProcessEnv, cwd: string, ...args: string[]): Promise<Result> {
  const said = { stdout: '', stderr: '' };
  const into = (stream: keyof typeof said) => ({
    write(text: string) {
      said[stream] += text;
    },
  });
  const status = await run(args, {
    cwd: () => cwd,
    env,
    now: () => new Date(2026, 10, 21, 23, 59),
    stdout: into('stdout'),
    stderr: into('stderr'),
  });
  return { status, ...said };
}

const folders: string[] = [];

/** A folder with files, that is gone when the tests of its file are over. Outside of any repository. */
export function folderWith(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'milepost-cli-')));
  folders.push(folder);
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return folder;
}

/** Removes the folders of a test file. */
export function removeFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}
