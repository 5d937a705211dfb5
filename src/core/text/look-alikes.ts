/**
 * Characters that mean something to Mermaid, to HTML or to Markdown, each with one that looks like it. Mermaid's own codes
 * (`#35;`) would print as they are where labels are not HTML; these draw right everywhere.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{ '<': '‹', '>': '›', '&': '＆', '"': '”', "'": '’', '`': 'ˋ' },
  ...{ '#': '＃', ';': '；', ':': '∶', '%': '％', $: '＄', '\\': '＼', '@': '＠' },
  ...{ '{': '｛', '}': '｝', '[': '［', ']': '］', '|': '∣', '*': '∗', '~': '∼', '^': 'ˆ' },
};

/** What means something in the quotes of a flowchart's label, wherever it stands. */
export const SPECIAL_IN_LABELS = '<>"&#`\\*~$@{}|^';
/** What means something in a name of a Gantt chart, which has no quotes. */
export const SPECIAL_IN_NAMES = '<>&"\'`#;:%$\\{}[]|@';

/** Puts look-alikes in the place of some characters of a text, one for one. */
export const withLookAlikes = (text: string, special: string): string =>
  [...text].map((character) => (special.includes(character) ? lookAlike(character) : character)).join('');

/** What stands for a character that means something. */
export const lookAlike = (character: string): string => LOOK_ALIKES[character] ?? character;
