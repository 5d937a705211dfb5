import type * as vscode from 'vscode';
import { definitionAt } from '../../language/definition.ts';
import { toRange } from '../convert.ts';
import type { Asking } from './asking.ts';

/** From what names an item to where it is written. */
export class Definitions implements vscode.DefinitionProvider {
  readonly #asking: Asking;

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  provideDefinition(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.DefinitionLink[] | undefined> {
    return this.#asking.ofPlace('going to a definition', document, position, token, (asked, folder) => {
      const found = definitionAt(asked);
      if (!found) return undefined;
      const { origin, target, id } = found;
      return [
        {
          originSelectionRange: toRange(asked.document, origin),
          targetUri: folder.uriOf(target.document.path),
          targetRange: toRange(target.document, target.range),
          targetSelectionRange: toRange(target.document, id),
        },
      ];
    });
  }
}
