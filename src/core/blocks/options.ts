import type { LiveBlock } from '../parse/body/facts.ts';
import type { Range } from '../text/range.ts';

/** An option in the comment that begins a block. */
export interface WrittenOption {
  readonly name: string;
  /** Without quotes. */
  readonly value: string;
  /** The whole of it, `owner="Maria Silva"`. */
  readonly range: Range;
  /** The value with its quotes. */
  readonly valueRange: Range;
}

/** The parts of the comment that begins a block. */
export interface BlockHead {
  /** Where the name of the view stands. */
  readonly viewRange: Range;
  readonly options: readonly WrittenOption[];
  /** The first stretch that is no option. */
  readonly unreadable: Range | undefined;
}

const OPTION = /([^\s=]+)=("[^"]*"|'[^']*'|[^\s"']*)(?=\s|$)/y;

/** Reads the comment that begins a block: `key=value`, with quotes around what holds spaces. */
export function headOf({ view, options: written, open }: LiveBlock, text: string): BlockHead {
  const comment = text.slice(open.start, open.end);
  const head = /^<!--\s*milepost\s*/.exec(comment)?.[0].length ?? 0;
  const viewStart = open.start + head;
  const viewRange = view === '' ? open : { start: viewStart, end: viewStart + view.length };
  const start = text.indexOf(written, viewStart + view.length);
  const options: WrittenOption[] = [];
  for (let at = 0; at < written.length; ) {
    const space = /^\s*/.exec(written.slice(at))?.[0].length ?? 0;
    at += space;
    OPTION.lastIndex = at;
    const found = OPTION.exec(written);
    if (!found) {
      const word = /^\S+/.exec(written.slice(at))?.[0] ?? '';
      return { viewRange, options, unreadable: { start: start + at, end: start + at + word.length } };
    }
    const [whole, name, value] = found as unknown as [string, string, string];
    options.push({
      name,
      value: /^["']/.test(value) ? value.slice(1, -1) : value,
      range: { start: start + at, end: start + at + whole.length },
      valueRange: { start: start + at + name.length + 1, end: start + at + whole.length },
    });
    at += whole.length;
  }
  return { viewRange, options, unreadable: undefined };
}
