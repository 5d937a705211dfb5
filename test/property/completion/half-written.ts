import { splitFrontMatter } from '../../../src/core/parse/front-matter.ts';
import type { Chance } from '../fixes/chance.ts';

/** A text that somebody is writing, and where. */
export interface HalfWritten {
  readonly text: string;
  readonly offset: number;
}

const BEGUN = [
  ...[
    'depends_on: ',
    'depends_on: [',
    'depends_on: [ga, ',
    'owner:',
    'owner: ',
    'owner: "',
    "owner: '",
    'due: 2026-',
    'status: ',
  ],
  ...[
    'tags: [',
    'tags:',
    'phase: ',
    'mute: { ',
    'mute: ',
    'mute:',
    'affects: ',
    'blocks: [api-freeze, ',
    'duration: ',
    'estimate: ',
  ],
  ...[
    'ow',
    'dep',
    'title',
    'x',
    'calendar: { ',
    'calendar:',
    'calendar: { workdays: [mon, ',
    'relates_to: [D-1,',
    'id: ',
    'health: ',
  ],
  ...[
    'depends_on: go-live ',
    'depends_on: [go-live ',
    'depends_on: [go-live SS+',
    'depends_on: { id: ',
    'depends_on: [{ id: go-live, ',
  ],
  ...[
    'workstream: ',
    'program: ',
    'goal: ',
    'type: ',
    'milestones:',
    'risks: ',
    'actions: [',
    'actions: [{ ',
    'windows: [',
    'from: ',
  ],
  ...['- ', '-', '- id', '- depends', '{ ', 'probability: ', 'progress: ', 'impact:h', 'key: ', 'review_every: '],
];

const MENTIONS = ['[[', '[[a', '[[go-', '[[]]', '[[x]', '[[atlas/'];

/** A body in which somebody has begun a mention: anywhere, also in the middle of a word. */
function mentioning(chance: Chance, text: string, bodyStart: number): HalfWritten {
  const at = bodyStart + chance.below(text.length - bodyStart + 1);
  const begun = chance.of(MENTIONS);
  const offset = at + (/\]/.exec(begun)?.index ?? begun.length);
  return { text: text.slice(0, at) + begun + text.slice(at), offset };
}

/** A text with the cursor somewhere in it, where somebody may have begun to write, or to take something away. */
export function halfWritten(chance: Chance, text: string): HalfWritten {
  const { content, bodyStart } = splitFrontMatter(text) ?? { content: { start: 0, end: text.length }, bodyStart: 0 };
  if (chance.is(0.07)) return mentioning(chance, text, bodyStart);
  const inside = content.start + chance.below(Math.max(1, content.end - content.start));
  const at = chance.is(0.93) ? inside : chance.below(text.length + 1);
  const line = startOf(text, at);
  const end = endOf(text, at);
  const isInBraces = text[content.start] === '{';
  switch (chance.below(isInBraces ? 3 : 6)) {
    case 0:
    case 1:
      return { text, offset: at };
    case 2:
      // The rest of the line is not there yet.
      return { text: text.slice(0, at) + text.slice(end), offset: at };
    case 3:
      return inserted(text, line, `${' '.repeat(chance.of([0, 0, 2, 2, 4, 4, 6, 3, 1]))}`, newlineOf(text));
    case 4: {
      const indent = /^[ \t]*(?:- +)?/.exec(text.slice(line, end))?.[0].replace('-', ' ') ?? '';
      return inserted(text, chance.is(0.5) ? line : nextLine(text, at), indent + chance.of(BEGUN), newlineOf(text));
    }
    default: {
      const begun = chance.of([', ', ',', ' ', '[', '"', "'", ':', ': ', '{ ', '/', 'a']);
      return { text: text.slice(0, at) + begun + text.slice(at), offset: at + begun.length };
    }
  }
}

function inserted(text: string, line: number, begun: string, newline: string): HalfWritten {
  return { text: text.slice(0, line) + begun + newline + text.slice(line), offset: line + begun.length };
}

const newlineOf = (text: string): string => /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';

function startOf(text: string, at: number): number {
  let start = at;
  while (start > 0 && !/[\r\n\ufeff]/.test(text[start - 1] as string)) start--;
  return start;
}

function endOf(text: string, at: number): number {
  let end = at;
  while (end < text.length && !/[\r\n]/.test(text[end] as string)) end++;
  return end;
}

function nextLine(text: string, at: number): number {
  const end = endOf(text, at);
  return end + (text[end] === '\r' && text[end + 1] === '\n' ? 2 : end < text.length ? 1 : 0);
}
