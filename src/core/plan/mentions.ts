import { parseReference } from '../model/values/reference.ts';
import type { Mention } from '../parse/body/facts.ts';
import type { ParsedDocument } from '../parse/document.ts';
import { nearest } from '../text/nearest.ts';
import type { Range } from '../text/range.ts';
import { quoted } from '../text/visible.ts';
import { anchorsOf } from './anchors.ts';
import type { Item } from './item.ts';
import type { Plan } from './plan.ts';
import { ProseIndex } from './prose-index.ts';

/** A mention in a body, looked up: it has a target, or a fault. */
export interface FoundMention {
  readonly document: ParsedDocument;
  /** The item in whose prose it stands. */
  readonly item: Item | undefined;
  readonly range: Range;
  /** The item that is meant. */
  readonly target: Item | undefined;
  readonly fault: MentionFault | undefined;
}

export interface MentionFault {
  readonly message: string;
  readonly suggestion?: string | undefined;
  /** The id that nothing has, as far as documents could be read. */
  readonly id?: string;
}

/** What the prose of a document mentions: `[[id]]`, and links to files and headings of the plan. */
export interface DocumentMentions {
  readonly found: readonly FoundMention[];
  /** The indexes of the other documents that this depends on, beside the names in the plan. */
  readonly leadsTo: ReadonlySet<number>;
}

const NONE: DocumentMentions = { found: [], leadsTo: new Set() };

/** How many documents are looked at before a pause is offered. */
const DOCUMENTS_AT_ONCE = 250;

/** Looks up what the prose of all documents mentions. */
export function* findMentions(plan: Plan): Generator<void, readonly DocumentMentions[]> {
  const mentions: DocumentMentions[] = [];
  for (const [index, document] of plan.documents.entries()) {
    if (index % DOCUMENTS_AT_ONCE === 0) yield;
    mentions.push(mentionsOf(document, plan));
  }
  return mentions;
}

/** The mentions of a plan of which few documents are new, where names mean the same as before. */
export function findMentionsAgain(
  earlier: readonly DocumentMentions[],
  plan: Plan,
  changed: readonly number[],
): readonly DocumentMentions[] {
  const mentions = earlier.slice();
  const lookAgain = (index: number): void => {
    mentions[index] = mentionsOf(plan.documents[index] as ParsedDocument, plan);
  };
  // Of most documents it is the same that says that they mention nothing.
  for (let index = 0; index < earlier.length; index++) {
    const { leadsTo } = earlier[index] as DocumentMentions;
    if (leadsTo.size > 0 && changed.some((other) => leadsTo.has(other))) lookAgain(index);
  }
  for (const index of changed) lookAgain(index);
  return mentions;
}

/** Everything that the prose of a plan mentions. */
export function mentionsIn(plan: Plan): readonly FoundMention[] {
  const all: FoundMention[] = [];
  for (const { found } of plan.mentions) for (const mention of found) all.push(mention);
  return all;
}

/** Looks up what the prose of a document mentions. */
export function mentionsOf(document: ParsedDocument, plan: Plan): DocumentMentions {
  const { mentions, blocks } = document.body;
  if (mentions.length === 0) return NONE;
  const prose = new ProseIndex(document, plan);
  const leadsTo = new Set<number>();
  const found = mentions.flatMap((mention) => {
    // What is generated is not what somebody wrote.
    if (blocks.some(({ content }) => holds(content, mention.range.start))) return [];
    const item = prose.itemAt(mention.range.start);
    const { into, target, fault } =
      mention.kind === 'wiki' ? wiki(mention, item, document, plan) : link(mention, document, plan);
    const other = into ?? target?.document;
    if (other && other !== document) leadsTo.add(plan.parts.outline.documents.get(other.path) as number);
    return target || fault ? [{ document, item, range: mention.range, target, fault }] : [];
  });
  return { found, leadsTo };
}

const holds = ({ start, end }: Range, offset: number): boolean => start <= offset && offset < end;

/** Among more headings than this nobody is helped to find one. */
const MOST_COMPARED = 500;

/** What a mention means; nothing at all where it is not meant for the plan. */
interface Looked {
  readonly target?: Item | undefined;
  readonly fault?: MentionFault;
  /** The document that it leads to. */
  readonly into?: ParsedDocument;
}

const NOTHING: Looked = {};

function wiki(mention: Mention, item: Item | undefined, document: ParsedDocument, plan: Plan): Looked {
  const name = parseReference(mention.target.trim());
  // Words that are no id are another tool's: a page title, `[[_TOC_]]`.
  if (!name.ok || /^_?toc_?$/i.test(mention.target)) return NOTHING;
  const program = item?.program ?? plan.itemsOf(document)[0]?.program ?? document.holder.program?.name.id ?? '';
  const { target, fault } = plan.lookup.find(name.value, program, ['any']);
  if (target) return { target };
  if (fault?.kind !== 'unknown' || plan.hasFileNamed(mention.target)) return NOTHING;
  return { fault: { message: fault.message, suggestion: fault.suggestion, id: name.value.id } };
}

function link(mention: Mention, document: ParsedDocument, plan: Plan): Looked {
  const { path, fragment } = destinationOf(mention.target, document.path);
  if (path === undefined || !/\.(?:md|markdown)$/i.test(path)) return NOTHING;
  const into = plan.documentAt(path);
  if (!into) {
    // Hidden folders are not looked into, so nothing can be said of what is in them.
    if (plan.hasFile(path) || path.split('/').some((part) => part.startsWith('.') || part === 'node_modules')) {
      return NOTHING;
    }
    return { fault: { message: `there is no file ${quoted(path)}: correct the link, or remove it` } };
  }
  if (fragment !== undefined) return { into, ...heading(fragment, into, plan) };
  return { into, target: plan.itemsOf(into).find((item) => item.parsed.form === 'file') };
}

function heading(fragment: string, document: ParsedDocument, plan: Plan): Looked {
  const anchor = fragment.toLowerCase();
  const { slugs, own } = anchorsOf(document);
  const at = slugs.get(anchor);
  if (at !== undefined) return { target: new ProseIndex(document, plan).itemAt(at) };
  // An anchor of the author's own, or lines of the source.
  if (anchor === '' || /^l\d+/.test(anchor) || own.has(fragment)) return NOTHING;
  const near = slugs.size <= MOST_COMPARED ? nearest(anchor, slugs.keys()) : undefined;
  return {
    fault: {
      message: `${document.path} has no heading ${quoted(`#${fragment}`)}: ${near ? `did you mean #${near}?` : 'correct the link, or remove it'}`,
    },
  };
}

/** The file that a link in a document leads to, from the root, and the anchor in it; no path where it leads out. */
export function destinationOf(
  target: string,
  from: string,
): { path: string | undefined; fragment: string | undefined } {
  const [written, fragment] = splitFragment(target);
  return { path: written === '' ? from : resolve(from, decodePath(written)), fragment };
}

function splitFragment(target: string): [string, string | undefined] {
  const hash = target.indexOf('#');
  const path = (hash < 0 ? target : target.slice(0, hash)).replace(/\?.*$/, '');
  return [path, hash < 0 ? undefined : decodePath(target.slice(hash + 1))];
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A path relative to a document, from the root; undefined where it leads out of the root. */
function resolve(from: string, to: string): string | undefined {
  const parts = to.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of to.split('/')) {
    if (part === '..') {
      if (parts.pop() === undefined) return undefined;
    } else if (part !== '.' && part !== '') {
      parts.push(part);
    }
  }
  return parts.join('/');
}
