import { type Invocation, parseArguments } from './arguments/parse.ts';
import { type Call, EXIT, type ExitStatus } from './command.ts';
import { COMMANDS } from './commands/index.ts';
import { Failure } from './failure.ts';
import { helpOf, overview } from './help-text.ts';
import { localDay, readToday } from './plan/today.ts';
import { workingFolder } from './plan/working-folder.ts';
import type { Shell } from './shell.ts';
import { note } from './terminal/note.ts';
import { styleFor } from './terminal/style.ts';
import { VERSION } from './version.ts';

/** Does what somebody typed after `milepost`. Never throws; what goes wrong is one line on standard error. */
export async function run(argv: readonly string[], shell: Shell): Promise<ExitStatus> {
  try {
    return await dispatch(argv, shell);
  } catch (error) {
    if (error instanceof Failure) {
      note({ shell }, error.message);
    } else if (isDebugging(shell)) {
      shell.stderr.write(`${(error as Error | undefined)?.stack ?? error}\n`);
    } else {
      note({ shell }, `this should not have happened: ${firstLine(error)} (MILEPOST_DEBUG=1 tells more)`);
    }
    return EXIT.failed;
  }
}

async function dispatch(argv: readonly string[], shell: Shell): Promise<ExitStatus> {
  const invocation = parseArguments(argv, COMMANDS);
  const { command, help, version } = invocation;
  if (version) {
    shell.stdout.write(`${VERSION}\n`);
    return EXIT.ok;
  }
  if (!command || help) {
    const style = styleFor(shell.stdout, invocation.option('color'), shell.env);
    shell.stdout.write(command ? helpOf(command, style) : overview(COMMANDS, style));
    return EXIT.ok;
  }
  return command.run(callFor(invocation, shell));
}

/** What somebody calls, for who does the work of a command without its output. */
export const callOf = (argv: readonly string[], shell: Shell): Call => callFor(parseArguments(argv, COMMANDS), shell);

function callFor({ operands, option, values }: Invocation, shell: Shell): Call {
  const today = option('today');
  return {
    operands,
    option,
    values,
    shell,
    commands: COMMANDS,
    cwd: workingFolder(shell, option('cwd')),
    today: today === undefined ? localDay(shell.now()) : readToday(today),
    style: styleFor(shell.stdout, option('color'), shell.env),
  };
}

const isDebugging = ({ env: { MILEPOST_DEBUG } }: Shell): boolean => Boolean(MILEPOST_DEBUG);

const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).split('\n', 1)[0] as string;
