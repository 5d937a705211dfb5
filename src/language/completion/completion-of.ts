import { escapeMarkdown } from '../../core/text/escape-markdown.ts';
import type { Range } from '../../core/text/range.ts';
import { visible } from '../../core/text/visible.ts';
import type { Candidate } from './candidate.ts';
import type { Completion } from './completion.ts';

/** A candidate as it is proposed, once how it is written is known. */
export function completionOf(
  candidate: Candidate,
  range: Range,
  written: { readonly text: string; readonly isSnippet: boolean },
): Completion {
  const { value, kind, label = value, words, documentation, item, detail, description } = candidate;
  return {
    label: visible(label),
    kind,
    ...(detail && { detail: visible(detail) }),
    ...(description && { description: visible(description) }),
    ...(documentation && { documentation: escapeMarkdown(documentation) }),
    ...(item && { item }),
    filter: words && words !== value ? `${value} ${words}` : value,
    range,
    ...written,
    asksAgain: false,
  };
}
