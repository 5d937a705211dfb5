import { visible } from './visible.ts';

/** Shown nowhere, and enough to keep a service from reading more into a text than it says. */
const GAP = '\u200b';

/**
 * Text that stands within a line of Markdown as it is, in a table too: no markup, no HTML, no link. A service such as GitHub finds
 * nobody to notify in it (`@maria`), no issue to point to (`#12`), no address to link and no emoji (`:tada:`).
 */
export function escapeMarkdown(text: string): string {
  return (
    visible(text)
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/[\\`*_[\]|~$]/g, '\\$&')
      // The name of an emoji between colons.
      .replace(/:(?=[\w+-]+:)/g, `:${GAP}`)
      .replace(/@|[#!](?=\d)|GH-(?=\d)/gi, (start) => start + GAP)
      .replace(/:\/\/|www\./gi, (start) => start[0] + GAP + start.slice(1))
  );
}
