/** Words that YAML, of one version or another, reads as something else than text. */
const WORDS = /^(?:true|false|yes|no|on|off|y|n|null|tbd|\.inf|\.nan)$/i;

/** Letters, digits and harmless signs, with nothing at either end that means something to YAML. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ._()/&+'’–—-]*[\p{L}\p{M}\p{N}.)'’])?$/u;

/** Ids, references, days and percentages: Milepost reads them as they are written, also where YAML sees a number. */
const NAME = /^[\p{L}\p{N}][\p{L}\p{M}\p{N}._/-]*%?$/u;

/** A text as a YAML value in a block or flow mapping: as it is where YAML reads it as that text, else in double quotes. */
export function yamlText(text: string): string {
  const plain = PLAIN.test(text) && !WORDS.test(text) && !/^[\d.+-]/.test(text);
  return plain ? text : inDoubleQuotes(text);
}

/** Beyond what JSON escapes: what YAML takes for no character of a text, and what turns the order of a line. */
const UNPRINTABLE = /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;

/** A text in double quotes, in which YAML has the escapes of JSON. */
export const inDoubleQuotes = (text: string): string =>
  JSON.stringify(text).replace(UNPRINTABLE, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** A word of a plan as a YAML value: an id, a reference, a status, a day. Quoted only where it would not be that word. */
export function yamlWord(word: string): string {
  return NAME.test(word) && !WORDS.test(word) ? word : yamlText(word);
}
