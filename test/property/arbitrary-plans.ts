import fc from 'fast-check';

/** What front matter is made of, and what breaks it. */
const TOKENS = [
  ...[
    'type: milestone\n',
    'type: program\n',
    'type: register\n',
    'type: risk\n',
    'type: milestoen\n',
    'id: a\n',
    'id: "b"\n',
  ],
  ...[
    'title: Atlas: the move\n',
    'owner: @maria\n',
    'note: see #42\n',
    'tags: [a, "b c", @d, e: f]\n',
    'key: no\n',
    'id:\n',
  ],
  ...[
    'depends_on: [a, b SS+3d, "p/c FF", { id: d, lag: 2d }]\n',
    'affects: a\n',
    'due: 2026-02-30\n',
    'due: 2026-W50\n',
  ],
  ...[
    'risks:\n',
    '  - id: R-1\n',
    '  - { id: R-2, title: x, y }\n',
    '    probability: 40%\n',
    '  - title: "x\n',
    'milestones:\n',
  ],
  ...[
    'actions: [{ id: A-1 }, { title: @x }]\n',
    'calendar: { workdays: [], holidays: [x] }\n',
    'mute: { stale: 2026-12-04 }\n',
  ],
  ...[
    'links: { a: b: c }\n',
    'description: |\n  text\n',
    'description: >-\n    @a: b\n',
    'estimate: 1d / 2d\n',
    'status: dnoe\n',
  ],
  ...[
    '<<<<<<< HEAD\n',
    '=======\n',
    '>>>>>>> b\n',
    '||||||| c\n',
    '---\n',
    '...\n',
    '--- x\n',
    '# comment\n',
    '\n',
    '\r\n',
    '\r',
    '\t',
  ],
  ...[
    '  ',
    '- ',
    '? ',
    ': ',
    '[',
    ']',
    '{',
    '}',
    ', ',
    '"',
    "'",
    '&a ',
    '*a ',
    '!x ',
    '|',
    '>',
    '%',
    '`',
    '@',
    '\\',
    '__proto__: x\n',
  ],
  ...[
    'ü',
    '日本',
    '😀',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\u0000',
    '\u0085',
    '\u2028',
    '\ud800',
    '\ue000',
    'e\u0301',
    '\u00a0',
  ],
  ...['a', 'id', '12', '2026', 'SS', '+3d', '/', '#', ' #x', '~', 'null'],
];
const BODY = [
  '# a\n',
  '## R-1: x\n',
  '- [x] done\n',
  '[[a]] ',
  '[l](p1.md#a) ',
  '```\n',
  '<!-- milepost graph -->\n',
  '---\n',
  'text\n',
  '\r\n',
];

const soup = fc.array(fc.constantFrom(...TOKENS), { maxLength: 30 }).map((tokens) => tokens.join(''));
const body = fc.array(fc.constantFrom(...BODY), { maxLength: 8 }).map((parts) => parts.join(''));

/** Text that is front matter more or less, with a body. */
export const arbitraryDocument: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('---\n', '---\n', '---\n', '\ufeff---\r\n', '<<<<<<< HEAD\n---\n', ''),
    soup,
    body,
    fc.boolean(),
  )
  .map(([opening, content, text, closed]) => `${opening}type: milestone\n${content}${closed ? '\n---\n' : ''}${text}`);

const ID = fc.constantFrom('a', 'b', 'c', 'd', 'R-1', 'R-2', 'A', 'x-y', 'x_y');
const REFERENCE = fc.oneof(
  ID,
  ID,
  fc.tuple(fc.constantFrom('atlas', 'beta', 'gone'), ID).map((parts) => parts.join('/')),
);

const entry = fc
  .record({
    id: ID,
    fields: fc.uniqueArray(
      fc.oneof(
        fc.array(REFERENCE, { maxLength: 3 }).map((ids) => ['depends_on', `[${ids.join(', ')}]`] as const),
        REFERENCE.map((id) => ['relates_to', id] as const),
        fc.constantFrom('core', 'web', 'cor').map((id) => ['workstream', id] as const),
        fc.constantFrom('2026-11-10', '2026-12-11').map((day) => ['due', day] as const),
        fc.constantFrom('done', 'cancelled', 'blocked', 'in-progress').map((word) => ['status', word] as const),
        fc.constantFrom('maria', 'tbd').map((name) => ['owner', name] as const),
        fc.constantFrom('atlas', 'beta').map((id) => ['program', id] as const),
      ),
      { selector: ([name]) => name, maxLength: 5 },
    ),
  })
  .map(({ id, fields }) => [['id', id] as const, ...fields]);

const lines = (fields: readonly (readonly [string, string])[]) =>
  fields.map(([name, value]) => `${name}: ${value}\n`).join('');
const flow = (fields: readonly (readonly [string, string])[]) =>
  `{ ${fields.map((field) => field.join(': ')).join(', ')} }`;
const held = (key: string) =>
  fc
    .array(entry, { maxLength: 3 })
    .map((entries) => `${key}:\n${entries.map((fields) => `  - ${flow(fields)}\n`).join('')}`);

/** The files of a plan whose items refer to each other, or to nothing, in a few folders. */
export const arbitraryPlan: fc.Arbitrary<Record<string, string>> = fc.dictionary(
  fc
    .tuple(fc.constantFrom('', 'atlas/', 'beta/', 'beta/deep/'), fc.constantFrom('p', 'q', 'r', 's'))
    .map(([folder, name]) => `${folder}${name}.md`),
  fc.oneof(
    entry.map((fields) => `---\ntype: milestone\n${lines(fields)}---\n`),
    fc
      .tuple(fc.constantFrom('atlas', 'beta'), held('milestones'), held('workstreams'))
      .map(([id, ...collections]) => `---\ntype: program\nid: ${id}\n${collections.join('')}---\n`),
    fc
      .tuple(fc.constantFrom('', 'program: beta\n'), held('milestones'), held('issues'))
      .map(([program, ...collections]) => `---\ntype: register\n${program}${collections.join('')}---\n`),
  ),
  { maxKeys: 8 },
);
