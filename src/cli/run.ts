import { parseArguments } from './arguments/parse.ts';
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
  const { command, operands, help, version, option } = parseArguments(argv, COMMANDS);
  const style = styleFor(shell.stdout, option('color'), shell.env);
  if (version) {
    shell.stdout.write(`${VERSION}\n`);
    return EXIT.ok;
  }
  if (!command || help) {
    shell.stdout.write(command ? helpOf(command, style) : overview(COMMANDS, style));
    return EXIT.ok;
  }
  const today = option('today');
  const call: Call = {
    operands,
    option,
    shell,
    commands: COMMANDS,
    cwd: workingFolder(shell, option('cwd')),
    today: today === undefined ? localDay(shell.now()) : readToday(today),
    style,
  };
  return command.run(call);
}

const isDebugging = ({ env: { MILEPOST_DEBUG } }: Shell): boolean => Boolean(MILEPOST_DEBUG);

const firstLine = (error: unknown): string =>
  String(error instanceof Error ? error.message : error).split('\n', 1)[0] as string;
