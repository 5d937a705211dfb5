import { visible } from './visible.ts';

/** Shown nowhere, and enough to keep a service from reading more into a text than it says. */
const GAP = '\u200b';

/**
 * Text that stands within a line of Markdown as it is, in a table too: no markup, no HTML, no link. A service such as
 * GitHub or GitLab finds nobody to notify in it (`@maria`), no issue to point to or to close (`#12`, `GH-12`, `%3`), no
 * commit, no address and no emoji (`:tada:`).
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
      .replace(/@|[#!](?=\d)|G[HL]-(?=\d)|(?<!\w)%(?=[\w"])/gi, (start) => start + GAP)
      // What may be the hash of a commit.
      .replace(/(?<![\w-])(?=[a-f]*\d)[0-9a-f]{7,64}(?![\w-])/gi, (hash) => hash.replace(/.{6}(?=.)/g, `$&${GAP}`))
      .replace(/:\/\/|www\./gi, (start) => start[0] + GAP + start.slice(1))
  );
}
