import { element } from '../dom.ts';

/** A copy of what is shown in which nothing can be clicked, and nothing names what only the editor knows. */
export function onPaper(content: HTMLElement): HTMLElement {
  const copy = content.cloneNode(true) as HTMLElement;
  for (const link of copy.querySelectorAll('button')) {
    link.replaceWith(element('span', { class: 'link', text: link.textContent ?? '' }));
  }
  for (const attribute of ['data-row', 'data-drawing', 'hidden']) {
    copy.removeAttribute(attribute);
    for (const each of copy.querySelectorAll(`[${attribute}]`)) each.removeAttribute(attribute);
  }
  return copy;
}
