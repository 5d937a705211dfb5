import picomatch from 'picomatch/posix.js';
import type { Kind } from '../model/kind.ts';
import { glob } from '../model/kinds/glob.ts';
import { type Listed, listOf } from '../model/kinds/list.ts';
import { reportUnknownKey } from '../model/kinds/scalar.ts';
import { isEmpty } from '../parse/yaml/node.ts';
import { nearest } from '../text/nearest.ts';
import { quoted } from '../text/visible.ts';
import { oneOf } from '../text/words.ts';

/** Conventions of others that Milepost reads: both names are those of architecture decision records, in any of their ways. */
export const CONVENTIONS = ['adr', 'madr'] as const;

export type Convention = (typeof CONVENTIONS)[number];

/** Files that follow a convention of others, and are read as they are. */
export interface Adapter {
  readonly use: Convention;
  /** Glob patterns, relative to the root. */
  readonly files: readonly string[];
}

const KEYS = ['use', 'files'];
const FORM = 'a mapping such as { use: adr, files: docs/adr/*.md }';
const files = listOf(glob);

/** One entry of `adapters`. */
export const adapter: Kind<Adapter> = {
  name: 'adapter',
  form: FORM,
  keys: {
    use: { name: 'convention', form: 'adr', words: CONVENTIONS, doc: 'The convention that the files follow.' },
    files: { ...files, doc: 'Glob patterns of the files, relative to the root.' },
  },
  schema: (z) => z.strictObject({ use: z.enum(CONVENTIONS), files: files.schema(z) }),
  read(node, report) {
    if (node.kind !== 'map') {
      report(node.range, `write ${FORM}`);
      return undefined;
    }
    let use: Convention | undefined;
    let patterns: readonly Listed<string>[] = [];
    for (const { key, value } of node.pairs) {
      if (!KEYS.includes(key.text)) reportUnknownKey(key, 'an adapter', KEYS, report);
      else if (!value || isEmpty(value)) continue;
      else if (key.text === 'files') patterns = files.read(value, report) ?? [];
      else {
        const word = value.kind === 'scalar' ? value.text.trim() : '';
        use = CONVENTIONS.find((name) => name === word);
        if (use) continue;
        const near = nearest(word, CONVENTIONS);
        const advice = near ? `did you mean ${near}?` : `write ${oneOf(CONVENTIONS)}`;
        report(value.range, `${quoted(word)} is not a convention that is read: ${advice}`, 'invalid-value', near);
        return undefined;
      }
    }
    if (use && patterns.length > 0) return { use, files: patterns.map(({ value }) => value) };
    report(node.range, `${use ? 'files' : 'use'} is missing: write ${FORM}`);
    return undefined;
  },
};

const compiled = new WeakMap<Adapter, (path: string) => boolean>();

/** The convention that a file follows, as the configuration says. */
export function conventionOf(path: string, adapters: readonly Adapter[]): Convention | undefined {
  return adapters.find((one) => {
    let matches = compiled.get(one);
    if (!matches) {
      matches = picomatch([...one.files]);
      compiled.set(one, matches);
    }
    return matches(path);
  })?.use;
}
