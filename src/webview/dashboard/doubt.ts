import { element } from '../dom.ts';
import type { PageDoubt } from './data.ts';
import { itemLink, type Open } from './parts.ts';

/** That no date below it is certain, and the documents that have to be mended. */
export function doubt(found: PageDoubt | undefined, open: Open): readonly HTMLElement[] {
  if (!found) return [];
  const { text, shown, more } = found;
  const links = shown.flatMap((one, at) => [document.createTextNode(at === 0 ? ': ' : ', '), itemLink(one, open)]);
  return [
    element(
      'p',
      { class: 'doubt' },
      element('span', { text }),
      ...links,
      ...(more > 0 ? [element('span', { text: ` and ${more} more` })] : []),
    ),
  ];
}
