/** What the command line knows of the world around it. Tests give one of their own. */
export interface Shell {
  /** The current folder. Throws where it has been deleted. */
  readonly cwd: () => string;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
  /** For results, and nothing else. */
  readonly stdout: Output;
  /** For everything that is said beside them. */
  readonly stderr: Output;
}

/** Where text goes: `process.stdout` and its like. */
export interface Output {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}
