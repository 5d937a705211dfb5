/**
 * Compares the text of a block with lines, as they are made. Line ends, spaces at the ends of lines, empty lines around and
 * the spacing of tables make no difference: editors and formatters change them. Looks at no more lines than it takes to
 * tell, and pauses, as a generator, now and then.
 * @param indent what stands before each line of the text
 */
export function* sameContent(text: string, indent: string, lines: Iterable<string>): Generator<void, boolean> {
  const written = linesOf(text);
  const pairs = new Pairs();
  let empty = 0;
  let count = 0;
  /** The next line of the text; undefined at its end. */
  const next = (): string | undefined => {
    const { value, done } = written.next();
    if (done) return undefined;
    return value.startsWith(indent) ? value.slice(indent.length) : value;
  };
  let line = next();
  while (isEmpty(line)) line = next();
  for (const expected of lines) {
    if (++count % AT_ONCE === 0) yield;
    if (isEmpty(expected)) {
      empty++;
      continue;
    }
    for (; empty > 0; empty--) {
      if (!isEmpty(line)) return false;
      line = next();
    }
    if (line === undefined || !pairs.isSame(line, expected)) return false;
    line = next();
  }
  while (isEmpty(line)) line = next();
  return line === undefined;
}

/** How many lines are made and compared before a pause is offered. */
const AT_ONCE = 10;

const isEmpty = (line: string | undefined): boolean => line?.trimEnd() === '';

function* linesOf(text: string): Generator<string, undefined> {
  const END = /\r\n|\r|\n/g;
  let start = 0;
  for (let end = END.exec(text); end; end = END.exec(text)) {
    yield text.slice(start, end.index);
    start = end.index + end[0].length;
  }
  yield text.slice(start);
}

const FENCE = /^\s*(?:```|~~~)/;
const ROW = /^\s*\|/;

/** Compares lines in their order, with the spacing that they have by themselves. */
class Pairs {
  #inFence = false;

  isSame(a: string, b: string): boolean {
    if (FENCE.test(b)) this.#inFence = !this.#inFence;
    // Nearly all are the same to the letter.
    if (a === b) return true;
    const [line, other] = [a.trimEnd(), b.trimEnd()];
    return line === other || (!this.#inFence && ROW.test(a) && ROW.test(b) && normalRow(line) === normalRow(other));
  }
}

/** A row of a table without spaces around its cells, and with delimiters of one length. */
const normalRow = (line: string): string =>
  line
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim().replace(/^(:?)-+(:?)$/, '$1-$2'))
    .join('|');
