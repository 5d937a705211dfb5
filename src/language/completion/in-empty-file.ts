import { askerOf } from '../loose/asker.ts';
import type { Completions } from './completion.ts';
import { newlineOf } from './insert/line.ts';
import type { CompletionRequest } from './request.ts';
import { fileSnippets } from './snippets/item-snippets.ts';

/** Whole items, where a file holds nothing yet but perhaps a word, or the dashes that front matter begins with. */
export function inEmptyFile(request: CompletionRequest): Completions | undefined {
  const { text, offset, explicit, plan } = request;
  const found = /^(\ufeff?)([\w-]*)[ \t]*[\r\n]*$/.exec(text);
  if (!found || offset > text.search(/[\r\n]|$/)) return undefined;
  const [, mark = '', word = ''] = found;
  // Who has no plan writes other things.
  if (!explicit && (plan.items.length === 0 || !word.startsWith('-'))) return undefined;
  const newline = newlineOf(text);
  const range = { start: mark.length, end: Math.max(offset, mark.length + word.length) };
  const asker = askerOf(request, undefined, undefined);
  const list = fileSnippets(request, asker).map(({ name, doc, lines }) => ({
    label: name,
    kind: 'snippet' as const,
    detail: 'new file',
    documentation: doc,
    filter: `--- ${name}`,
    range,
    text: lines.join(newline) + (lines.at(-1) === '$0' ? '' : newline),
    isSnippet: true,
    asksAgain: false,
  }));
  return { list, incomplete: false };
}
