import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

interface Node {
  readonly type: string;
  readonly url?: string;
  readonly children?: readonly Node[];
}

/** What a text is to GitHub: the shape of its tree, without its words, and the links in it. */
export function remark(text: string): { readonly outline: string; readonly links: readonly string[] } {
  const links: string[] = [];
  const outline = (node: Node): string => {
    if (node.url !== undefined) links.push(node.url);
    const children = (node.children ?? []).map(outline).filter((child) => child !== '');
    // Words differ, and text may be in several pieces.
    return node.type === 'text' ? '' : `${node.type}(${children.join(',')})`;
  };
  return { outline: outline(unified().use(remarkParse).use(remarkGfm).parse(text) as Node), links };
}
