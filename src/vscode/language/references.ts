import * as vscode from 'vscode';
import { highlightsAt, referencesAt } from '../../language/references.ts';
import { toRange } from '../convert.ts';
import { type Asking, toLocation } from './asking.ts';

/** Every place that names an item. */
export class References implements vscode.ReferenceProvider {
  readonly #asking: Asking;

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  provideReferences(
    document: vscode.TextDocument,
    position: vscode.Position,
    context: vscode.ReferenceContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.Location[] | undefined> {
    return this.#asking.ofPlace('finding references', document, position, token, (asked, folder) =>
      referencesAt(asked)
        .filter(({ kind }) => context.includeDeclaration || kind !== 'declaration')
        .map((found) => toLocation(found, folder)),
    );
  }
}

/** The same within a document, marked while the cursor rests on one of them. */
export class Highlights implements vscode.DocumentHighlightProvider {
  readonly #asking: Asking;

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  provideDocumentHighlights(
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentHighlight[] | undefined> {
    return this.#asking.ofPlace('marking references', document, position, token, (asked) => {
      const found = highlightsAt(asked);
      // Where there is none, the editor marks the same word elsewhere.
      return found.length === 0
        ? undefined
        : found.map(({ range, kind }) => new vscode.DocumentHighlight(toRange(asked.document, range), kindOf(kind)));
    });
  }
}

const kindOf = (kind: string): vscode.DocumentHighlightKind =>
  kind === 'declaration' ? vscode.DocumentHighlightKind.Write : vscode.DocumentHighlightKind.Read;
