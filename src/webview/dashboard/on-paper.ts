import { element } from '../dom.ts';

/** A copy of what is shown in which nothing can be clicked, and nothing names what only the editor knows. */
export function onPaper(content: HTMLElement): HTMLElement {
  // There it is the main part of its page.
  const copy = element('main', { class: content.className });
  copy.append(...[...content.childNodes].map((child) => child.cloneNode(true)));
  for (const link of copy.querySelectorAll('button')) {
    link.replaceWith(element('span', { class: 'link', text: link.textContent ?? '' }));
  }
  for (const attribute of ['data-row', 'hidden']) {
    for (const each of copy.querySelectorAll(`[${attribute}]`)) each.removeAttribute(attribute);
  }
  return copy;
}
