import * as vscode from 'vscode';
import { foldsOf } from '../../language/folding.ts';
import { selectionsAt } from '../../language/selection.ts';
import { toOffset, toRange } from '../convert.ts';
import type { Asking } from './asking.ts';

/** What folds beside headings: front matter, items, fields, live blocks. */
export class Folds implements vscode.FoldingRangeProvider {
  readonly #asking: Asking;

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  provideFoldingRanges(
    document: vscode.TextDocument,
    _context: vscode.FoldingContext,
    token: vscode.CancellationToken,
  ): Promise<vscode.FoldingRange[] | undefined> {
    return this.#asking.ofDocument('folding', document, token, (asked) =>
      foldsOf(asked).map((range) => {
        const { start, end } = toRange(asked.document, range);
        return new vscode.FoldingRange(start.line, end.line);
      }),
    );
  }
}

/** What a selection grows to. */
export class Selections implements vscode.SelectionRangeProvider {
  readonly #asking: Asking;

  constructor(asking: Asking) {
    this.#asking = asking;
  }

  provideSelectionRanges(
    document: vscode.TextDocument,
    positions: readonly vscode.Position[],
    token: vscode.CancellationToken,
  ): Promise<vscode.SelectionRange[] | undefined> {
    return this.#asking.ofDocument('growing a selection', document, token, (asked) =>
      positions.map((position) => {
        const steps = selectionsAt({ ...asked, offset: toOffset(asked.document, position) });
        const whole = steps.reduceRight<vscode.SelectionRange | undefined>(
          (parent, range) => new vscode.SelectionRange(toRange(asked.document, range), parent),
          undefined,
        );
        // The editor wants one for each place.
        return whole ?? new vscode.SelectionRange(new vscode.Range(position, position));
      }),
    );
  }
}
