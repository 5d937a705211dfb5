import { labelText } from '../label-text.ts';

/**
 * Characters that mean something to Mermaid, to HTML or to Markdown, each with one that looks like it. Mermaid's own
 * codes (`#35;`) would print as they are where labels are not HTML; these draw right everywhere.
 */
const LOOK_ALIKE: Readonly<Record<string, string>> = {
  '<': '‹',
  '>': '›',
  '"': '”',
  '&': '＆',
  '#': '＃',
  '`': 'ˋ',
  '\\': '＼',
  '*': '∗',
  '~': '∼',
  $: '＄',
  '@': '＠',
  '{': '｛',
  '}': '｝',
  '|': '∣',
  '^': 'ˆ',
};
const SPECIAL = /[<>"&#`\\*~$@{}|^]/g;

/** Where characters that are plain by themselves make Markdown or an icon of what they stand in. */
const IN_PLACE: readonly (readonly [RegExp, string])[] = [
  // Emphasis; between letters, as in api_freeze, it is none.
  [/(?<![\p{L}\p{M}\p{N}])_|_(?![\p{L}\p{M}\p{N}])/gu, '＿'],
  // Links, images, definitions and addresses.
  [/\](?=[([:])/g, '］'],
  [/:(?=\/\/)/g, '∶'],
  [/(?<=www)\./gi, '․'],
  // A comment or a directive.
  [/%(?=%)|(?<=％)%/g, '％'],
  // Icons: fa:fa-bolt.
  [/:(?=fa-)/g, '∶'],
  // Lists, rules and front matter at the beginning.
  [/^-/, '‐'],
  [/^\+/, '＋'],
  [/^=/, '＝'],
  [/(?<=^\d{1,20})[.)](?= |$)/, '․'],
];

/** A text in the quotes of a label: characters that mean something replaced by others that look like them. */
export function mermaidLabel(text: string): string {
  const plain = labelText(text).replace(SPECIAL, (character) => LOOK_ALIKE[character] as string);
  return IN_PLACE.reduce((safe, [what, by]) => safe.replace(what, by), plain);
}
