import { FORMS, GANTT_DIRECTIVE } from './forms.ts';

// Mermaid draws in the thread of the page, and whoever has begun cannot be stopped. So it gets only what is known to be
// drawn in a moment: sources as Milepost writes them, and no larger than it writes them. Between the comments of a block
// anything else may stand until the plan has been read, or for good where the block is faulty; that stays text.

/** What a live block has at most; `core/graph/budget.ts` and `core/blocks/views` have the same figures. */
export const MOST = {
  characters: 50_000,
  nodes: 120,
  arrows: 180,
  frames: 60,
  bars: 120,
  /** Lines of the axis of a Gantt chart. */
  ticks: 1200,
  /** Frames in each other. */
  depth: 2,
  /** Characters of a line: cut labels are shorter. */
  line: 3000,
} as const;

/** Why a source is not drawn; nothing where it may be. */
export function whyNotDrawn(source: string): string | undefined {
  if (source.length > MOST.characters) return tooMany(source.length, 'characters', MOST.characters);
  const all = source.trimEnd().split('\n');
  const first = all[1] === 'gantt' && GANTT_DIRECTIVE.test(all[0] ?? '') ? 1 : 0;
  const form = FORMS.get(all[first] ?? '');
  if (!form) return 'it does not begin like one that Milepost writes';
  const counts = new Map<string, number>();
  const nodes = new Set<string>();
  let depth = 0;
  for (const [at, line] of all.slice(first + 1).entries()) {
    const name = line.length > MOST.line ? undefined : form.find(([, pattern]) => pattern.test(line))?.[0];
    depth += name === 'frames' ? 1 : name === 'ends' ? -1 : 0;
    const ids = name === 'nodes' || name === 'arrows' ? idsIn(line) : [];
    if (name === 'nodes') nodes.add(ids[0] ?? '');
    // Mermaid makes a node of an arrow's end that is none yet.
    const leadsNowhere = name === 'arrows' && !ids.every((id) => nodes.has(id));
    if (name === undefined || depth < 0 || depth > MOST.depth || leadsNowhere)
      return `its line ${first + at + 2} is none that Milepost writes`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  counts.set('ticks', ticksOf(source));
  const over = (['nodes', 'arrows', 'frames', 'bars', 'ticks'] as const).find(
    (name) => (counts.get(name) ?? 0) > MOST[name],
  );
  return over && tooMany(counts.get(over) ?? 0, over, MOST[over]);
}

/** The nodes that a line names, which is the one or the two at its ends. */
const idsIn = (line: string): readonly string[] => line.replace(/".*"/, '').match(/\bn\d+\b/g) ?? [];

const tooMany = (count: number, what: string, most: number): string =>
  `it has ${count} ${what}, and no more than ${most} are drawn`;

const DAYS: Readonly<Record<string, number>> = { day: 1, week: 7, month: 28 };
const DAY_MS = 86_400_000;

/** How many lines the axis of a Gantt chart has: from its first day to its last, at its interval. */
function ticksOf(source: string): number {
  const [, count = '1', unit = 'day'] = /tickInterval (\d+)([a-z]+)/.exec(source) ?? [];
  const days = [...source.matchAll(/, (\d{4}-\d\d-\d\d)/g)].map(([, day = '']) => Date.parse(day) / DAY_MS);
  if (days.length === 0) return 0;
  const span = Math.max(...days) - Math.min(...days);
  return Math.ceil(span / (Number(count) * (DAYS[unit] ?? 1)));
}
