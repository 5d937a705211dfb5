import { readYaml } from '../../parse/yaml/read.ts';
import { yamlWord } from '../../scaffold/yaml-text.ts';
import { isSame } from '../edit/reference.ts';
import { inQuotes, quoteAround } from '../edit/scalar.ts';
import type { FixMaker } from '../fix.ts';
import { shown } from '../words.ts';

/**
 * Corrects a word of `milepost.yaml`, or puts it in quotes. Never safe: what the configuration says decides how
 * everything else is read.
 */
export const correctConfiguration: FixMaker = ({ source, range, suggestion }, { plan }) => {
  if (source !== plan.configuration.source) return [];
  const { path, text } = source;
  const written = text.slice(range.start, range.end);
  if (suggestion !== undefined) {
    const quote = /^(["']).*\1$/s.test(written) ? written[0] : undefined;
    const edit = { path, range, text: quote === undefined ? yamlWord(suggestion) : inQuotes(quote, suggestion) };
    return [{ title: `Change to ${shown(suggestion)}`, edits: [edit], preferred: true }];
  }
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const isSurprise = readYaml(text, start, text.length).surprises.some((surprise) => isSame(surprise.range, range));
  if (!isSurprise || /[\r\n]/.test(written)) return [];
  const edits = quoteAround(text, range.start, range.end).map((edit) => ({ path, ...edit }));
  return [{ title: 'Put the value in quotes', edits, preferred: true }];
};
