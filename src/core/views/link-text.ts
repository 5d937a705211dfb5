import { formatDuration } from '../model/values/duration.ts';
import type { Link } from '../plan/item.ts';

/** Whether a link says no more than that one comes after the other. */
export const isPlain = ({ type, lag }: Pick<Link, 'type' | 'lag'>): boolean => type === 'FS' && !lag?.amount;

/** The types of links in words. */
export const LINK_WORDS: Readonly<Record<Link['type'], string>> = {
  FS: 'finish to start',
  SS: 'start to start',
  FF: 'finish to finish',
  SF: 'start to finish',
};

/** A link as plans write it: `FS+5d`. */
export function linkText({ type, lag }: Pick<Link, 'type' | 'lag'>): string {
  if (!lag?.amount) return type;
  return `${type}${lag.amount > 0 ? '+' : ''}${formatDuration(lag)}`;
}
