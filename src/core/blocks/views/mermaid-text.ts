import { labelText } from '../../graph/label-text.ts';

/**
 * Characters that mean something to Mermaid or to HTML, and others that look the same. Mermaid prints its own codes for
 * characters (`#35;`) raw where labels are no HTML, so there is no way to write them as they are.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{ '<': '‹', '>': '›', '&': '＆', '"': '”', "'": '’', '`': 'ˋ' },
  ...{ '#': '＃', ';': '；', ':': '∶', '%': '％', $: '＄', '\\': '＼' },
  ...{ '{': '｛', '}': '｝', '[': '［', ']': '］', '|': '｜', '@': '＠' },
};

/** Text of a plan as a name in a Gantt chart: on one line, cut, and with nothing in it that Mermaid or a page acts on. */
export const mermaidText = (text: string): string =>
  labelText(text).replace(/[<>&"'`#;:%$\\{}[\]|@]/g, (character) => LOOK_ALIKES[character] as string);
