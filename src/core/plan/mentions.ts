import { parseReference } from '../model/values/reference.ts';
import type { Mention } from '../parse/body/facts.ts';
import { headingSlugs } from '../parse/body/slug.ts';
import type { ParsedDocument } from '../parse/document.ts';
import { nearest } from '../text/nearest.ts';
import type { Range } from '../text/range.ts';
import { quoted } from '../text/visible.ts';
import type { Item } from './item.ts';
import type { Plan } from './plan.ts';

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
  if (document.body.mentions.length === 0) return NONE;
  return document.body.mentions.flatMap((mention) => {
    // What is generated is not what somebody wrote.
    if (document.body.blocks.some(({ content }) => holds(content, mention.range.start))) return [];
    const item = proseItem(document, plan, mention.range.start);
    const found = mention.kind === 'wiki' ? wiki(mention, item, document, plan) : link(mention, document, plan);
    return found ? [{ document, item, range: mention.range, ...found }] : [];
  });
}

const holds = ({ start, end }: Range, offset: number): boolean => start <= offset && offset < end;

type Looked = Pick<FoundMention, 'target' | 'fault'>;

/** The item in whose prose an offset lies: an entry's section before the document's own text. */
function proseItem(document: ParsedDocument, plan: Plan, offset: number): Item | undefined {
  const isIn = (item: Item): boolean => item.parsed.prose.some((section) => holds(section, offset));
  const items = plan.itemsOf(document);
  return items.find((item) => item.parsed.form === 'entry' && isIn(item)) ?? items.find(isIn);
}

function wiki(mention: Mention, item: Item | undefined, document: ParsedDocument, plan: Plan): Looked | undefined {
  const name = parseReference(mention.target.trim());
  // Words that are no id are another tool's: a page title, `[[_TOC_]]`.
  if (!name.ok || /^_?toc_?$/i.test(mention.target)) return undefined;
  const program = item?.program ?? plan.itemsOf(document)[0]?.program ?? document.holder.program?.name.id ?? '';
  const { target, fault } = plan.lookup.find(name.value, program, ['any']);
  if (target || fault?.kind === 'ambiguous') return { target };
  if (plan.hasFileNamed(mention.target)) return undefined;
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
  const slugs = anchorsOf(document);
  const at = slugs.get(anchor);
  if (at !== undefined) return { target: proseItem(document, plan, at) };
  // An anchor of the author's own, or lines of the source.
  if (
    anchor === '' ||
    /^l\d+/.test(anchor) ||
    document.text.includes(`"${fragment}"`) ||
    document.text.includes(`{#${fragment}}`)
  ) {
    return undefined;
  }
  const near = nearest(anchor, slugs.keys());
  return {
    target: undefined,
    fault: {
      message: `${document.path} has no heading ${quoted(`#${fragment}`)}: ${near ? `did you mean #${near}?` : 'correct the link, or remove it'}`,
    },
  };
}

/** The anchors that GitHub gives to the headings of a document, with where they stand. */
function anchorsOf({ body: { headings } }: ParsedDocument): Map<string, number> {
  const slugs = headingSlugs(headings.map((heading) => heading.text));
  return new Map(slugs.map((slug, index) => [slug, (headings[index] as (typeof headings)[number]).range.start]));
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
