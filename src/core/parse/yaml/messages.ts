import type { YAMLError } from 'yaml';
import type { Range } from '../../text/range.ts';
import type { YamlProblem } from './node.ts';

/** What the YAML library says, in words that name what would be right, and where the cause stands. */
export function explain(error: YAMLError, text: string, base: number): YamlProblem {
  const at = Math.min(error.pos[0], Math.max(0, text.length - 1));
  const line = lineAround(text, at);
  const here = (message: string, range: Range): YamlProblem => ({
    message,
    range: { start: base + range.start, end: base + Math.max(range.end, range.start) },
  });
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return here('a tab indents this line: YAML takes spaces only', { start: at, end: at + 1 });
    case 'MISSING_CHAR':
    case 'BAD_INDENT': {
      const opener = unclosed(text);
      if (opener) {
        return here(
          `the ${opener.what} that opens here is never closed: add ${opener.close}`,
          lineFrom(text, opener.at),
        );
      }
      return here('this line is indented differently from its neighbours: line it up with them', line);
    }
    case 'UNEXPECTED_TOKEN':
      if (/^\s*["']/.test(text.slice(valueStart(text, line), line.end))) {
        return here('text follows a closing quote: put the whole value between one pair of quotes', {
          start: valueStart(text, line),
          end: line.end,
        });
      }
      return here('YAML does not expect this here: write "key: value", or quote the value', line);
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY': {
      const opener = unclosed(text);
      if (opener) {
        return here(
          `the ${opener.what} that opens here is never closed: add ${opener.close}`,
          lineFrom(text, opener.at),
        );
      }
      if (/^[^\s:]+:\S/.test(text.slice(line.start, line.end))) {
        return here('a space is missing after the colon: write "key: value"', line);
      }
      return here('this is not "key: value", or its indentation differs from the lines around it', line);
    }
    case 'BAD_DQ_ESCAPE':
      return here(
        'a backslash in double quotes begins an escape that YAML does not know: use single quotes, or write \\\\',
        { start: at, end: at + 2 },
      );
    case 'MULTIPLE_DOCS':
      return here('front matter is one YAML document: remove the "..." or "---" line', line);
    default:
      return here(
        (error.message.split('\n')[0] as string).replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase()),
        {
          start: at,
          end: Math.max(at + 1, Math.min(error.pos[1], line.end)),
        },
      );
  }
}

/** The trimmed line that holds an offset; of a blank line, the last line before it that is not. */
function lineAround(text: string, at: number): Range {
  let start = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  let end = text.indexOf('\n', Math.max(start, at));
  if (end < 0) end = text.length;
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return end > start ? { start, end } : { start: Math.max(0, start - 1), end: Math.max(end, 1) };
}

function lineFrom(text: string, at: number): Range {
  const end = /[\r\n]|$/.exec(text.slice(at)) as RegExpExecArray;
  return { start: at, end: at + text.slice(at, at + end.index).trimEnd().length };
}

function valueStart(text: string, line: Range): number {
  const match =
    /^(?:-\s+)*[^\s:]+:\s+/.exec(text.slice(line.start, line.end)) ??
    /^(?:-\s+)+/.exec(text.slice(line.start, line.end));
  return line.start + (match?.[0].length ?? 0);
}

interface Opener {
  readonly at: number;
  readonly what: string;
  readonly close: string;
}

/** The first quote or bracket that opens a value and is not closed in the text. */
function unclosed(text: string): Opener | undefined {
  const open: Opener[] = [];
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    const opens = at === 0 || /[\s[{,:]/.test(text[at - 1] as string);
    if ((character === '"' || character === "'") && opens) {
      const close = closingQuote(text, at);
      if (close < 0) return { at, what: character === '"' ? 'double quote' : 'single quote', close: character };
      at = close;
    } else if (character === '#' && /\s/.test(text[at - 1] ?? '\n')) {
      const lineEnd = text.indexOf('\n', at);
      at = lineEnd < 0 ? text.length : lineEnd;
    } else if ((character === '[' || character === '{') && (opens || open.length)) {
      open.push({
        at,
        what: character === '[' ? 'list' : 'mapping',
        close: character === '[' ? ']' : '}',
      });
    } else if (character === ']' || character === '}') {
      open.pop();
    }
  }
  return open[0];
}

function closingQuote(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') at++;
    else if (text[at] === quote) {
      if (quote === "'" && text[at + 1] === "'") at++;
      else return at;
    }
  }
  return -1;
}
