import { unframed } from './wide-tables.ts';

/** What mail programs are told of elements: they drop stylesheets, and keep what stands on an element itself. */
const STYLES: Readonly<Record<string, string>> = {
  h1: 'margin:0 0 14px;font-size:21px;line-height:1.25',
  h2: 'margin:22px 0 6px;font-size:16px;line-height:1.3',
  h3: 'margin:16px 0 4px;font-size:14px',
  p: 'margin:0 0 10px',
  ul: 'margin:0 0 10px;padding-left:22px',
  ol: 'margin:0 0 10px;padding-left:22px',
  li: 'margin:0 0 5px',
  blockquote: 'margin:0 0 10px;padding:6px 12px;border-left:4px solid #bf8700;background:#f6f8fa',
  table: 'margin:0 0 12px;border-collapse:collapse;font-size:13px',
  th: 'padding:6px 10px;border:1px solid #d1d9e0;background:#f6f8fa;text-align:left;vertical-align:top',
  td: 'padding:6px 10px;border:1px solid #d1d9e0;text-align:left;vertical-align:top',
  code: 'font-family:Consolas,Menlo,monospace;font-size:92%',
  pre: 'margin:0 0 10px;padding:8px;background:#f6f8fa;font-family:Consolas,Menlo,monospace;white-space:pre-wrap',
  a: 'color:#0969da',
};

const WHOLE = 'font-family:Segoe UI,Helvetica,Arial,sans-serif;font-size:14px;line-height:1.45;color:#1f2328';

/** What is shown, with its looks on each element, as mail and slides take it from the clipboard. */
export function forMail(shown: HTMLElement): string {
  const whole = document.createElement('div');
  whole.setAttribute('style', WHOLE);
  whole.append(...[...shown.childNodes].map((child) => child.cloneNode(true)));
  unframed(whole);
  for (const each of whole.querySelectorAll('*')) {
    const own = each.getAttribute('style') ?? '';
    const style = [STYLES[each.localName] ?? '', own].filter((part) => part !== '').join(';');
    if (style !== '') each.setAttribute('style', style);
  }
  // What programs of the time before stylesheets look at.
  for (const table of whole.querySelectorAll('table')) {
    for (const [name, value] of Object.entries({ border: '0', cellspacing: '0', cellpadding: '0' }))
      table.setAttribute(name, value);
  }
  return whole.outerHTML;
}
