/** Labels are cut here: a text of 20,000 characters keeps Mermaid busy for seconds. */
const MOST_GRAPHEMES = 80;

/**
 * Characters that mean something to Mermaid or to HTML, and others that look the same. Mermaid prints its own codes for
 * characters (`#35;`) raw where labels are no HTML, so there is no way to write them as they are.
 */
const LOOK_ALIKES: Readonly<Record<string, string>> = {
  ...{ '<': '‹', '>': '›', '&': '＆', '"': '”', "'": '’', '`': 'ˋ' },
  ...{ '#': '＃', ';': '；', ':': '∶', '%': '％', $: '＄', '\\': '＼' },
  ...{ '{': '｛', '}': '｝', '[': '［', ']': '］', '|': '｜', '@': '＠' },
};

/** Text of a plan as a label in a diagram: on one line, cut, and with nothing in it that Mermaid or a page acts on. */
export function mermaidText(text: string): string {
  const line = text
    // No more is looked at than can be shown.
    .slice(0, 40 * MOST_GRAPHEMES)
    .replace(/\s+/g, ' ')
    .replace(/[\p{C}\p{Zl}\p{Zp}]/gu, '')
    .trim();
  const graphemes = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(line)];
  const shown =
    graphemes.length > MOST_GRAPHEMES
      ? `${graphemes
          .slice(0, MOST_GRAPHEMES - 1)
          .map(({ segment }) => segment)
          .join('')}…`
      : line;
  return shown.replace(/[<>&"'`#;:%$\\{}[\]|@]/g, (character) => LOOK_ALIKES[character] as string);
}
