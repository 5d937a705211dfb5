const BLOCKS = '▁▂▃▄▅▆▇█';

/** How many values a line of blocks shows. */
const MOST = 12;

/** The newest values as a line of blocks, the lowest as low as can be: `▂▃▅▇`. Where all are the same it is half high. */
export function sparkline(values: readonly number[]): string {
  const shown = values.slice(-MOST);
  const low = Math.min(...shown);
  const span = Math.max(...shown) - low;
  const top = BLOCKS.length - 1;
  return shown.map((value) => BLOCKS[span > 0 ? Math.round(((value - low) / span) * top) : top >> 1]).join('');
}
