import fc from 'fast-check';
import { ITEM_TYPES } from '../../src/core/model/registry.ts';
import { anotherValue, arbitraryField } from './arbitrary-items.ts';
import {
  arbitraryEntry,
  arbitraryFile,
  arbitraryPath,
  arbitraryProse,
  arbitraryRecord,
  arbitraryStatus,
  arbitraryValues,
  RECORDS_READ,
  type Texts,
  VALUE_FILES,
} from './arbitrary-texts.ts';

/** One change of a plan, as a person or a branch switch makes it. */
export interface Edit {
  readonly what: string;
  readonly apply: (texts: Texts) => Texts;
}

/** One of some values, by a number that is taken as one below how many there are. */
const pick = <T>(values: readonly T[], number: number): T | undefined => values[number % Math.max(1, values.length)];

const markdownIn = (files: ReadonlyMap<string, string>): string[] =>
  [...files.keys()].filter((name) => name.endsWith('.md')).sort();

/** Changes the text of a file. */
function inFile(what: string, change: (text: string, at: number) => string): fc.Arbitrary<Edit> {
  return fc.tuple(fc.nat(50), fc.nat(1000)).map(([file, at]) => ({
    what,
    apply({ files, today }) {
      const path = pick(markdownIn(files), file);
      if (path === undefined) return { files, today };
      return { files: new Map(files).set(path, change(files.get(path) as string, at)), today };
    },
  }));
}

/** Replaces one of the places where a pattern matches. */
function replaceOne(text: string, pattern: RegExp, at: number, by: (match: RegExpExecArray) => string): string {
  const match = pick([...text.matchAll(pattern)], at);
  return match ? `${text.slice(0, match.index)}${by(match)}${text.slice(match.index + match[0].length)}` : text;
}

const FIELD = /(?<=^|\{ |, )([a-z_]+): (\[[^\]\n]*\]|"[^"\n]*"|\{[^}\n]*\}|[^,\n{}[\]]+?)(?=,| \}|\n)/gm;
const ENTRY = /^ {2}- \{.*\n/gm;

const anyType = fc.constantFrom(...ITEM_TYPES);
const setField = inFile('set a field', (text, at) =>
  replaceOne(
    text,
    FIELD,
    at,
    ([, name]) => `${name}: ${name === 'type' ? 'milestone' : anotherValue(name as string, at)}`,
  ),
);
const setOften = fc
  .constantFrom('title', 'status', 'due', 'owner', 'updated', 'depends_on', 'reviewed', 'calendar', 'progress')
  .chain((name) =>
    inFile(`set ${name}`, (text, at) =>
      replaceOne(
        text,
        new RegExp(FIELD.source.replace('([a-z_]+)', `(${name})`), 'gm'),
        at,
        () => `${name}: ${anotherValue(name, at)}`,
      ),
    ),
  );
const addField = anyType
  .chain(arbitraryField)
  .chain(([name, value]) =>
    inFile(`add ${name}: ${value}`, (text, at) =>
      replaceOne(text, /(?<=\{ |, )id: [^,}\n]+(?=,| \})|^type: .*(?=\n)/gm, at, ([id]) =>
        id.startsWith('type') ? `${id}\n${name}: ${value}` : `${id}, ${name}: ${value}`,
      ),
    ),
  );
const dropField = inFile('drop a field', (text, at) =>
  replaceOne(text, /, [a-z_]+: (?:\[[^\]\n]*\]|[^,{}[\]\n]+)(?=,| \})|^(?!type)[a-z_]+: .+\n/gm, at, () => ''),
);
const addEntry = anyType
  .chain(arbitraryEntry)
  .chain((entry) => inFile('add an entry', (text, at) => replaceOne(text, ENTRY, at, ([before]) => before + entry)));
const dropEntry = inFile('drop an entry', (text, at) => replaceOne(text, ENTRY, at, () => ''));
const write = arbitraryProse.chain((more) => inFile('write', (text) => text + more));
const erase = inFile('erase', (text, at) => replaceOne(text, /^(?:#|- \[|\[|see|text).*\n/gm, at, () => ''));
const type = fc.constantFrom('"', '[', '{', ': ', 'é', '\n', '@', '<<<<<<< HEAD\n', '- ', '}', 'x').chain((typed) =>
  inFile(`type ${JSON.stringify(typed)}`, (text, at) => {
    const place = (at * 7919) % (text.length + 1);
    return text.slice(0, place) + typed + text.slice(place);
  }),
);
const backspace = inFile('backspace', (text, at) => {
  const place = (at * 7919) % (text.length + 1);
  return text.slice(0, place) + text.slice(place + 1);
});

/** A broken file is written anew, so that plans do not end up in pieces. */
const rewrite = arbitraryFile.chain((text) => inFile('rewrite', () => text));
const create = fc.tuple(arbitraryPath, arbitraryFile).map(([path, text]) => ({
  what: `create ${path}`,
  apply: ({ files, today }: Texts) => ({ files: new Map(files).set(path, text), today }),
}));
const move = fc.tuple(fc.nat(50), fc.option(arbitraryPath)).map(([file, to]) => ({
  what: to === null ? 'delete a file' : `move a file to ${to}`,
  apply({ files, today }: Texts) {
    const from = pick(markdownIn(files), file) ?? '';
    const left = new Map(files);
    left.delete(from);
    return { files: to === null ? left : left.set(to, files.get(from) ?? ''), today };
  },
}));
const record = fc.tuple(fc.constantFrom('adr/a.md', 'adr/D-1.md'), arbitraryRecord).map(([path, text]) => ({
  what: `record ${path}`,
  apply: ({ files, today }: Texts) => ({ files: new Map(files).set(path, text), today }),
}));
const decide = fc.tuple(fc.constantFrom('adr/a.md', 'adr/D-1.md'), arbitraryStatus).map(([path, status]) => ({
  what: `decide ${path}: ${status}`,
  apply({ files, today }: Texts) {
    const text = files.get(path);
    if (text === undefined) return { files, today };
    const decided = text.replace(/(?<=# Use it\n\n)[\s\S]*/, () => status);
    return { files: new Map(files).set(path, decided), today };
  },
}));
const setValues = fc.tuple(fc.constantFrom(...VALUE_FILES), arbitraryValues).map(([path, text]) => ({
  what: text === undefined ? `delete ${path}` : `write ${JSON.stringify(text)} into ${path}`,
  apply({ files, today }: Texts) {
    const left = new Map(files);
    left.delete(path);
    return { files: text === undefined ? left : left.set(path, text), today };
  },
}));
const CONFIGURATIONS = [
  `${RECORDS_READ}rules: { blocked-upstream: warning }\n`,
  `${RECORDS_READ}rules: { stale: off, overdue: error }\n`,
  'stale_after: { milestone: 3d }\n',
  'nonsense: x\n',
  '',
];
const configure = fc.constantFrom(...CONFIGURATIONS).map((text) => ({
  what: `configure ${text}`,
  apply: ({ files, today }: Texts) => ({ files: new Map(files).set('milepost.yaml', text), today }),
}));
const nextDay = fc.constant({
  what: 'next day',
  apply: ({ files, today }: Texts) => ({ files, today: today + 1 }),
});

/** What people do with a plan, about as often as they do it. */
export const arbitraryEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 30, arbitrary: setField },
  { weight: 20, arbitrary: setOften },
  { weight: 20, arbitrary: addField },
  { weight: 10, arbitrary: dropField },
  { weight: 3, arbitrary: addEntry },
  { weight: 2, arbitrary: dropEntry },
  { weight: 8, arbitrary: write },
  { weight: 4, arbitrary: erase },
  { weight: 3, arbitrary: type },
  { weight: 2, arbitrary: backspace },
  { weight: 2, arbitrary: rewrite },
  { weight: 2, arbitrary: create },
  { weight: 1, arbitrary: move },
  { weight: 1, arbitrary: record },
  { weight: 6, arbitrary: decide },
  { weight: 3, arbitrary: setValues },
  { weight: 1, arbitrary: configure },
  { weight: 1, arbitrary: nextDay },
);
