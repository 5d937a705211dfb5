import type { LinkMention } from '../../core/parse/body/facts.ts';
import type { ParsedDocument } from '../../core/parse/document.ts';
import { destinationOf } from '../../core/plan/mentions.ts';
import { encodePath } from '../../core/views/item-link.ts';
import { isGenerated } from './mentions.ts';
import type { Rewriting } from './rewriting.ts';

/** A document to which links lead otherwise: its file has another name, or headings of it have other anchors. */
export interface LinkedDocument {
  readonly document: ParsedDocument;
  /** The name of its file, in the same folder; the same where it stays. */
  readonly name: string;
  readonly anchors: ReadonlyMap<string, string>;
}

/** Changes the links of a document that lead to another: the last part of the path, and the anchor. */
export function rewriteLinks(from: ParsedDocument, to: LinkedDocument, rewriting: Rewriting): void {
  const { path } = to.document;
  const old = path.slice(path.lastIndexOf('/') + 1);
  for (const mention of from.body.mentions) {
    if (mention.kind !== 'link' || !mayLead(mention, from, to.document, old) || isGenerated(from, mention.range))
      continue;
    const destination = destinationOf(mention.target, from.path);
    if (destination.path !== path) continue;
    const parts = partsOf(from.text, mention);
    if (parts.name.text !== '' && to.name !== old)
      rewriting.add(from, { range: parts.name.range, text: nameAs(parts.name.text, to.name) });
    const anchor = anchorAfter(destination.fragment, to.anchors);
    if (parts.anchor && anchor !== undefined) rewriting.add(from, { range: parts.anchor, text: anchor });
  }
}

/** Whether a link could lead to a document: nearly all do not, and paths take long to read. */
const mayLead = ({ target }: LinkMention, from: ParsedDocument, to: ParsedDocument, name: string): boolean =>
  target.includes(name) || target.includes('%') || (from === to && target.startsWith('#'));

function anchorAfter(fragment: string | undefined, anchors: ReadonlyMap<string, string>): string | undefined {
  if (fragment === undefined) return undefined;
  return anchors.get(fragment.toLowerCase()) ?? anchors.get(fragment);
}

/** Where in a destination the name of the file and the anchor stand. */
function partsOf(text: string, { range }: LinkMention) {
  const written = text.slice(range.start, range.end);
  const hash = written.indexOf('#');
  const path = (hash < 0 ? written : written.slice(0, hash)).replace(/\?.*$/, '');
  const start = path.lastIndexOf('/') + 1;
  return {
    name: { text: path.slice(start), range: { start: range.start + start, end: range.start + path.length } },
    anchor: hash < 0 ? undefined : { start: range.start + hash + 1, end: range.end },
  };
}

/** A name as a link writes it: letters that are not encoded in the old one are not in the new one. */
export const nameAs = (old: string, name: string): string =>
  /%[\da-f]{2}/i.test(old) ? encodePath(name) : plainName(name);

const plainName = (name: string): string => name.replace(/[^\p{L}\p{M}\p{N}._~-]+/gu, (part) => encodePath(part));
