/**
 * Whether two texts of a block say the same. Line ends, spaces at the ends of lines, empty lines around and the spacing
 * of tables make no difference: editors and formatters change them.
 */
export function sameContent(a: string, b: string): boolean {
  return a === b || normal(a) === normal(b);
}

function normal(text: string): string {
  let inFence = false;
  const lines = text.split(/\r\n|\r|\n/).map((written) => {
    const line = written.trimEnd();
    if (/^\s*(?:```|~~~)/.test(line)) inFence = !inFence;
    return !inFence && /^\s*\|/.test(line) ? normalRow(line.trim()) : line;
  });
  while (lines[0] === '') lines.shift();
  while (lines.at(-1) === '') lines.pop();
  return lines.join('\n');
}

/** A row of a table with one space around each cell, and with delimiters of one length. */
function normalRow(line: string): string {
  return line
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replace(/^(:?)-+(:?)$/, '$1-$2'))
    .join('|');
}
