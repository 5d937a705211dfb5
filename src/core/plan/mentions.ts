import { parseReference } from '../model/values/reference.ts';
import type { Mention } from '../parse/body/facts.ts';
import type { ParsedDocument } from '../parse/document.ts';
import { nearest } from '../text/nearest.ts';
import type { Range } from '../text/range.ts';
import { quoted } from '../text/visible.ts';
import { anchorsOf } from './anchors.ts';
import type { Item } from './item.ts';
import { mayBeLost } from './lost-ids.ts';
import type { Plan } from './plan.ts';
import { ProseIndex } from './prose-index.ts';

/** A mention in a body, looked up. */
export interface FoundMention {
  readonly document: ParsedDocument;
  /** The item in whose prose it stands. */
  readonly item: Item | undefined;
  /** The item that is meant; a link to a file that is no item has none. */
  readonly target: Item | undefined;
  readonly range: Range;
  readonly fault?: { readonly message: string; readonly suggestion?: string };
}

const known = new WeakMap<Plan, readonly FoundMention[]>();

/** What the prose of a plan's documents mentions: `[[id]]`, and links to files and headings of the plan. */
export function mentionsIn(plan: Plan): readonly FoundMention[] {
  let mentions = known.get(plan);
  if (!mentions) {
    mentions = plan.documents.flatMap((document) => mentionsOf(document, plan));
    known.set(plan, mentions);
  }
  return mentions;
}

const NONE: readonly FoundMention[] = [];

function mentionsOf(document: ParsedDocument, plan: Plan): readonly FoundMention[] {
  const { mentions, blocks } = document.body;
  if (mentions.length === 0) return NONE;
  const prose = new ProseIndex(document, plan);
  return mentions.flatMap((mention) => {
    // What is generated is not what somebody wrote.
    if (blocks.some(({ content }) => holds(content, mention.range.start))) return [];
    const item = prose.itemAt(mention.range.start);
    const found = mention.kind === 'wiki' ? wiki(mention, item, document, plan) : link(mention, document, plan);
    return found ? [{ document, item, range: mention.range, ...found }] : [];
  });
}

const holds = ({ start, end }: Range, offset: number): boolean => start <= offset && offset < end;

/** Among more headings than this nobody is helped to find one. */
const MOST_COMPARED = 500;

type Looked = Pick<FoundMention, 'target' | 'fault'>;

function wiki(mention: Mention, item: Item | undefined, document: ParsedDocument, plan: Plan): Looked | undefined {
  const name = parseReference(mention.target.trim());
  // Words that are no id are another tool's: a page title, `[[_TOC_]]`.
  if (!name.ok || /^_?toc_?$/i.test(mention.target)) return undefined;
  const program = item?.program ?? plan.itemsOf(document)[0]?.program ?? document.holder.program?.name.id ?? '';
  const { target, fault } = plan.lookup.find(name.value, program, ['any']);
  if (target || fault?.kind === 'ambiguous') return { target };
  if (plan.hasFileNamed(mention.target) || mayBeLost(name.value.id, plan)) return undefined;
  const suggestion = fault?.kind === 'unknown' ? fault.suggestion : undefined;
  return { target: undefined, fault: { message: fault?.message ?? '', ...(suggestion ? { suggestion } : {}) } };
}

function link(mention: Mention, document: ParsedDocument, plan: Plan): Looked | undefined {
  const [written, fragment] = splitFragment(mention.target);
  const path = written === '' ? document.path : resolve(document.path, decodePath(written));
  if (path === undefined || !/\.(?:md|markdown)$/i.test(path)) return undefined;
  const target = plan.documentAt(path);
  if (!target) {
    // Hidden folders are not looked into, so nothing can be said of what is in them.
    if (plan.hasFile(path) || path.split('/').some((part) => part.startsWith('.') || part === 'node_modules')) {
      return undefined;
    }
    return {
      target: undefined,
      fault: { message: `there is no file ${quoted(path)}: correct the link, or remove it` },
    };
  }
  const own = plan.itemsOf(target).find((item) => item.parsed.form === 'file');
  return fragment === undefined ? { target: own } : heading(fragment, target, plan);
}

function heading(fragment: string, document: ParsedDocument, plan: Plan): Looked | undefined {
  const anchor = fragment.toLowerCase();
  const { slugs, own } = anchorsOf(document);
  const at = slugs.get(anchor);
  if (at !== undefined) return { target: new ProseIndex(document, plan).itemAt(at) };
  // An anchor of the author's own, or lines of the source.
  if (anchor === '' || /^l\d+/.test(anchor) || own.has(fragment)) return undefined;
  const near = slugs.size <= MOST_COMPARED ? nearest(anchor, slugs.keys()) : undefined;
  return {
    target: undefined,
    fault: {
      message: `${document.path} has no heading ${quoted(`#${fragment}`)}: ${near ? `did you mean #${near}?` : 'correct the link, or remove it'}`,
    },
  };
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
