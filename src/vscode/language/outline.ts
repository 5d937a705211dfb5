import * as vscode from 'vscode';
import type { Source } from '../../core/text/source.ts';
import { documentSymbols, type FieldSymbol, type ItemSymbol } from '../../language/symbols.ts';
import { toRange } from '../convert.ts';
import type { Log } from '../log.ts';
import { isSameText } from '../plans/current-plan.ts';
import { PLAN_FILES } from '../plans/plan-files.ts';
import type { Plans } from '../plans/plans.ts';
import type { Asking } from './asking.ts';
import { kindOf } from './symbol-kinds.ts';

/** The outline of a document: its items and their fields, beside the headings that the editor has. */
class DocumentSymbols implements vscode.DocumentSymbolProvider {
  readonly #asking: Asking;
  readonly #onNothing: (document: vscode.TextDocument) => void;

  /** @param onNothing told of documents of which no plan knows anything, or not yet */
  constructor(asking: Asking, onNothing: (document: vscode.TextDocument) => void) {
    this.#asking = asking;
    this.#onNothing = onNothing;
  }

  async provideDocumentSymbols(
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentSymbol[] | undefined> {
    const symbols = await this.#asking.ofDocument('an outline', document, token, (asked) =>
      documentSymbols(asked).map((symbol) => toSymbol(symbol, asked.document)),
    );
    if (!symbols) this.#onNothing(document);
    return symbols;
  }
}

function toSymbol(symbol: ItemSymbol, source: Source): vscode.DocumentSymbol {
  const make = (each: FieldSymbol, kind: vscode.SymbolKind): vscode.DocumentSymbol =>
    new vscode.DocumentSymbol(
      each.name,
      each.detail,
      kind,
      toRange(source, each.range),
      toRange(source, each.selection),
    );
  const made = make(symbol, kindOf(symbol.item));
  const fields = symbol.fields.map((field) => make(field, vscode.SymbolKind.Field));
  made.children = [...fields, ...symbol.entries.map((entry) => toSymbol(entry, source))];
  return made;
}

/**
 * Registers the outline. The editor keeps the outline of a text, and the one of a file that has just come from
 * elsewhere is empty until the plan has read it: registered anew, it is asked for again.
 */
export class Outline implements vscode.Disposable {
  readonly #plans: Plans;
  readonly #subscriptions: vscode.Disposable[];
  readonly #provider: DocumentSymbols;
  readonly #unknown = new Set<vscode.TextDocument>();
  #registered: vscode.Disposable;

  constructor(plans: Plans, asking: Asking, log: Log) {
    this.#plans = plans;
    this.#provider = new DocumentSymbols(asking, (document) => this.#unknown.add(document));
    this.#registered = this.#register();
    this.#subscriptions = [
      plans.onDidChange(log.listener('refreshing outlines', () => this.#askAgain())),
      vscode.workspace.onDidCloseTextDocument((document) => this.#unknown.delete(document)),
    ];
  }

  dispose(): void {
    this.#registered.dispose();
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #register(): vscode.Disposable {
    return vscode.languages.registerDocumentSymbolProvider(PLAN_FILES, this.#provider, { label: 'Milepost' });
  }

  #askAgain(): void {
    const known = [...this.#unknown].filter((document) => this.#isKnown(document));
    if (known.length === 0) return;
    for (const document of known) this.#unknown.delete(document);
    this.#registered.dispose();
    this.#registered = this.#register();
  }

  #isKnown(document: vscode.TextDocument): boolean {
    const file = this.#plans.at(document.uri);
    const source = file?.folder.snapshot?.plan.documentAt(file.path);
    return isSameText(source?.text, document.getText());
  }
}
