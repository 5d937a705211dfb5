import type { PictureEdge } from '../picture.ts';

/** The arrow of an edge: thick on a critical path, a cross where it closes a cycle, dotted between programs. */
export function arrowOf({ critical, cycle, crossing }: PictureEdge): string {
  if (critical) return '==>';
  const line = crossing ? '-.-' : '--';
  return `${line}${cycle ? 'x' : '>'}`;
}

/** What stands on an edge: how it links, where that is not finish to start, and how many links it stands for. */
export function edgeLabel({ links, count, cycle }: PictureEdge): string {
  const written = links.flatMap(({ type, lag }) => {
    if (type === 'FS' && lag === undefined && links.length === 1) return [];
    return [[type, lag === undefined ? '' : lag.startsWith('-') ? lag : `+${lag}`].join('')];
  });
  const many = links.length === 0 && count > 1 ? [`${count} links`] : [];
  return [...written, ...many, ...(cycle ? ['closes a cycle'] : [])].join(', ');
}
