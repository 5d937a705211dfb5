/** Stands at the top of every page that is generated. */
export const generatedFrom = (source: string): string =>
  `<!-- Generated from ${source} by \`npm run generate\`. Change it there. -->`;

/** Plain text in Markdown: nothing in it is markup. */
export const escaped = (text: string): string =>
  text.replace(/[\\`*<>[\]|]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\$&');

/** `a`, `a or b`, `a, b or c`. */
export const oneOf = (words: readonly string[]): string =>
  [words.slice(0, -1).join(', '), ...words.slice(-1)].filter((part) => part !== '').join(' or ');

/** A fenced block; the text ends with a line end. */
export const fenced = (language: string, text: string): string => `\`\`\`${language}\n${text}\`\`\``;

/** A table, with the width of its cells left alone: nobody edits it. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Blocks with an empty line between them, as a file. */
export const page = (blocks: readonly string[]): string => `${blocks.join('\n\n')}\n`;
