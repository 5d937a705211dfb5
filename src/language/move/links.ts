import type { TextEdit } from '../../core/fixes/fix.ts';
import type { LinkMention } from '../../core/parse/body/facts.ts';
import type { ParsedDocument } from '../../core/parse/document.ts';
import { destinationOf } from '../../core/plan/mentions.ts';
import { relativePath } from '../../core/text/relative-path.ts';
import type { FileMove } from '../rename/file-name.ts';
import { nameAs } from '../rename/links.ts';
import { isGenerated } from '../rename/mentions.ts';
import { pathAfter } from './moved-path.ts';

/** Edits after which the links of a document lead where they led, once files have moved: it, what it links to, or both. */
export function linksAfter(document: ParsedDocument, moves: readonly FileMove[]): readonly TextEdit[] {
  const path = pathAfter(document.path, moves);
  return document.body.mentions.flatMap((mention) => {
    if (mention.kind !== 'link' || isGenerated(document, mention.range)) return [];
    return linkAfter(document, mention, path, moves) ?? [];
  });
}

function linkAfter(
  { path: from, text }: ParsedDocument,
  { target, range }: LinkMention,
  path: string,
  moves: readonly FileMove[],
): TextEdit | undefined {
  const to = destinationOf(target, from).path;
  if (to === undefined || target.startsWith('#') || target.startsWith('?')) return undefined;
  const then = pathAfter(to, moves);
  if (destinationOf(target, path).path === then) return undefined;
  const written = /^[^#?]*/.exec(text.slice(range.start, range.end))?.[0] ?? '';
  const end = range.start + written.length;
  return { range: { start: range.start, end }, text: pathAs(written, path, then) };
}

/** The path of a file as a link in another one writes it, in the way in which one is written there already. */
export function pathAs(written: string, path: string, then: string): string {
  const lead = written.startsWith('/') ? '/' : written.startsWith('./') ? './' : '';
  const way = lead === '/' ? then : relativePath(path, then);
  const plain = way.startsWith('../') && lead === './' ? way : `${lead}${way}`;
  const name = `${plain}${written.endsWith('/') && written.length > 1 ? '/' : ''}`;
  const parts = name.split('/').map((part) => (part === '' ? '' : nameAs(written, part)));
  return parts.join('/');
}
