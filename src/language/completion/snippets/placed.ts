import type { ItemType } from '../../../core/model/item-type.ts';
import { typeOfCollection } from '../../../core/model/registry.ts';
import { splitFrontMatter } from '../../../core/parse/front-matter.ts';
import { escapeMarkdown } from '../../../core/text/escape-markdown.ts';
import type { Range } from '../../../core/text/range.ts';
import { askerOf } from '../../loose/asker.ts';
import type { LooseEntry, LooseMap, ValueSpot } from '../../loose/loose-node.ts';
import type { Completion } from '../completion.ts';
import { lineOf, newlineOf } from '../insert/line.ts';
import { needsBlank } from '../insert/value-frame.ts';
import { fieldKeys } from '../keys/fields.ts';
import type { Key } from '../keys/key.ts';
import type { CompletionRequest } from '../request.ts';
import { entrySnippet, fileSnippets, type ItemSnippet } from './item-snippets.ts';

/** Collections with the first of their entries. */
export function collectionEntries(
  keys: readonly Key[],
  request: CompletionRequest,
  map: LooseMap | undefined,
): readonly Key[] {
  const asker = askerOf(request, map, undefined);
  return keys.map((key) => {
    const type = key.kind === 'collection' ? typeOfCollection(key.name) : undefined;
    return type ? { ...key, entry: entrySnippet(type, request, asker).lines } : key;
  });
}

/** The fields of a new item, where front matter holds nothing yet; with its end, where it is not closed. */
export function frontMatterSnippets(request: CompletionRequest, range: Range): Completion[] {
  const { text } = request;
  const newline = newlineOf(text);
  const isClosed = splitFrontMatter(text)?.closed === true;
  return fileSnippets(request, askerOf(request, undefined, undefined)).map((snippet) => {
    const { lines } = snippet;
    const inner = lines.slice(1, isClosed ? lines.indexOf('---', 1) : undefined);
    return placed(snippet, range, inner.join(newline));
  });
}

/** Entries of a collection, where one can stand: as a whole, or by its first field. */
export function entriesAt(
  request: CompletionRequest,
  spot: ValueSpot,
  expected: { readonly kind: 'items' | 'item'; readonly type: ItemType },
): Completion[] {
  const { text, offset } = request;
  const { slot, column, scalar, comma } = spot;
  const map = slot.kind === 'pair' ? slot.in : slot.in.of?.kind === 'pair' ? slot.in.of.in : undefined;
  const snippet = entrySnippet(expected.type, request, askerOf(request, map, undefined));
  const newline = newlineOf(text);
  if (slot.in.flow) return comma || scalar ? [] : [inBraces(snippet, offset, needsBlank(text, offset))];
  if (slot.kind === 'pair') {
    if (scalar) return [];
    if (column === undefined) return [belowKey(snippet, offset, slot.in.column + 2, newline)];
    const { range, indent } = lineOf(text, offset, column);
    return [placed(snippet, range, `${indent}- ${snippet.lines.join(newline + ' '.repeat(column + 2))}`)];
  }
  return afterDash(request, spot, slot, expected.type, snippet);
}

/** Behind a dash: an entry as a whole, or its first field. */
function afterDash(
  request: CompletionRequest,
  { scalar }: ValueSpot,
  slot: LooseEntry,
  type: ItemType,
  snippet: ItemSnippet,
): Completion[] {
  const { text, offset, plan } = request;
  if (scalar && scalar.style !== 'plain') return [];
  const lead = needsBlank(text, offset) && !scalar ? ' ' : '';
  const range = scalar ? { start: scalar.start, end: Math.max(scalar.end, offset) } : { start: offset, end: offset };
  const column = slot.in.column + range.start - slot.start + 1 + lead.length;
  const whole = placed(snippet, range, `${lead}${snippet.lines.join(newlineOf(text) + ' '.repeat(column))}`);
  const fields = fieldKeys(type, new Set(), 'entry', plan).map(
    ({ name, doc }): Completion => ({
      label: name,
      kind: 'field',
      description: doc,
      documentation: escapeMarkdown(doc),
      filter: name,
      range,
      text: `${lead}${name}: `,
      isSnippet: false,
      asksAgain: true,
    }),
  );
  return [whole, ...fields];
}

const belowKey = (snippet: ItemSnippet, offset: number, column: number, newline: string): Completion =>
  placed(
    snippet,
    { start: offset, end: offset },
    `${newline}${' '.repeat(column)}- ${snippet.lines.join(newline + ' '.repeat(column + 2))}`,
  );

const inBraces = (snippet: ItemSnippet, offset: number, needsLead: boolean): Completion =>
  placed(snippet, { start: offset, end: offset }, `${needsLead ? ' ' : ''}{ ${snippet.lines.join(', ')} \\}`);

function placed({ name, doc }: ItemSnippet, range: Range, text: string): Completion {
  return {
    label: name,
    kind: 'snippet',
    detail: 'new',
    documentation: escapeMarkdown(doc),
    filter: name,
    range,
    text,
    isSnippet: true,
    asksAgain: false,
  };
}
