/**
 * Compares the text of a block with lines, as they are made. Line ends, spaces at the ends of lines, empty lines around and
 * the spacing of tables make no difference: editors and formatters change them. Looks at no more lines than it takes to
 * tell, and pauses, as a generator, now and then.
 * @param indent what stands before each line of the text
 */
export function* sameContent(text: string, indent: string, lines: Iterable<string>): Generator<void, boolean> {
  const [written, made] = [new Normal(), new Normal()];
  const there = linesOf(text)[Symbol.iterator]();
  let empty = 0;
  let count = 0;
  /** The next line of the text, empty ones at its beginning aside; undefined at its end. */
  const next = (): string | undefined => {
    const { value, done } = there.next();
    return done ? undefined : written.of(value.startsWith(indent) ? value.slice(indent.length) : value);
  };
  let first = next();
  while (first === '') first = next();
  for (const line of lines) {
    if (++count % AT_ONCE === 0) yield;
    const expected = made.of(line);
    if (expected === '') {
      empty++;
      continue;
    }
    for (; empty > 0; empty--) {
      if (first !== '') return false;
      first = next();
    }
    if (first !== expected) return false;
    first = next();
  }
  while (first === '') first = next();
  return first === undefined;
}

/** How many lines are compared before a pause is offered. */
const AT_ONCE = 100;

function* linesOf(text: string): Generator<string> {
  const END = /\r\n|\r|\n/g;
  let start = 0;
  for (let end = END.exec(text); end; end = END.exec(text)) {
    yield text.slice(start, end.index);
    start = end.index + end[0].length;
  }
  yield text.slice(start);
}

/** Lines with the spacing that they have by themselves. */
class Normal {
  #inFence = false;

  of(written: string): string {
    const line = written.trimEnd();
    if (/^\s*(?:```|~~~)/.test(line)) this.#inFence = !this.#inFence;
    return !this.#inFence && /^\s*\|/.test(line) ? normalRow(line) : line;
  }
}

/** A row of a table without spaces around its cells, and with delimiters of one length. */
const normalRow = (line: string): string =>
  line
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replace(/^(:?)-+(:?)$/, '$1-$2'))
    .join('|');
