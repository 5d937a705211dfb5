import type * as vscode from 'vscode';
import type { Source } from '../../core/text/source.ts';
import type { DocumentNow, Location, PlaceNow, TextNow } from '../../language/request.ts';
import { toOffset, toRange } from '../convert.ts';
import type { Log } from '../log.ts';
import { currentPlan, sourceIn } from '../plans/current-plan.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';

/** What an answer is made of besides what was asked: where its files are. */
type Answer<A, T> = (asked: A, folder: PlanFolder) => T;

/**
 * Asks the language layer what the editor asks: of the plan that knows a document as it is typed at this moment. Where
 * there is no such plan, or nobody waits any longer, or the answer throws, there is none.
 */
export class Asking {
  readonly #plans: Plans;
  readonly #log: Log;

  constructor(plans: Plans, log: Log) {
    this.#plans = plans;
    this.#log = log;
  }

  /** About a whole document. */
  ofDocument<T>(
    what: string,
    document: vscode.TextDocument,
    token: vscode.CancellationToken,
    answer: Answer<DocumentNow, T>,
  ): Promise<T | undefined> {
    return this.#log.isolate<T | undefined>(
      what,
      async () => {
        const current = await currentPlan(document, this.#plans);
        const parsed = current?.snapshot.plan.documentAt(current.path);
        if (!current || !parsed || token.isCancellationRequested) return undefined;
        const { plan, state, today } = current.snapshot;
        return answer({ plan, state, today, document: parsed }, current.folder);
      },
      undefined,
    );
  }

  /** About a place in a document of the plan, or in its configuration. */
  ofText<T>(
    what: string,
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    answer: Answer<TextNow & { readonly source: Source }, T>,
  ): Promise<T | undefined> {
    return this.#log.isolate<T | undefined>(
      what,
      async () => {
        const current = await currentPlan(document, this.#plans);
        const source = current && sourceIn(current.snapshot, current.path);
        if (!current || !source || token.isCancellationRequested) return undefined;
        const { plan, state, today } = current.snapshot;
        const { path, text } = source;
        return answer({ plan, state, today, source, path, text, offset: toOffset(source, position) }, current.folder);
      },
      undefined,
    );
  }

  /** About a place in it. */
  ofPlace<T>(
    what: string,
    document: vscode.TextDocument,
    position: vscode.Position,
    token: vscode.CancellationToken,
    answer: Answer<PlaceNow, T>,
  ): Promise<T | undefined> {
    return this.ofDocument(what, document, token, (asked, folder) =>
      answer({ ...asked, offset: toOffset(asked.document, position) }, folder),
    );
  }
}

/** A stretch of a document of a plan, as the editor names it. */
export const toLocation = ({ document, range }: Location, folder: PlanFolder): vscode.Location =>
  ({ uri: folder.uriOf(document.path), range: toRange(document, range) }) as vscode.Location;
