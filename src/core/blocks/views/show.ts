import type { Item } from '../../plan/item.ts';
import type { Program } from '../../plan/program.ts';
import { quoted } from '../../text/visible.ts';
import type { ViewOption, ViewRequest } from '../view.ts';

/** `show=open`: leaves out what is closed. */
export const SHOW: Readonly<Record<'show', ViewOption>> = {
  show: {
    doc: '`open` leaves out what is closed; `all`, the default, does not.',
    words: ['open', 'all'],
    check: (value) =>
      value === 'open' || value === 'all' ? undefined : `write open or all in the place of ${quoted(value)}`,
  },
};

/** The items of a type that a block asks for, in document order. */
export function askedFor(type: 'milestone' | 'risk' | 'decision', request: ViewRequest): readonly Item[] {
  const openOnly = request.options.get('show') === 'open';
  return request.plan.ofType(type).filter((item) => (item.open || !openOnly) && request.accepts(item));
}

/** The programs that a block asks for: those with anything in them that passes its filters. */
export const programsAskedFor = ({ plan, accepts }: ViewRequest): readonly Program[] =>
  plan.programs.filter(({ item, items }) => (item && accepts(item)) || items.some(accepts));
