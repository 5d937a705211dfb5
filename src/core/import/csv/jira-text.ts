/**
 * The text of an issue without Jira's markup: lists become lists that others know, links keep their address, and what
 * only makes it look otherwise goes.
 */
export function plainJiraText(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map(plainLine)
    .join('\n');
}

function plainLine(line: string): string {
  const [, heading] = /^\s*h[1-6]\.\s+(.*)$/.exec(line) ?? [];
  const [, marks = '', item] = /^\s*([*#-]{1,6})\s+(.*)$/.exec(line) ?? [];
  const text = heading ?? item ?? line;
  const plain = text
    .replace(/\{(?:code|noformat|quote|panel|color|anchor)(?::[^{}\n]*)?\}/g, '')
    .replace(/\{\{([^{}\n]+)\}\}/g, '$1')
    .replace(/\[([^[\]|\n]+)\|((?:https?|mailto):[^[\]|\s]+)(?:\|[^[\]\n]*)?\]/g, '$1 ($2)')
    .replace(/\[((?:https?|mailto):[^[\]|\s]+)\]/g, '$1')
    .replace(/(?<![\p{L}\p{N}])!([\w.-]+\.\w{2,4})(?:\|[^!\n]*)?!/gu, '($1)')
    .replace(/(?<![\p{L}\p{N}])([*_])(?=\S)([^*_\n]+?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2');
  if (item === undefined) return plain;
  return `${marks.endsWith('#') ? '1.' : '-'} ${plain}`;
}
