import * as vscode from 'vscode';
import { CannotCreate } from '../create/create-files.ts';
import { Cancelled } from '../create/questions.ts';
import type { Log } from '../log.ts';
import { WrongArgument } from './arguments.ts';

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

function report(name: string, error: unknown, log: Log): void {
  if (error instanceof Cancelled) return;
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof WrongArgument) && !(error instanceof CannotCreate)) log.failure(name, error);
  // Nobody waits until it is dismissed.
  void vscode.window.showErrorMessage(`${name}: ${message}`);
}
