import fc from 'fast-check';

/** Everything that a plan is made of: its files, and the day. */
export interface Texts {
  readonly files: ReadonlyMap<string, string>;
  readonly today: number;
}

/** One change of a plan, as a person or a branch switch makes it. */
export interface Edit {
  readonly what: string;
  readonly apply: (texts: Texts) => Texts;
}

const IDS = ['a', 'b', 'c', 'd', 'R-1', 'D-1', 'D-2', 'x-y', 'core'];
const REFERENCES = [...IDS, 'atlas/a', 'beta/b', 'gone/a', 'abc', 'R-9', '"b SS+3d"', '"atlas/c FF"'];
const DAYS = ['2026-10-02', '2026-11-10', '2026-11-20', '2026-11-24', '2026-12-11', '2026-W50'];

const list = (...values: readonly string[]) =>
  fc.subarray(REFERENCES.concat(values), { minLength: 1, maxLength: 3 }).map((ids) => `[${ids.join(', ')}]`);
const oneOf = (...values: readonly string[]) => fc.constantFrom(...values);

/** What is written in each field: mostly what belongs there. */
const VALUES: Readonly<Record<string, fc.Arbitrary<string>>> = {
  title: oneOf('Launch', 'The move', '"a: b"', 'x'),
  owner: oneOf('maria', 'chen', 'tbd'),
  status: oneOf(
    ...[
      'planned',
      'in-progress',
      'blocked',
      'at-risk',
      'done',
      'cancelled',
      'open',
      'occurred',
      'proposed',
      'accepted',
    ],
    ...['superseded', 'rejected', 'requested', 'declined', 'resolved', 'active', 'on-hold', 'nearly'],
  ),
  due: oneOf(...DAYS),
  start: oneOf(...DAYS),
  started: oneOf(...DAYS),
  target: oneOf(...DAYS),
  promised: oneOf(...DAYS),
  needed_by: oneOf(...DAYS),
  updated: oneOf(...DAYS, '2026-05-01'),
  reviewed: oneOf(...DAYS, '2026-05-01'),
  completed: oneOf(...DAYS),
  review_by: oneOf(...DAYS),
  date: oneOf(...DAYS),
  progress: oneOf('0', '40', '100', 'checklist'),
  duration: oneOf('3d', '2w'),
  depends_on: list(),
  blocks: list(),
  relates_to: list('D-1', 'D-2'),
  supersedes: list('D-1', 'D-2'),
  superseded_by: list('D-1', 'D-2'),
  affects: list(),
  mitigated_by: list(),
  provided_by: oneOf(...REFERENCES),
  became: oneOf(...REFERENCES),
  goal: oneOf(...REFERENCES),
  workstream: oneOf('core', 'web', 'cor', 'a'),
  program: oneOf('atlas', 'beta', 'betta'),
  probability: oneOf('10%', '80%'),
  impact: oneOf('low', 'high'),
  response: oneOf('accept', 'mitigate'),
  severity: oneOf('low', 'high'),
  health: oneOf('green', 'amber'),
  path_to_green: oneOf('x'),
  calendar: oneOf('{ workdays: [mon, tue] }', '{ holidays: [2026-11-20] }'),
  tags: oneOf('[a, b]'),
  from: oneOf('vendor'),
  review_every: oneOf('5d', '3ew'),
  mute: oneOf('{ overdue: 2026-12-01 }', '{ missing-owner: 2026-12-01 }', '{ blokced: 2026-12-01 }'),
  id: oneOf(...IDS),
  unheard_of: oneOf('x'),
};

const field = fc
  .constantFrom(...Object.keys(VALUES))
  .chain((name) => (VALUES[name] as fc.Arbitrary<string>).map((value) => [name, value] as const));
const fields = fc.uniqueArray(field, { selector: ([name]) => name, maxLength: 6 });
const entry = fc
  .tuple(oneOf(...IDS), fields)
  .map(
    ([id, more]) =>
      `{ ${[['id', id] as const, ...more.filter(([name]) => name !== 'id')].map((pair) => pair.join(': ')).join(', ')} }`,
  );

const COLLECTIONS = ['milestones', 'risks', 'decisions', 'issues', 'actions', 'dependencies', 'workstreams'];
const collections = fc
  .uniqueArray(fc.tuple(oneOf(...COLLECTIONS), fc.array(entry, { minLength: 1, maxLength: 4 })), {
    selector: ([key]) => key,
    maxLength: 4,
  })
  .map((all) => all.map(([key, entries]) => `${key}:\n${entries.map((text) => `  - ${text}\n`).join('')}`).join(''));

const PROSE = [
  ...['# a\n', '## b: the second\n', '## R-1\n', '### Notes\n', 'text\n', '- [ ] open\n', '- [x] done\n'],
  ...['see [[a]]\n', 'see [[D-1]] and [[D-2]]\n', 'see [[nothing]]\n', 'see [[atlas/c]]\n', '[n](n.md)\n'],
  ...['[p](p.md#a)\n', '[q](../atlas/q.md#notes)\n', '[r](/beta/r.md#nots)\n', '[README](/README.md)\n'],
];
const prose = fc.array(oneOf(...PROSE), { maxLength: 5 }).map((parts) => parts.join(''));

const own = (type: string) =>
  fc
    .tuple(fields, collections)
    .map(([all, more]) => `---\ntype: ${type}\n${all.map((pair) => `${pair.join(': ')}\n`).join('')}${more}---\n`);
const document = fc
  .tuple(
    fc.oneof(
      own('program'),
      fc
        .constantFrom('milestone', 'risk', 'decision', 'issue', 'action', 'dependency', 'workstream', 'register')
        .chain(own),
    ),
    prose,
  )
  .map((parts) => parts.join(''));
const path = fc
  .tuple(oneOf('', 'atlas/', 'beta/', 'beta/deep/'), oneOf('README', 'p', 'q', 'r', 's', 'n'))
  .map(([folder, name]) => `${folder}${name}.md`);

/** A plan with programs, decisions, mentions and all, a third of which is wrong. */
export const arbitraryTexts: fc.Arbitrary<Texts> = fc
  .record({
    atlas: own('program'),
    more: fc.dictionary(path, document, { minKeys: 3, maxKeys: 9 }),
    today: fc.constantFrom(20_778, 20_800),
  })
  .map(({ atlas, more, today }) => ({
    files: new Map([...Object.entries(more), ['atlas/README.md', atlas.replace(/^type: program\n/m, '$&id: atlas\n')]]),
    today,
  }));

/** A file, by a number that is taken as one below how many there are. */
const pick = <T>(values: readonly T[], number: number): T | undefined => values[number % Math.max(1, values.length)];

/** Changes the text of a Markdown file. */
const inFile = (what: string, change: (text: string, at: number) => string | undefined): fc.Arbitrary<Edit> =>
  fc.tuple(fc.nat(50), fc.nat(200)).map(([file, at]) => ({
    what,
    apply({ files, today }) {
      const chosen = pick([...files.keys()].filter((name) => name.endsWith('.md')).sort(), file);
      const text = chosen === undefined ? undefined : change(files.get(chosen) as string, at);
      return text === undefined ? { files, today } : { files: new Map(files).set(chosen as string, text), today };
    },
  }));

/** Replaces one of the places where a pattern matches. */
function replaceOne(text: string, pattern: RegExp, at: number, by: (match: RegExpExecArray) => string): string {
  const match = pick([...text.matchAll(pattern)], at);
  return match ? `${text.slice(0, match.index)}${by(match)}${text.slice(match.index + match[0].length)}` : text;
}

const FIELD = /(?<=^|[{,] ?)([a-z_]+): (\[[^\]\n]*\]|"[^"\n]*"|\{[^}\n]*\}|[^,\n{}]+?)(?=,| \}|\n)/gm;

const setValue = field.chain(([name, value]) =>
  inFile(`${name}: ${value}`, (text, at) => {
    const written = new RegExp(FIELD.source.replace('([a-z_]+)', `(${name})`), 'gm');
    if (!written.test(text)) return text.replace(/^type: .*\n/m, `$&${name}: ${value}\n`);
    return replaceOne(text, written, at, () => `${name}: ${value}`);
  }),
);
const addField = field.chain(([name, value]) =>
  inFile(`, ${name}: ${value}`, (text, at) =>
    replaceOne(text, /(?<=\{ id: [^,}]+)(?=,| \})/g, at, () => `, ${name}: ${value}`),
  ),
);
const dropField = inFile('drop a field', (text, at) =>
  replaceOne(text, /, [a-z_]+: [^,{}[\]]+(?=,| \})|^(?!type)[a-z_]+: .*\n/gm, at, () => ''),
);
const addEntry = entry.chain((written) =>
  inFile('add an entry', (text, at) =>
    replaceOne(text, /^ {2}- \{.*\n/gm, at, (match) => `${match[0]}  - ${written}\n`),
  ),
);
const dropEntry = inFile('drop an entry', (text, at) => replaceOne(text, /^ {2}- \{.*\n/gm, at, () => ''));
const write = prose.chain((more) => inFile('write', (text) => `${text}${more}`));
const dropProse = inFile('drop prose', (text, at) => replaceOne(text, /^(?:#|-|\[|see|text).*\n/gm, at, () => ''));
const type = fc.constantFrom('"', '[', '{', ': ', 'é', '\n', '@', '<<<<<<< HEAD\n', '- ', '}').chain((typed) =>
  inFile(`type ${typed}`, (text, at) => {
    const place = (at * 7919) % (text.length + 1);
    return `${text.slice(0, place)}${typed}${text.slice(place)}`;
  }),
);
const mend = inFile('mend', (text) =>
  text.replace(/<<<<<<< HEAD\n|é|@/g, '').replace(/^([a-z_]+: )["[{]*x?\n/gm, '$1x\n'),
);

const write1 = fc.tuple(path, document).map(([name, text]) => ({
  what: `write ${name}`,
  apply: ({ files, today }: Texts) => ({ files: new Map(files).set(name, text), today }),
}));
const remove = fc.nat(50).map((file) => ({
  what: 'remove a file',
  apply({ files, today }: Texts) {
    const left = new Map(files);
    left.delete(pick([...files.keys()].sort(), file) ?? '');
    return { files: left, today };
  },
}));
const rename = fc.tuple(fc.nat(50), path).map(([file, to]) => ({
  what: `rename a file to ${to}`,
  apply({ files, today }: Texts) {
    const from = pick([...files.keys()].filter((name) => name.endsWith('.md')).sort(), file);
    if (from === undefined) return { files, today };
    const left = new Map(files);
    left.delete(from);
    return { files: left.set(to, files.get(from) as string), today };
  },
}));
const configure = fc
  .constantFrom(
    'rules: { blocked-upstream: warning }\n',
    'rules: { stale: off, overdue: error }\n',
    'stale_after: { milestone: 3d }\n',
    'nonsense: x\n',
    '',
  )
  .map((text) => ({
    what: `configure ${text}`,
    apply: ({ files, today }: Texts) => ({ files: new Map(files).set('milepost.yaml', text), today }),
  }));
const nextDay = fc.constant({ what: 'next day', apply: ({ files, today }: Texts) => ({ files, today: today + 1 }) });

/** What people do with a plan, in about the shares in which they do it. */
export const arbitraryEdit: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 30, arbitrary: setValue },
  { weight: 20, arbitrary: addField },
  { weight: 10, arbitrary: dropField },
  { weight: 4, arbitrary: addEntry },
  { weight: 3, arbitrary: dropEntry },
  { weight: 8, arbitrary: write },
  { weight: 4, arbitrary: dropProse },
  { weight: 6, arbitrary: type },
  { weight: 6, arbitrary: mend },
  { weight: 2, arbitrary: write1 },
  { weight: 1, arbitrary: remove },
  { weight: 2, arbitrary: rename },
  { weight: 1, arbitrary: configure },
  { weight: 1, arbitrary: nextDay },
);
