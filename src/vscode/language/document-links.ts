import * as vscode from 'vscode';
import { visible } from '../../core/text/visible.ts';
import { filesIn, linksIn } from '../../language/document-links.ts';
import { toRange } from '../convert.ts';
import { addressOf } from './addresses.ts';
import type { Asking } from './asking.ts';

/** Mentions in double brackets and files that fields name, as links. */
export class DocumentLinks implements vscode.DocumentLinkProvider {
  readonly #asking: Asking;

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  provideDocumentLinks(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentLink[] | undefined> {
    return this.#asking.ofDocument('links', document, token, (asked, folder) => {
      const mentions = linksIn(asked).map(({ range, target }) => {
        const address = addressOf({ document: target.document, range: target.idRange }, folder);
        const link = new vscode.DocumentLink(toRange(asked.document, range), address);
        link.tooltip = visible(target.title);
        return link;
      });
      const files = filesIn(asked).map(
        ({ range, path }) => new vscode.DocumentLink(toRange(asked.document, range), folder.uriOf(path)),
      );
      return [...mentions, ...files];
    });
  }
}
