import type { YAMLError } from 'yaml';
import type { Range } from '../../text/range.ts';
import { quoted } from '../../text/visible.ts';
import type { YamlProblem } from './node.ts';
import { unmask } from './surprises.ts';

/** What the YAML library says, in words that name what would be right, and where the cause stands. */
export function explain(error: YAMLError, text: string, base: number): YamlProblem {
  const { message, range } = explanation(error, text);
  const start = Math.min(Math.max(0, range.start), text.length);
  return { message, range: { start: base + start, end: base + Math.min(Math.max(range.end, start), text.length) } };
}

function explanation(error: YAMLError, text: string): YamlProblem {
  const at = Math.min(error.pos[0], Math.max(0, text.length - 1));
  const line = lineAround(text, at);
  switch (error.code) {
    case 'TAB_AS_INDENT':
      return { message: 'a tab indents this line: YAML takes spaces only', range: { start: at, end: at + 1 } };
    case 'BAD_DQ_ESCAPE':
      return {
        message:
          'a backslash in double quotes begins an escape that YAML does not know: use single quotes, or write \\\\',
        range: { start: at, end: at + 2 },
      };
    case 'MULTIPLE_DOCS':
      return { message: 'front matter is one YAML document: remove this line', range: documentStart(text) ?? line };
    case 'MISSING_CHAR':
    case 'BAD_INDENT':
    case 'BAD_DIRECTIVE':
    case 'BAD_SCALAR_START':
    case 'BLOCK_AS_IMPLICIT_KEY':
    case 'MULTILINE_IMPLICIT_KEY':
    case 'UNEXPECTED_TOKEN':
      return unclosedValue(text) ?? badValue(text, line, at) ?? badLine(text, line);
    default:
      return (
        badValue(text, line, at) ?? {
          message: unexplained(error),
          range: { start: at, end: Math.max(at + 1, Math.min(error.pos[1], line.end)) },
        }
      );
  }
}

/** What the library says itself, as part of a sentence. */
export function unexplained({ message }: YAMLError): string {
  return (message.split('\n')[0] as string).replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
}

/** Why a piece of YAML that parses is no part of a mapping. */
export function explainStray(text: string, base: number): YamlProblem {
  const { message, range } = badLine(text, lineAround(text, text.length - text.trimStart().length));
  return { message, range: { start: base + range.start, end: base + range.end } };
}

function unclosedValue(text: string): YamlProblem | undefined {
  const opener = unclosed(text);
  return (
    opener && {
      message: `the ${opener.what} that opens here is never closed: add ${opener.close}`,
      range: lineFrom(text, opener.at),
    }
  );
}

/** What YAML makes of a value that begins with one of its signs. */
const SIGNS: Readonly<Record<string, string>> = {
  '*': 'an alias',
  '&': 'an anchor',
  '!': 'a tag',
  '|': 'the beginning of a block of text',
  '>': 'the beginning of a block of text',
  '?': 'the beginning of a key',
};

/** A value that cannot stand as it is, on the line of an error; `at` is where the error was noticed. */
function badValue(text: string, line: Range, at: number): YamlProblem | undefined {
  const start = valueStart(text, line);
  const value = text.slice(start, line.end);
  const first = value[0] ?? '';
  const problem = (message: string): YamlProblem => ({ message, range: { start, end: line.end } });
  if (first === '"' || first === "'") return textAfterQuote(text, { start, end: line.end });
  if (first === '[' || first === '{') {
    const close = closingBracket(value);
    const rest = value.slice(close + 1).trim();
    if (close < 0 || rest === '') return badPart(text, line, at);
    if (/^[\]}]+$/.test(rest)) return problem(`there is one ${rest[0]} too many: remove it`);
    const what = first === '[' ? 'a list' : 'a mapping';
    return problem(
      `YAML reads ${shown(value.slice(0, close + 1))} as ${what}, and text follows: put the whole value in quotes`,
    );
  }
  if (start === line.start) return undefined;
  if (/^-(?:\s|$)/.test(value)) {
    return problem('"- " begins an entry of a list, on a line of its own: write it there, or put the value in quotes');
  }
  if (SIGNS[first] && (first !== '?' || /\s/.test(value[1] ?? ' '))) {
    return problem(`YAML reads a ${first} at the beginning of a value as ${SIGNS[first]}: put the value in quotes`);
  }
  return /^[\]},@`%]/.test(value)
    ? problem(`YAML refuses a value that begins with ${first}: put it in quotes`)
    : undefined;
}

function textAfterQuote(text: string, range: Range): YamlProblem | undefined {
  const value = text.slice(range.start, range.end);
  const close = closingQuote(value, 0);
  if (close < 0 || close === value.length - 1) return undefined;
  const quote = shown(value.slice(0, close + 1));
  const other = value[0] === '"' ? 'single' : 'double';
  return {
    message: `the quote that opens here closes after ${quote}, and text follows: put the whole value in ${other} quotes`,
    range,
  };
}

/** The value, of several in brackets on one line, in which an error was noticed. */
function badPart(text: string, line: Range, at: number): YamlProblem {
  let start = Math.min(Math.max(at, line.start), line.end);
  let end = start;
  while (start > line.start && !/[,[{]/.test(text[start - 1] as string)) start--;
  while (end < line.end && !/[,\]}]/.test(text[end] as string)) end++;
  const part = text.slice(start, end);
  const key = /^\s*(?:[^\s:]+\s*:\s+)?/.exec(part)?.[0] as string;
  const range = { start: start + key.length, end: start + Math.max(key.length, part.trimEnd().length) };
  if (range.end === range.start) {
    if (text[end] !== ',')
      return {
        message: 'YAML expects a value on this line, between brackets: write one, or remove the comma',
        range: line,
      };
    return { message: 'nothing stands before this comma: remove it', range: { start: end, end: end + 1 } };
  }
  const problem = /["']/.test(text[range.start] ?? '') ? textAfterQuote(text, range) : undefined;
  return problem ?? { message: 'YAML does not expect this between brackets: put the value in quotes', range };
}

function badLine(text: string, line: Range): YamlProblem {
  const content = text.slice(line.start, line.end);
  if (content.startsWith('%')) {
    return { message: 'YAML reads a line that begins with % as an instruction: remove it', range: line };
  }
  if (content.startsWith('---')) {
    return { message: 'front matter is one YAML document: remove this line', range: line };
  }
  const space = /^[^\s:]+:(?=([^\S \t]))/.exec(content);
  if (space) {
    const at = line.start + space[0].length;
    const code = (space[1] as string).charCodeAt(0).toString(16);
    return {
      message: `the space after the colon is none that YAML knows (U+${code.padStart(4, '0').toUpperCase()}): write a plain one`,
      range: { start: at, end: at + 1 },
    };
  }
  if (/^[^\s:]+:[^\s:/]/.test(content)) {
    return { message: 'a space is missing after the colon: write "key: value"', range: line };
  }
  if (/^-\s/.test(content)) {
    return {
      message: 'an entry of a list stands here, where "key: value" belongs: name the list above it, or remove the dash',
      range: line,
    };
  }
  if (valueStart(text, line) === line.start) {
    return {
      message: 'this is not "key: value", nor does it belong to the line above: write a key before it, or indent it',
      range: line,
    };
  }
  const deeper = deeperLine(text, line);
  if (deeper) {
    return { message: 'this line is indented deeper than the one it follows: line the two up', range: deeper };
  }
  return { message: 'this line is indented differently from its neighbours: line it up with them', range: line };
}

/** The line after another where it is `key: value` again, and deeper. */
function deeperLine(text: string, line: Range): Range | undefined {
  let at = line.end;
  while (at < text.length && /\s/.test(text[at] as string)) at++;
  if (at >= text.length) return undefined;
  const next = lineAround(text, at);
  return columnOf(text, next.start) > columnOf(text, line.start) && valueStart(text, next) > next.start
    ? next
    : undefined;
}

/** Part of the text, in a message. */
const shown = (text: string): string => quoted(unmask(text)).slice(1, -1);

const columnOf = (text: string, at: number): number => at - (text.lastIndexOf('\n', at - 1) + 1);

/** The line that begins a second document. */
function documentStart(text: string): Range | undefined {
  const match = /^---(?=\s|$)/m.exec(text);
  return match ? lineAround(text, match.index) : undefined;
}

/** The trimmed line that holds an offset; of a blank line, the next that is not, or else the one before. */
function lineAround(text: string, at: number): Range {
  const line = trimmedLine(text, at);
  if (line.end > line.start) return line;
  const next = text.slice(line.end).search(/\S/);
  return trimmedLine(text, next >= 0 ? line.end + next : Math.max(0, text.trimEnd().length - 1));
}

function trimmedLine(text: string, at: number): Range {
  let start = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
  let end = text.indexOf('\n', Math.max(start, at));
  if (end < 0) end = text.length;
  while (start < end && /\s/.test(text[start] as string)) start++;
  while (end > start && /\s/.test(text[end - 1] as string)) end--;
  return { start, end };
}

function lineFrom(text: string, at: number): Range {
  const end = /[\r\n]|$/.exec(text.slice(at)) as RegExpExecArray;
  return { start: at, end: at + text.slice(at, at + end.index).trimEnd().length };
}

function valueStart(text: string, line: Range): number {
  const match =
    /^(?:-\s+)*[^\s:]+\s*:(?:\s+|$)/.exec(text.slice(line.start, line.end)) ??
    /^(?:-\s+)+/.exec(text.slice(line.start, line.end));
  return line.start + (match?.[0].length ?? 0);
}

interface Opener {
  readonly at: number;
  readonly what: string;
  readonly close: string;
}

/** The first quote or bracket that opens a value and is not closed in the text, or is closed by another. */
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
      const last = open.pop();
      if (last && last.close !== character) return last;
    }
  }
  return open[0];
}

/** Where the bracket that a text begins with is closed, or -1. */
function closingBracket(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at] as string;
    if ((character === '"' || character === "'") && /[\s[{,:]/.test(text[at - 1] as string)) {
      const close = closingQuote(text, at);
      if (close < 0) return -1;
      at = close;
    } else if (character === '[' || character === '{') {
      depth++;
    } else if ((character === ']' || character === '}') && --depth === 0) {
      return at;
    }
  }
  return -1;
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
