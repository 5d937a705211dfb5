import * as vscode from 'vscode';
import { symbolName, workspaceSymbols } from '../../language/symbols.ts';
import { toRange } from '../convert.ts';
import type { Log } from '../log.ts';
import type { Plans } from '../plans/plans.ts';
import { kindOf } from './symbol-kinds.ts';

/** *Go to Symbol in Workspace*: the items of all plans by id and title. */
export class WorkspaceSymbols implements vscode.WorkspaceSymbolProvider {
  readonly #plans: Plans;
  readonly #log: Log;

  constructor(plans: Plans, log: Log) {
    this.#plans = plans;
    this.#log = log;
  }

  provideWorkspaceSymbols(query: string): vscode.SymbolInformation[] {
    return this.#log.isolate(
      'finding symbols',
      () =>
        this.#plans.folders.flatMap((folder) => {
          if (!folder.snapshot) return [];
          return workspaceSymbols(folder.snapshot.plan, query).map((item) => {
            const { document, idRange } = item;
            const at = new vscode.Location(folder.uriOf(document.path), toRange(document, idRange));
            return new vscode.SymbolInformation(symbolName(item), kindOf(item), item.program, at);
          });
        }),
      [],
    );
  }
}
