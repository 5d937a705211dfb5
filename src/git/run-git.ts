import { spawn } from 'node:child_process';
import { devNull } from 'node:os';
import type { Readable } from 'node:stream';
import { type Environment, findGit } from './find-git.ts';

/** What a run of git gave. */
export interface GitResult {
  readonly code: number;
  readonly stdout: Buffer;
  /** Its beginning. */
  readonly stderr: string;
}

/** A git that is running. */
export interface RunningGit {
  readonly stdout: Readable;
  /** Gives it more input. */
  readonly write: (text: string) => void;
  /** Says that there is no more input. */
  readonly endInput: () => void;
  /** Ends it, wherever it is. */
  readonly stop: () => void;
  /** Resolves when it is over, also where it was stopped; rejects where it could not be started, or was cancelled. */
  readonly ended: Promise<{ readonly code: number; readonly stderr: string }>;
}

/** What git is started with. */
export interface GitOptions {
  /** Ends it as soon as nobody needs it any more. */
  readonly signal?: AbortSignal | undefined;
  /** The file of the index, where it is not the usual one: an absolute path. */
  readonly indexFile?: string | undefined;
  /** What overrides the configuration, beside what always does: `name=value`. */
  readonly settings?: readonly string[];
}

/** Git said no, or could not be started. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';
}

/**
 * Git in a folder: the only place in Milepost that starts a program. No shell is involved, and nothing that a
 * repository configures is run: a plan may come from somebody else, with its `.git/config`.
 */
export class Git {
  readonly #executable: string;
  readonly #folder: string;
  readonly #env: NodeJS.ProcessEnv;

  /** @param folder an absolute path */
  constructor(executable: string, folder: string, env: Environment) {
    this.#executable = executable;
    this.#folder = folder;
    this.#env = safeEnvironment(env);
  }

  /** The git of PATH, in a folder; undefined where there is none. */
  static in(folder: string, env: Environment): Git | undefined {
    const executable = findGit(env);
    return executable === undefined ? undefined : new Git(executable, folder, env);
  }

  /** Runs git to its end, for output that is small. Rejects only where it could not be run, or was cancelled. */
  async run(args: readonly string[], { input, ...options }: GitOptions & { input?: string } = {}): Promise<GitResult> {
    const running = this.start(args, options);
    if (input !== undefined) running.write(input);
    running.endInput();
    const chunks: Buffer[] = [];
    running.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    const { code, stderr } = await running.ended;
    return { code, stdout: Buffer.concat(chunks), stderr };
  }

  /** Starts git, for output that is read as it comes. */
  start(args: readonly string[], { signal, indexFile, settings = [] }: GitOptions = {}): RunningGit {
    const overrides = settings.flatMap((setting) => ['-c', setting]);
    const child = spawn(this.#executable, [...SAFE_OPTIONS, ...overrides, ...args], {
      cwd: this.#folder,
      env: indexFile === undefined ? this.#env : { ...this.#env, GIT_INDEX_FILE: indexFile },
      stdio: 'pipe',
      shell: false,
      windowsHide: true,
      ...(signal ? { signal } : {}),
    });
    let stderr = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      if (stderr.length < LONGEST_COMPLAINT) stderr = (stderr + text).slice(0, LONGEST_COMPLAINT);
    });
    // It may be gone before all input is written: then its end says why.
    child.stdin.on('error', () => {});
    child.stdout.on('error', () => {});
    const ended = new Promise<{ code: number; stderr: string }>((resolve, reject) => {
      child.on('error', (error) => reject(signal?.aborted ? signal.reason : new GitFailure(error.message)));
      // Without a code a signal has ended it.
      child.on('close', (code) => resolve({ code: code ?? STOPPED, stderr: stderr.trim() }));
    });
    // Whoever reads the output may never come to ask how it ended.
    ended.catch(() => {});
    return {
      stdout: child.stdout,
      write: (text) => child.stdin.writable && child.stdin.write(text),
      endInput: () => child.stdin.end(),
      stop: () => child.kill(),
      ended,
    };
  }
}

const LONGEST_COMPLAINT = 2000;
const STOPPED = -1;

/** Overrides whatever the configuration of a repository would run, or fetch. */
const SAFE_OPTIONS: readonly string[] = [
  '--no-pager',
  ...[
    'core.fsmonitor=false',
    `core.hooksPath=${devNull}`,
    'core.pager=cat',
    'core.quotePath=false',
    'credential.helper=',
    'diff.external=',
    'log.showSignature=false',
    'maintenance.auto=false',
    'protocol.allow=never',
  ].flatMap((setting) => ['-c', setting]),
];

/**
 * The environment for git: nothing that leads it to another repository or runs a program, as the variables do that git
 * sets for a hook; what says where its own configuration is may stay.
 */
function safeEnvironment(env: Environment): NodeJS.ProcessEnv {
  const kept = Object.entries(env).filter(([name]) => !/^GIT_/i.test(name) || HARMLESS.test(name));
  return {
    ...Object.fromEntries(kept),
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_PAGER: 'cat',
    // What is missing in a partial clone is not fetched; the second is obeyed by older versions too, whatever
    // `protocol.*.allow` says.
    GIT_NO_LAZY_FETCH: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    LC_ALL: 'C',
  };
}

const HARMLESS =
  /^GIT_(?:CONFIG_(?:GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+)|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|EXEC_PATH)$/i;
