import type { WrittenDependency } from '../../core/model/kinds/reference.ts';
import { formatDuration } from '../../core/model/values/duration.ts';
import type { LinkType } from '../../core/model/values/reference.ts';
import { visible } from '../../core/text/visible.ts';
import type { ValuePlace } from '../place/place.ts';
import type { HoverSection } from './hover.ts';

const WORDS: Readonly<Record<LinkType, readonly [from: string, to: string]>> = {
  FS: ['finishes', 'start'],
  SS: ['starts', 'start'],
  FF: ['finishes', 'finish'],
  SF: ['starts', 'finish'],
};

/** The type and lag of a dependency, which stand behind its id. */
export function linkSection({ item, field, scalar }: ValuePlace): HoverSection | undefined {
  const { range } = scalar;
  const written = item.parsed.references
    .filter((each) => each.field === field.name)
    .map((each) => each.written as Partial<WrittenDependency> & WrittenDependency)
    .find((each) => range.start <= each.range.start && each.range.end <= range.end);
  if (!written) return undefined;
  const [from, to] = WORDS[written.link];
  const { lag } = written;
  const [amount, when] = !lag?.amount
    ? ['', 'once']
    : [`${formatDuration({ ...lag, amount: Math.abs(lag.amount) })} `, lag.amount < 0 ? 'before' : 'after'];
  return {
    title: `${written.link}${lag?.amount ? `${lag.amount > 0 ? '+' : ''}${formatDuration(lag)}` : ''}`,
    lines: [`${visible(item.id)} can ${to} ${amount}${when} ${visible(written.text)} ${from}`],
  };
}
