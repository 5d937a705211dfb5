import type { Definition, Heading, Link, ListItem, Nodes, Root } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import type { BodyFacts } from '../../src/core/parse/body/scan.ts';

/** What remark and Milepost both know of a body, in a form that can be compared. Offsets are left as they are. */
export interface ComparableFacts {
  readonly headings: readonly { depth: number; source: string; start: number; end: number }[];
  readonly boxes: readonly { checked: boolean; start: number }[];
  readonly links: readonly string[];
}

const processor = unified().use(remarkParse).use(remarkFrontmatter).use(remarkGfm).freeze();

/** Where the body of a document begins for remark, and what it finds there. */
export function remarkFacts(text: string): ComparableFacts & { readonly bodyStart: number } {
  const root: Root = processor.parse(text);
  const facts = { headings: [] as Heading[], items: [] as ListItem[], links: [] as (Link | Definition)[] };
  const visit = (node: Nodes): void => {
    if (node.type === 'heading') facts.headings.push(node);
    else if (node.type === 'listItem' && typeof node.checked === 'boolean') facts.items.push(node);
    else if (node.type === 'definition' || (node.type === 'link' && text[startOf(node)] === '['))
      facts.links.push(node);
    if ('children' in node) for (const child of node.children) visit(child);
  };
  visit(root);
  const first = root.children[0];
  return {
    bodyStart: first?.type === 'yaml' ? afterLine(text, endOf(first)) : 0,
    headings: facts.headings.map((node) => ({
      depth: node.depth,
      source: headingSource(text, node),
      start: headingStart(text, node),
      end: trimmedEnd(text, endOf(node)),
    })),
    boxes: facts.items.map((node) => ({ checked: node.checked === true, start: boxStart(text, node) })),
    links: facts.links.map((node) => node.url).filter(isRelative),
  };
}

/** The same of what Milepost's scanner has found. */
export function comparable(text: string, facts: BodyFacts): ComparableFacts {
  return {
    headings: facts.headings.map(({ range, ...heading }) => ({
      depth: heading.depth,
      source: text.slice(heading.textRange.start, heading.textRange.end),
      start: range.start,
      end: trimmedEnd(text, range.end),
    })),
    boxes: facts.boxes.map(({ checked, range }) => ({ checked, start: range.start })),
    links: facts.mentions.filter(({ kind }) => kind === 'link').map(({ target }) => target),
  };
}

function headingSource(text: string, node: Heading): string {
  const [first, last] = [node.children[0], node.children.at(-1)];
  if (!first || !last) return '';
  return text.slice(startOf(first), endOf(last));
}

/** remark lets an underlined heading begin at the definitions before it. */
function headingStart(text: string, node: Heading): number {
  return text[startOf(node)] === '#' || !node.children[0] ? startOf(node) : startOf(node.children[0]);
}

/** remark gives no position to a box: it is the first in the item, after definitions, whose labels may look the same. */
function boxStart(text: string, node: ListItem): number {
  const paragraph = node.children.findIndex(({ type }) => type === 'paragraph');
  const before = node.children[paragraph - 1];
  const from = before ? endOf(before) : startOf(node);
  return from + text.slice(from).search(/\[[ \txX]\]\s/);
}

function isRelative(url: string): boolean {
  return url !== '' && !url.startsWith('//') && !/^[a-z][a-z0-9+.-]*:/i.test(url);
}

function afterLine(text: string, at: number): number {
  return at + (/^[ \t]*(?:\r\n|\n|\r)?/.exec(text.slice(at))?.[0].length ?? 0);
}

/** remark counts trailing spaces to the underline of a heading where it is the last line, and not elsewhere. */
function trimmedEnd(text: string, end: number): number {
  let at = end;
  while (text[at - 1] === ' ' || text[at - 1] === '\t') at--;
  return at;
}

function startOf(node: Nodes): number {
  return node.position?.start.offset ?? -1;
}

function endOf(node: Nodes): number {
  return node.position?.end.offset ?? -1;
}
