import { headOf } from '../../core/blocks/options.ts';
import { viewNamed } from '../../core/blocks/registry.ts';
import type { LiveBlock } from '../../core/parse/body/facts.ts';
import { visible } from '../../core/text/visible.ts';
import type { DocumentNow } from '../request.ts';
import type { HoverSection } from './hover.ts';

/** What a live block shows. */
export function blockSection(block: LiveBlock, { document }: DocumentNow): HoverSection | undefined {
  const view = viewNamed(block.view);
  if (!view) return undefined;
  const options = headOf(block, document.text).options.map(({ name, value }) => {
    const written = `${visible(name)}=${visible(value)}`;
    const option = Object.hasOwn(view.options, name) ? view.options[name] : undefined;
    return option ? `${written}: ${option.doc.replaceAll('`', '')}` : `${written}: only items that are so`;
  });
  return {
    icon: 'sync',
    title: `Live block: ${view.name}`,
    lines: [view.doc, ...options, block.date === undefined ? 'Not written yet' : `As of ${visible(block.date)}`],
  };
}
