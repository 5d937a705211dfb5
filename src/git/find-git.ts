import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join } from 'node:path';

/** The variables of a process, as far as they are set. */
export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The git executable of PATH. Only folders that PATH names in full are looked into: an empty or relative one means the
 * current folder, and a program that happens to lie in a plan is never run.
 */
export function findGit(env: Environment, platform: NodeJS.Platform = process.platform): string | undefined {
  const name = platform === 'win32' ? 'git.exe' : 'git';
  return pathOf(env)
    .split(delimiter)
    .filter((folder) => isAbsolute(folder))
    .map((folder) => join(folder, name))
    .find((path) => isExecutable(path) && !(platform === 'darwin' && isPlaceholder(path)));
}

/** On Windows the name of the variable is written in more than one way. */
function pathOf(env: Environment): string {
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH' && env[name] !== undefined);
  return (key === undefined ? undefined : env[key]) ?? '';
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** A Mac without developer tools has a program of that name which only offers to install them, in a dialog. */
function isPlaceholder(path: string): boolean {
  return path === '/usr/bin/git' && !DEVELOPER_TOOLS.some((place) => existsSync(place));
}

const DEVELOPER_TOOLS: readonly string[] = [
  '/Library/Developer/CommandLineTools/usr/bin/git',
  '/Applications/Xcode.app/Contents/Developer/usr/bin/git',
  '/var/db/xcode_select_link',
];
