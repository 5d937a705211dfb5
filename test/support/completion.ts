import type { Completion, Completions } from '../../src/language/completion/completion.ts';
import { completionsAt } from '../../src/language/completion/completions-at.ts';
import type { CompletionRequest } from '../../src/language/completion/request.ts';
import { plainSnippet } from '../../src/language/completion/snippet.ts';
import { CURSOR } from './place.ts';
import { snapshotOf } from './plan.ts';

/** Files, one of which holds the cursor; the plan knows that one as it stood `before`, where that is given. */
export function completing(
  files: Readonly<Record<string, string>>,
  { before, ...asked }: { readonly before?: string; readonly explicit?: boolean } = {},
): CompletionRequest {
  const [marked] = Object.entries(files).filter(([, text]) => text.includes(CURSOR));
  if (!marked) throw new Error(`no file holds the cursor ${CURSOR}`);
  const [path, text] = marked;
  const { plan, state, today, findings } = snapshotOf({ ...files, [path]: before ?? text.replace(CURSOR, '') });
  const request = { plan, state, today, findings, path, text: text.replace(CURSOR, ''), offset: text.indexOf(CURSOR) };
  return { ...request, explicit: true, ...asked };
}

/** What is proposed where the cursor is. */
export const proposed = (...asked: Parameters<typeof completing>): Completions => completionsAt(completing(...asked));

/** The text after a proposal has been accepted, its tab stops left as they are. */
export function accepted(text: string, { range, text: written, isSnippet }: Completion): string {
  return text.slice(0, range.start) + (isSnippet ? plainSnippet(written) : written) + text.slice(range.end);
}
