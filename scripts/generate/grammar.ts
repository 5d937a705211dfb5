// The TextMate grammars that colour a plan. Both are injected into VS Code's Markdown grammar.
//
// `grammar` colours values in front matter. It works inside the plain scalars that the YAML grammar has already
// found (its selector asks for them), and only where a whole scalar is a value of a field that is known. So it never
// changes how YAML is cut into keys and values, never reaches into quotes, comments, block scalars and prose, and
// leaves a value that is not well formed as the string that it is.
//
// `mentionGrammar` colours `[[id]]` in the body.

/** What the grammar knows of the format. */
export interface GrammarLists {
  /** What `type` may say: `milestone`, `register` … */
  readonly types: readonly string[];
  /** The statuses of all types, and the words that are read as one. */
  readonly statuses: readonly string[];
  /** The words of the five-point scale. */
  readonly levels: readonly string[];
  /** The words of fields that take one of a few: `green`, `firm`, `mitigate` … */
  readonly choices: readonly string[];
  /** The keys under which a document holds items. */
  readonly collections: readonly string[];
  /**
   * Field names in snake_case, each with the names of the kinds it has, in whichever type; a list has the kind of its
   * entries. Kinds that are not coloured (text, links …) may be there and change nothing.
   */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
}

const ID = String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]*+`;
const DATE = String.raw`\d{4}(?:-\d{2}-\d{2}(?:[Tt ][\d:.]++(?:[Zz]|[+-][\d:]++)?)?|-W\d{2}|-\d{2}|-Q[1-4]|-H[12])?`;
const AMOUNT = String.raw`\d++(?:\.\d++)?|\.\d++`;
const UNIT = '(?i:elapsed[ ](?:days?|weeks?)|edays?|eweeks?|days?|weeks?|wks?|e?[dw])';

/** After a value: the end of the line, a comment, or what ends an entry in a flow collection. */
const END = String.raw`(?=[ \t]*(?:$|[,\]}]|(?<=[ \t])#))`;

const byLength = (a: string, b: string) => b.length - a.length || (a < b ? -1 : 1);
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const oneOf = (patterns: readonly string[]) => `(?:${[...new Set(patterns)].sort(byLength).join('|')})`;

/** `depends_on` may be written `depends-on` and `dependsOn`. */
const fieldPattern = (name: string) =>
  escaped(name).replace(/_([a-z])/g, (_, letter: string) => `(?:[_-]${letter}|${letter.toUpperCase()})`);

/** Words are read without regard to case, and a hyphen may be a space or an underscore. */
const wordPattern = (word: string) => escaped(word).replace(/-/g, '[-_ ]');
const words = (list: readonly string[]) => `(?i:${oneOf(list.map(wordPattern))})`;

// Looking back, the engine tries every length that a pattern allows, so the lengths are bounded.

/** What stands before the value of one of the fields. */
const key = (names: readonly string[]) => String.raw`(?:^|[ \t{,])${oneOf(names.map(fieldPattern))}:[ \t]{1,8}`;

/** The beginning of a scalar that is the value of one of the fields. */
const scalarOf = (names: readonly string[]) => String.raw`\G(?<=${key(names)})`;

/** The same, or an entry of a flow list under one, where what follows has the `shape`. */
const listedIn = (names: readonly string[], shape = '') =>
  String.raw`\G${shape}(?<=${key(names)}(?:\[(?:[^\[\]]{0,2000}[, \t])?)?)`;

/** The beginning of an entry of a block list, whatever the field. */
const ENTRY = String.raw`\G(?<=^[ \t]{0,40}-[ \t]{1,8})`;

const name = (scope: string) => ({ name: `${scope}.milepost` });
const duration = (first: number) => ({
  [first]: name('constant.numeric.duration'),
  [first + 1]: name('keyword.other.unit'),
});
const reference = (first: number) => ({
  [first]: name('entity.name.namespace'),
  [first + 1]: name('punctuation.separator.namespace'),
  [first + 2]: name('variable.other.constant.reference'),
});
const DURATION = String.raw`(${AMOUNT})[ \t]*(${UNIT})?`;
const REFERENCE = `(?:(${ID})(/))?(${ID})`;

/** The grammar of values in front matter. */
function grammar({ types, statuses, levels, choices, collections, fields }: GrammarLists) {
  const named = (...kinds: string[]): string[] =>
    [...fields].filter(([, own]) => kinds.some((kind) => own.has(kind))).map(([field]) => field);
  // Keys inside calendars and inside dependencies that are written as mappings.
  const dates = [...named('date', 'day', 'days'), 'from', 'to', 'holidays'];
  const durations = [...named('duration', 'interval', 'estimate'), 'lag', 'optimistic', 'likely', 'pessimistic'];
  const references = named('reference', 'dependency');
  const people = named('person');
  const levelled = named('level', 'probability');
  const shares = named('probability', 'progress');
  const chosen = named('choice');
  const link = `(?i:${oneOf(['FS', 'SS', 'FF', 'SF'])})`;
  const lag = String.raw`([+-])[ \t]*${DURATION}`;
  const linkAndLag = String.raw`(?:[ \t]+(${link}))?(?:[ \t]*${lag})?`;

  return {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    name: 'Milepost front matter',
    scopeName: 'markdown.milepost.front-matter',
    injectionSelector: 'meta.embedded.block.frontmatter string.unquoted.plain',
    patterns: [
      { include: '#collections' },
      { include: '#types' },
      { include: '#linkTypes' },
      { include: '#statuses' },
      { include: '#levels' },
      { include: '#choices' },
      { include: '#ids' },
      { include: '#unknown' },
      { include: '#dates' },
      { include: '#durations' },
      { include: '#percentages' },
      { include: '#references' },
      { include: '#people' },
    ],
    repository: {
      collections: {
        match: String.raw`\G(?<=^)${oneOf(collections.map(escaped))}(?=[ \t]*:[ \t]*(?:$|#|\[))`,
        ...name('support.type.property-name.collection'),
      },
      types: {
        match: `${scalarOf(['type'])}${words(types)}${END}`,
        ...name('entity.name.type'),
      },
      linkTypes: {
        match: `${scalarOf(['type'])}${link}${END}`,
        ...name('storage.modifier.link-type'),
      },
      statuses: {
        match: `${scalarOf(['status'])}${words(statuses)}${END}`,
        ...name('keyword.control.status'),
      },
      levels: {
        match: `${scalarOf(levelled)}${words(levels)}${END}`,
        ...name('constant.language.level'),
      },
      choices: {
        patterns: [
          {
            match: `${scalarOf(chosen)}${words(choices)}${END}`,
            ...name('constant.language.choice'),
          },
          {
            match: `${scalarOf(named('progress'))}checklist${END}`,
            ...name('constant.language.choice'),
          },
        ],
      },
      ids: {
        match: `${scalarOf(['id'])}${REFERENCE}${END}`,
        captures: {
          1: name('entity.name.namespace'),
          2: name('punctuation.separator.namespace'),
          3: name('entity.name.function.id'),
        },
      },
      unknown: {
        match: `${scalarOf([...dates, ...durations, ...people])}(?i:tbd)${END}`,
        ...name('constant.language.unknown'),
      },
      dates: {
        patterns: [
          {
            match: String.raw`${listedIn(dates, '(?=\\d{4})')}(${DATE})(?:[ \t]*(\.\.)[ \t]*(${DATE}))?${END}`,
            captures: {
              1: name('constant.numeric.date'),
              2: name('keyword.operator.range'),
              3: name('constant.numeric.date'),
            },
          },
          {
            match: String.raw`\G(?<=(?:^|[ \t{,])mute:[ \t]{1,8}\{[^{}]{0,400}:[ \t]{1,8})${DATE}${END}`,
            ...name('constant.numeric.date'),
          },
          {
            match: String.raw`${ENTRY}(\d{4}-\d{2}-\d{2})(?:[ \t]*(\.\.)[ \t]*(\d{4}-\d{2}-\d{2}))?${END}`,
            captures: {
              1: name('constant.numeric.date'),
              2: name('keyword.operator.range'),
              3: name('constant.numeric.date'),
            },
          },
        ],
      },
      durations: {
        match: String.raw`${scalarOf(durations)}(?:[+-][ \t]*)?${DURATION}(?:[ \t]*(/)[ \t]*${DURATION}[ \t]*(/)[ \t]*${DURATION})?${END}`,
        captures: {
          ...duration(1),
          3: name('punctuation.separator.estimate'),
          ...duration(4),
          6: name('punctuation.separator.estimate'),
          ...duration(7),
        },
      },
      percentages: {
        match: String.raw`${scalarOf(shares)}(${AMOUNT})[ \t]*(%)${END}`,
        captures: {
          1: name('constant.numeric.percentage'),
          2: name('keyword.other.unit'),
        },
      },
      references: {
        patterns: [
          {
            match: `${listedIn(references)}${REFERENCE}${linkAndLag}${END}`,
            captures: {
              ...reference(1),
              4: name('storage.modifier.link-type'),
              5: name('keyword.operator.arithmetic'),
              ...duration(6),
            },
          },
          {
            // What a block list is about cannot be seen from one of its entries: a bare word may be a tag. So all
            // its words stay strings, and what follows a dependency is coloured: nothing else looks like it.
            match: String.raw`${ENTRY}(?:${ID}/)?${ID}[ \t]+(?:(${link})(?:[ \t]*${lag})?|${lag})${END}`,
            captures: {
              1: name('storage.modifier.link-type'),
              2: name('keyword.operator.arithmetic'),
              ...duration(3),
              5: name('keyword.operator.arithmetic'),
              ...duration(6),
            },
          },
        ],
      },
      people: {
        match: String.raw`${listedIn(people)}[\p{L}\p{N}][^,#\[\]{}<>:\t]*?(?:[ ]<[^<>\s]++>)?${END}`,
        ...name('support.class.person'),
      },
    },
  };
}

/** The grammar of mentions in the body: `[[id]]`, `[[program/id]]`, `[[id#heading]]` and `[[id|label]]`. */
function mentionGrammar() {
  return {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    name: 'Milepost mentions',
    scopeName: 'markdown.milepost.mention',
    // Only inside of blocks that have begun: a match before that would keep the block from beginning.
    injectionSelector: ['meta.paragraph.markdown', 'markup.heading.markdown', 'markup.table.markdown']
      .map((block) => `L:${block} - (markup.inline.raw | markup.underline.link | comment)`)
      .join(', '),
    patterns: [{ include: '#mentions' }],
    repository: {
      mentions: {
        match: String.raw`(?<!\\)(\[\[)[ \t]*${REFERENCE}[ \t]*(?:(#)([^\[\]|]*))?(?:(\|)([^\[\]]*))?(\]\])`,
        ...name('meta.link.mention'),
        captures: {
          1: name('punctuation.definition.mention.begin'),
          ...reference(2),
          5: name('punctuation.separator.mention'),
          6: name('entity.other.anchor'),
          7: name('punctuation.separator.mention'),
          8: name('string.other.link.title'),
          9: name('punctuation.definition.mention.end'),
        },
      },
    },
  };
}

/** The grammars as files, by path. */
export function grammarFiles(lists: GrammarLists): Record<string, string> {
  const text = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  return {
    'syntaxes/milepost.tmLanguage.json': text(grammar(lists)),
    'syntaxes/milepost-mention.tmLanguage.json': text(mentionGrammar()),
  };
}
