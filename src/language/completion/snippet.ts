/** Text as a snippet that inserts exactly it. */
export const inSnippet = (text: string): string => text.replace(/[\\$}]/g, '\\$&');

/** A tab stop with the text that stands there until somebody writes another one. */
export const tabStop = (number: number, text: string): string =>
  text === '' ? `$${number}` : `\${${number}:${inSnippet(text)}}`;

/** What a snippet inserts before anybody has filled in anything: a tab stop that is there twice says the same twice. */
export function plainSnippet(snippet: string): string {
  const texts = new Map<string, string>();
  for (const [, number = '', text = ''] of snippet.matchAll(PLACEHOLDER)) texts.set(number, text);
  return snippet
    .replace(PLACEHOLDER, (_, number: string) => texts.get(number) ?? '')
    .replace(/(?<!\\)\$(\d+)/g, (_, number: string) => texts.get(number) ?? '')
    .replace(/\\([\\$}])/g, '$1');
}

const PLACEHOLDER = /\$\{(\d+):((?:[^\\}]|\\.)*)\}/g;
