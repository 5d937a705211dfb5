import type { ParsedDocument } from '../parse/document.ts';

/** A comment that has its lines to itself. */
const COMMENT = /^ {0,3}<!--(?:(?!-->)[\s\S])*-->[ \t]*(?:\r?\n|$)/gm;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/** The text of a report as one sends it: without front matter, and without the comments that only Milepost needs. */
export function plainReport({ text, frontMatter, body }: ParsedDocument): string {
  const whole = text.slice(frontMatter.bodyStart);
  const blocks = body.blocks.flatMap(({ open, close }) => (close ? [open, close] : [open]));
  const shifted = blocks.map(({ start, end }) => [start - frontMatter.bodyStart, end - frontMatter.bodyStart] as const);
  let rest = '';
  let at = 0;
  for (const [start, end] of shifted) {
    rest += whole.slice(at, start);
    at = end;
  }
  rest += whole.slice(at);
  return `${withoutGaps(rest.replace(COMMENT, (comment, place: number) => (isInFence(rest, place) ? comment : '\n')))}\n`;
}

/** Whether a place is within code. */
function isInFence(text: string, place: number): boolean {
  let open: string | undefined;
  for (const line of text.slice(0, place).split('\n')) {
    const [, fence] = FENCE.exec(line) ?? [];
    if (fence === undefined) continue;
    if (open === undefined) open = fence;
    else if (fence[0] === open[0] && fence.length >= open.length) open = undefined;
  }
  return open !== undefined;
}

/** One empty line where there were several, but for code. */
function withoutGaps(text: string): string {
  const lines: string[] = [];
  let open: string | undefined;
  for (const line of text.split(/\r?\n/)) {
    const [, fence] = FENCE.exec(line) ?? [];
    if (fence !== undefined) open = open === undefined ? fence : fence[0] === open[0] ? undefined : open;
    const isGap = open === undefined && line.trim() === '';
    if (isGap && (lines.length === 0 || lines.at(-1) === '')) continue;
    lines.push(isGap ? '' : line);
  }
  return lines.join('\n').trimEnd();
}
