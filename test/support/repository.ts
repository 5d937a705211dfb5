import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { parseDay } from '../../src/core/model/values/day.ts';
import { type History, readHistory } from '../../src/git/read-history.ts';

/** Git as it is on every machine, whatever its owner has configured. */
export const GIT_ENV: NodeJS.ProcessEnv = {
  ...process.env,
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Maria',
  GIT_AUTHOR_EMAIL: 'maria@example.org',
  GIT_COMMITTER_NAME: 'Maria',
  GIT_COMMITTER_EMAIL: 'maria@example.org',
  // Nobody needs these repositories after the test.
  GIT_CONFIG_COUNT: '2',
  GIT_CONFIG_KEY_0: 'maintenance.auto',
  GIT_CONFIG_VALUE_0: 'false',
  GIT_CONFIG_KEY_1: 'core.fsync',
  GIT_CONFIG_VALUE_1: 'none',
};

/** A folder that is gone when the tests of its file are over. Outside of any repository. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'milepost-git-')));
  folders.push(folder);
  return folder;
}

const folders: string[] = [];

/** Removes the folders of a test file. */
export function removeTemporaryFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
}

/** A repository to try things in. */
export class TestRepository {
  readonly folder: string;

  constructor(folder: string = temporaryFolder(), ...options: string[]) {
    this.folder = folder;
    mkdirSync(folder, { recursive: true });
    if (!existsSync(join(folder, '.git'))) this.git('init', '-q', '-b', 'main', '--template=', ...options);
  }

  /** Another one, the same so far. */
  copy(): TestRepository {
    const folder = temporaryFolder();
    cpSync(this.folder, folder, { recursive: true });
    return new TestRepository(folder);
  }

  /** Runs git in its folder. */
  git(...args: string[]): string {
    return this.gitWith({}, ...args);
  }

  gitWith({ input, env }: { input?: string; env?: NodeJS.ProcessEnv }, ...args: string[]): string {
    const options = { cwd: this.folder, env: { ...GIT_ENV, ...env }, encoding: 'utf8', maxBuffer: 1 << 28 } as const;
    return execFileSync('git', args, { ...options, stdio: ['pipe', 'pipe', 'pipe'], ...(input ? { input } : {}) });
  }

  /** Writes files, or removes those that are undefined. */
  write(files: Readonly<Record<string, string | undefined>>): void {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(this.folder, path)), { recursive: true });
      if (text === undefined) rmSync(join(this.folder, path));
      else writeFileSync(join(this.folder, path), text);
    }
  }

  /** Writes files and commits everything. Gives the commit's hash. */
  commit(date: string, files: Readonly<Record<string, string | undefined>> = {}): string {
    this.write(files);
    this.git('add', '-A');
    const at = date.includes('T') ? date : `${date}T12:00:00Z`;
    const env = { GIT_AUTHOR_DATE: at, GIT_COMMITTER_DATE: at };
    this.gitWith({ env }, 'commit', '-q', '--allow-empty', '-m', `On ${date}`);
    return this.git('rev-parse', 'HEAD').trim();
  }

  /** What Milepost reads of its history. */
  history(options: { root?: string; cacheFolder?: string } = {}): Promise<History> {
    return readHistory({ root: this.folder, env: GIT_ENV, ...options });
  }

  /** The days of the lines of a file, as `git blame` tells them. */
  blame(path: string, ...options: string[]): number[] {
    const told = this.git('blame', '--line-porcelain', ...options, 'HEAD', '--', path);
    return [...told.matchAll(/^author-time (\d+)\nauthor-tz ([+-])(\d\d)(\d\d)$/gm)].map(
      ([, time, sign, hours, minutes]) => {
        const offset = (Number(hours) * 60 + Number(minutes)) * 60 * (sign === '-' ? -1 : 1);
        return Math.floor((Number(time) + offset) / 86400);
      },
    );
  }
}

/** A day, from `YYYY-MM-DD`. */
export const dayOf = (text: string): number => parseDay(text) as number;
