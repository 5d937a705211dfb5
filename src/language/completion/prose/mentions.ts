import { askerOf } from '../../loose/asker.ts';
import type { LooseMap } from '../../loose/loose-node.ts';
import type { Completions } from '../completion.ts';
import { completionOf } from '../completion-of.ts';
import type { CompletionRequest } from '../request.ts';
import { itemCandidates } from '../values/items.ts';
import type { MentionSpot } from './mention-at.ts';

/** The items that a mention can name. */
export function mentionCompletions(
  request: CompletionRequest,
  { range, closing }: MentionSpot,
  root: LooseMap | undefined,
): Completions {
  const typed = request.text.slice(range.start, request.offset);
  const asker = askerOf(request, root, undefined);
  const found = itemCandidates({
    now: request,
    asker: { ...asker, item: undefined },
    types: ['any'],
    field: undefined,
    linked: new Set(),
    typed,
  });
  const list = found.list.map((candidate) =>
    completionOf(candidate, range, { text: `${candidate.value}${closing}`, isSnippet: false }),
  );
  return { list, incomplete: found.incomplete ?? false };
}
