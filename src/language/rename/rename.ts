import { fold } from '../../core/filter/fold.ts';
import type { DocumentEdit } from '../../core/fixes/fix.ts';
import { headingSlugs } from '../../core/parse/body/slug.ts';
import type { ParsedDocument } from '../../core/parse/document.ts';
import { anchorsOf } from '../../core/plan/anchors.ts';
import type { Item } from '../../core/plan/item.ts';
import type { Plan } from '../../core/plan/plan.ts';
import { namedFilesAfter } from '../move/named-files.ts';
import { rewriteBlocks, rewriteWordInBlocks } from './blocks.ts';
import { checkName } from './check-name.ts';
import { fieldsIn } from './fields.ts';
import { type FileMove, type MayHold, rewriteId } from './file-name.ts';
import { checkIsSaid } from './folder-program.ts';
import { rewriteHeadings } from './headings.ts';
import { type LinkedDocument, rewriteLinks } from './links.ts';
import { askerOf, rewriteMentions } from './mentions.ts';
import { type Named, nameOf } from './named.ts';
import { type IdChange, NamesAfter } from './names-after.ts';
import { rewritePeople } from './people.ts';
import { rewriteRecordLinks } from './record-links.ts';
import { rewriteHolder, rewriteReferences } from './references.ts';
import { RenameRefused } from './refused.ts';
import { Rewriting } from './rewriting.ts';
import { rewriteConfiguredTags, rewriteTags } from './tags.ts';
import { checkAllIsRead } from './unread.ts';
import { readAfter } from './verify.ts';
import { wordsOf } from './words.ts';
import { rewriteWorkstream } from './workstream.ts';

/** Everything that a rename changes. */
export interface Renamed {
  /** Of documents, and of the configuration; in no order, and no two overlap. */
  readonly edits: readonly DocumentEdit[];
  /** A file that its item names, and that has another name once it is edited. */
  readonly move: FileMove | undefined;
}

const NOTHING: Renamed = { edits: [], move: undefined };

/** How many documents are looked at before a pause is offered. */
const AT_ONCE = 100;

/**
 * Gives something another name, wherever a plan names it, so that it is the same plan then up to that name. All of it is
 * computed before anything changes. Pauses, as a generator, where a host may do something else. Throws a
 * {@link RenameRefused} where the name is not valid or not free, or where something cannot be written without harm.
 */
export function* rename(
  named: Named,
  typed: string,
  plan: Plan,
  mayHold: MayHold = () => true,
): Generator<void, Renamed> {
  const to = checkName(named, typed, plan);
  const from = nameOf(named);
  if (to === from) return NOTHING;
  checkAllIsRead(from, plan);
  const rewriting = new Rewriting();
  let move: FileMove | undefined;
  let item: Item | undefined;
  if (named.kind === 'person' || named.kind === 'tag') {
    yield* rewriteWord(named.kind, from, to, plan, rewriting);
  } else if (named.kind === 'workstream') {
    yield* rewriteWorkstream(named, to, plan, rewriting);
  } else {
    item = named.kind === 'item' ? named.item : undefined;
    const isProgram = item === undefined || item.type.name === 'program';
    if (isProgram) checkIsSaid(from, plan);
    move = yield* rewriteNames({ item, isProgram, from, to }, plan, mayHold, rewriting);
  }
  let count = 0;
  for (const [document, edits] of rewriting.documents) {
    if (++count % AT_ONCE === 0) yield;
    const path = move?.from === document.path ? move.to : document.path;
    readAfter(document, edits, { path, idOf: (parsed) => (parsed === item?.parsed ? to : parsed.id) }, plan);
  }
  return { edits: rewriting.edits, move };
}

function* rewriteNames(
  change: IdChange,
  plan: Plan,
  mayHold: MayHold,
  rewriting: Rewriting,
): Generator<void, FileMove | undefined> {
  const names = new NamesAfter(plan.lookup, change);
  const { item, to } = change;
  let move: FileMove | undefined;
  let linked: LinkedDocument | undefined;
  if (item) {
    const own = new Rewriting();
    move = rewriteId(item, to, plan, mayHold, own);
    const anchors = rewriteHeadings(item, to, plan, own);
    linked = linkedAfter(item, change, move, anchors, own, plan);
    for (const edit of own.documents.get(item.document) ?? []) rewriting.add(item.document, edit);
  }
  for (const [index, document] of plan.documents.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) yield;
    for (const each of plan.itemsOf(document)) {
      if (each.parsed.references.length > 0) rewriteReferences(each, names, rewriting);
    }
    if (move) {
      rewritePapers(document, move, rewriting);
      rewriteRecordLinks(document, move, plan, rewriting);
    }
    if (document.isHolder) rewriteHolder(document, askerOf(document, plan), names, rewriting);
    if (document.body.mentions.length > 0) {
      rewriteMentions(document, plan, names, rewriting);
      if (linked) rewriteLinks(document, linked, rewriting);
    }
    if (document.body.blocks.length > 0) rewriteBlocks(document, plan, names, rewriting);
  }
  return move;
}

/** A file that a review needs has another name then. */
function rewritePapers(document: ParsedDocument, { from, to }: FileMove, rewriting: Rewriting): void {
  const { path } = document;
  const pathThen = (one: string): string => (one === from ? to : one);
  for (const edit of namedFilesAfter(document, { from: path, to: pathThen(path), pathThen }))
    rewriting.add(document, edit);
}

/** How links to the document of an item lead there once its headings have changed; undefined where they need not know. */
function linkedAfter(
  item: Item,
  { to }: IdChange,
  move: FileMove | undefined,
  own: ReadonlyMap<string, string>,
  rewriting: Rewriting,
  plan: Plan,
): LinkedDocument | undefined {
  const { document } = item;
  const path = move?.to ?? document.path;
  const edits = rewriting.documents.get(document) ?? [];
  const anchors = new Map<string, string>();
  if (edits.length > 0) {
    const idOf = (parsed: Item['parsed']): string => (parsed === item.parsed ? to : parsed.id);
    const after = readAfter(document, edits, { path, idOf }, plan);
    const slugs = (one: ParsedDocument): readonly string[] => headingSlugs(one.body.headings.map(({ text }) => text));
    const then = slugs(after);
    for (const [index, slug] of slugs(document).entries()) {
      if (slug !== then[index]) anchors.set(slug, then[index] as string);
    }
    for (const [anchor, other] of own) {
      // What is written with capitals is no anchor of a heading's text.
      const isLeft = anchorsOf(after).own.has(anchor) || anchorsOf(document).slugs.has(anchor.toLowerCase());
      if (!isLeft) anchors.set(anchor, other);
    }
  }
  if (!move && anchors.size === 0) return undefined;
  return { document, name: path.slice(path.lastIndexOf('/') + 1), anchors };
}

function* rewriteWord(
  kind: 'person' | 'tag',
  from: string,
  to: string,
  plan: Plan,
  rewriting: Rewriting,
): Generator<void> {
  const twin = [...wordsOf(kind, plan)].find((word) => word !== from && fold(word) === fold(from));
  const word = { kind, from, to, ...(twin === undefined ? {} : { twin }) };
  for (const [index, document] of plan.documents.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) yield;
    for (const fields of fieldsIn(document, plan)) {
      if (kind === 'person') rewritePeople(document, fields, from, to, rewriting);
      else rewriteTags(document, fields, from, to, rewriting);
    }
    if (document.body.blocks.length > 0) rewriteWordInBlocks(document, plan, word, rewriting);
  }
  const { source } = plan.configuration;
  if (kind === 'tag' && source) rewriteConfiguredTags(source, from, to, rewriting);
}
