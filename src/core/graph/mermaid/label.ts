import { lookAlike, SPECIAL_IN_LABELS, withLookAlikes } from '../../text/look-alikes.ts';
import { labelText } from '../label-text.ts';

/** Where characters that are plain by themselves make Markdown or an icon of what they stand in. */
const IN_PLACE: readonly (readonly [RegExp, string])[] = [
  // Emphasis; between letters, as in api_freeze, it is none.
  [/(?<![\p{L}\p{M}\p{N}])_|_(?![\p{L}\p{M}\p{N}])/gu, '＿'],
  // Links, images, definitions and addresses.
  [/\](?=[([:])/g, lookAlike(']')],
  [/:(?=\/\/)/g, lookAlike(':')],
  [/(?<=www)\./gi, '․'],
  // A comment or a directive.
  [/%(?=%)|(?<=％)%/g, lookAlike('%')],
  // Icons: fa:fa-bolt.
  [/:(?=fa-)/g, lookAlike(':')],
  // Lists, rules and front matter at the beginning.
  [/^-/, '‐'],
  [/^\+/, '＋'],
  [/^=/, '＝'],
  [/(?<=^\d{1,20})[.)](?= |$)/, '․'],
];

/** A text in the quotes of a label: characters that mean something replaced by others that look like them. */
export function mermaidLabel(text: string): string {
  const plain = withLookAlikes(labelText(text), SPECIAL_IN_LABELS);
  return IN_PLACE.reduce((safe, [what, by]) => safe.replace(what, by), plain);
}
