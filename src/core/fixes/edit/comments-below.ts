import { lineEnd, nextLine } from './lines.ts';

/**
 * The end of what belongs to an entry of a list: of the last line below the one that ends at an offset which is a comment
 * that stands in further than the dashes do, blank lines aside; the offset itself where there is none.
 */
export function endWithComments(text: string, end: number, dashes: number): number {
  let found = end;
  for (let at = nextLine(text, end); at < text.length; at = nextLine(text, at)) {
    const line = text.slice(at, lineEnd(text, at));
    const comment = /^( *)#/.exec(line);
    if (comment && (comment[1] as string).length > dashes) found = at + line.length;
    else if (line.trim() !== '') break;
  }
  return found;
}
