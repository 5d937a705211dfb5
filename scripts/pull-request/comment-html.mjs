import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const escaped = (text) => text.replace(/[&<>"]/g, (each) => `&#${each.charCodeAt(0)};`);

const COLOURS = { '🔴': '#d1242f', '🟡': '#d4a72c', '🟢': '#1a7f37' };

/** GitHub draws emoji itself, and so does this: a machine may have no font for them. */
const withEmoji = (text) =>
  text.replace(/🔴|🟡|🟢/gu, (each) => `<span class="dot" style="background: ${COLOURS[each]}"></span>`);

/** The HTML that a comment may have: what Milepost writes. Whatever else were in it would be from a plan. */
const OWN_HTML = /^(?:<\/?(?:details|summary|sub)>|<br>|<!--[^>]*-->)$/;

/** A comment as HTML, as GitHub would show it: Markdown with tables, Mermaid left to be drawn in a `pre`. */
export function commentHtml(markdown) {
  return html(unified().use(remarkParse).use(remarkGfm).parse(markdown));
}

function html(node) {
  const inside = () => node.children.map(html).join('');
  switch (node.type) {
    case 'root':
      return inside();
    case 'paragraph':
      return `<p>${inside()}</p>\n`;
    case 'strong':
      return `<strong>${inside()}</strong>`;
    case 'emphasis':
      return `<em>${inside()}</em>`;
    case 'text':
      return withEmoji(escaped(node.value));
    case 'inlineCode':
      return `<code>${escaped(node.value)}</code>`;
    case 'code':
      return `<pre class="${escaped(node.lang ?? '')}">${escaped(node.value)}</pre>\n`;
    case 'html':
      return ownHtml(node.value);
    case 'table':
      return `<table>${node.children.map((row, at) => tableRow(row, at === 0 ? 'th' : 'td')).join('')}</table>\n`;
    default:
      throw new Error(`a comment has no ${node.type}`);
  }
}

function ownHtml(text) {
  for (const part of text.split(/(<[^>]*>)/)) {
    if (part.startsWith('<') && !OWN_HTML.test(part)) throw new Error(`a comment has no ${part}`);
  }
  return text;
}

const tableRow = ({ children }, tag) =>
  `<tr>${children.map((cell) => `<${tag}>${cell.children.map(html).join('')}</${tag}>`).join('')}</tr>`;
