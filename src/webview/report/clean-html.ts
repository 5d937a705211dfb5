/** The elements that Markdown becomes. Whatever else comes is text. */
const ELEMENTS: ReadonlySet<string> = new Set([
  ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'p', 'br', 'hr', 'ul', 'ol', 'li', 'blockquote', 'pre', 'code'],
  ...['strong', 'em', 'del', 'span', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'sup', 'section'],
]);

/** What leads out of mail as well; links to files of the plan lead nowhere there. */
const LEADS = /^(?:https?:\/\/|mailto:)/i;
const COLOUR = /^color:#[0-9a-f]{6};white-space:nowrap$/;

/**
 * A report as elements: those that Markdown becomes, made anew one by one, with none of their attributes but addresses of
 * the web, alignment and the colour of a health. An image is what it stands for in words.
 */
export function cleanHtml(html: string): DocumentFragment {
  const made = document.createDocumentFragment();
  // Without scripts, and nothing is fetched: it belongs to no window.
  take(new DOMParser().parseFromString(html, 'text/html').body, made);
  return made;
}

function take(from: Node, into: Node): void {
  // Not by recursion: lists in lists may be deeper than the stack.
  const waiting: { readonly from: Node; readonly into: Node }[] = [{ from, into }];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    for (const child of next.from.childNodes) {
      if (child instanceof Text) next.into.appendChild(document.createTextNode(child.data));
      if (!(child instanceof Element)) continue;
      const own = elementFor(child);
      if (own) next.into.appendChild(own);
      waiting.push({ from: child, into: own ?? next.into.appendChild(document.createElement('span')) });
    }
  }
}

function elementFor(element: Element): HTMLElement | undefined {
  const name = element.localName;
  if (name === 'a') return link(element.getAttribute('href') ?? '');
  if (name === 'img') return textOf(element.getAttribute('alt') ?? '');
  if (name === 'input') return textOf(element.hasAttribute('checked') ? '☑' : '☐');
  if (!ELEMENTS.has(name)) return undefined;
  const made = document.createElement(name);
  const align = element.getAttribute('align') ?? '';
  if (/^(?:left|right|center)$/.test(align)) made.style.textAlign = align;
  const style = element.getAttribute('style') ?? '';
  if (COLOUR.test(style)) made.setAttribute('style', style);
  const start = element.getAttribute('start') ?? '';
  if (name === 'ol' && /^\d{1,6}$/.test(start)) made.setAttribute('start', start);
  return made;
}

function link(address: string): HTMLElement {
  if (!LEADS.test(address)) return document.createElement('span');
  const made = document.createElement('a');
  made.setAttribute('href', address);
  return made;
}

function textOf(text: string): HTMLElement {
  const made = document.createElement('span');
  made.textContent = text;
  return made;
}
