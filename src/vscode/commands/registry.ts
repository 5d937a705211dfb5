import * as vscode from 'vscode';
import type { Log } from '../log.ts';
import { Cancelled, Refused, WrongArgument } from './refused.ts';

/** A command: what package.json declares under a name, done. */
export type Command = (argument: unknown) => unknown;

/**
 * Registers commands. What was wrong with a call is told to whoever made it, and what fails to both them and the log;
 * nothing is thrown at the editor.
 */
export function registerCommands(commands: Readonly<Record<string, Command>>, log: Log): vscode.Disposable {
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([name, run]) =>
      vscode.commands.registerCommand(name, async (argument: unknown) => {
        try {
          return await run(argument);
        } catch (error) {
          report(name, error, log);
          return undefined;
        }
      }),
    ),
  );
}

/** Tells, and does not wait until it is dismissed. */
function report(name: string, error: unknown, log: Log): void {
  const { showErrorMessage } = vscode.window;
  const message = error instanceof Error ? error.message : String(error);
  if (error instanceof Cancelled) return;
  if (error instanceof WrongArgument) void showErrorMessage(`${name}: ${message}`);
  else if (error instanceof Refused) void showErrorMessage(`Milepost: ${message}`);
  else {
    log.failure(name, error);
    void showErrorMessage(`Milepost: ${message}`, SHOW_LOG).then((chosen) => chosen === SHOW_LOG && log.show());
  }
}

const SHOW_LOG = 'Show Log';
