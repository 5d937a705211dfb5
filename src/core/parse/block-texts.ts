/** `note: |` and `- >`: what opens a text of several lines. The group is what stands before the key, or before the dash. */
const STYLE = '[|>][-+\\d]{0,2}[ \\t]*(?:[ \\t]#.*)?$';
const UNDER_KEY = new RegExp(`^( *(?:- +)*)[^\\s#].*:[ \\t]+${STYLE}`);
const UNDER_DASH = new RegExp(`^( *(?:- +)*)-[ \\t]+${STYLE}`);

/** Tells the lines of texts in YAML from those of fields, without reading any: each line is asked about, in order. */
export class BlockTexts {
  /** What is indented further than this is a line of the text. */
  #indent: number | undefined;

  /** Whether a line, without its end, is one of a text. Of an empty line the next one says so. */
  hold(line: string): boolean {
    if (/^[ \t]*$/.test(line)) return this.#indent !== undefined;
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    if (this.#indent !== undefined && indent > this.#indent) return true;
    this.#indent = (UNDER_DASH.exec(line) ?? UNDER_KEY.exec(line))?.[1]?.length;
    return false;
  }
}
