import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import oniguruma from 'vscode-oniguruma';
import textmate, { type IRawGrammar } from 'vscode-textmate';
import { grammarFiles } from '../../../scripts/generate/grammar.ts';
import { grammarLists } from '../../../scripts/generate/grammar-lists.ts';

const ROOT = new URL('../../../', import.meta.url);
const FILES = {
  'markdown.milepost.front-matter': 'syntaxes/milepost.tmLanguage.json',
  'markdown.milepost.mention': 'syntaxes/milepost-mention.tmLanguage.json',
} as const;

/** A host with the scopes of VS Code's Markdown and YAML grammars, and as little else as possible. */
const HOST = {
  scopeName: 'text.html.markdown',
  patterns: [{ include: '#frontMatter' }, { include: '#fence' }, { include: '#heading' }, { include: '#paragraph' }],
  repository: {
    frontMatter: {
      begin: '\\A---$',
      end: '^---$',
      contentName: 'meta.embedded.block.frontmatter',
      patterns: [{ include: '#comment' }, { include: '#pair' }, { include: '#entry' }],
    },
    comment: { match: '(?<=^|\\s)#.*$', name: 'comment.line.number-sign.yaml' },
    quoted: { match: '"[^"]*"', name: 'string.quoted.double.yaml' },
    key: {
      begin: '(?=[\\w-]+:(?:\\s|$))',
      end: '(?=:)',
      name: 'meta.map.key.yaml string.unquoted.plain.yaml entity.name.tag.yaml',
    },
    pair: {
      begin: '(?=[\\w-]+:(?:\\s|$))',
      end: '$',
      patterns: [
        { include: '#key' },
        { match: ':', name: 'punctuation.separator.map.value.yaml' },
        { include: '#block' },
        { include: '#value' },
      ],
    },
    entry: {
      begin: '-(?=\\s)',
      end: '$',
      patterns: [{ include: '#pair' }, { include: '#value' }],
    },
    block: { begin: '[|>]$', end: '^(?=\\S)', contentName: 'string.unquoted.block.yaml' },
    value: { patterns: [{ include: '#comment' }, { include: '#quoted' }, { include: '#flow' }, { include: '#plain' }] },
    plain: { begin: '(?=[^\\s:])', end: '(?=\\s#)|$', name: 'string.unquoted.plain.out.yaml' },
    flow: {
      begin: '[\\[{]',
      end: '[\\]}]',
      patterns: [
        { include: '#flow' },
        { include: '#quoted' },
        { include: '#key' },
        { begin: '(?=[^\\s,:\\[\\]{}"])', end: '(?=[,\\[\\]{}]|$)', name: 'string.unquoted.plain.in.yaml' },
      ],
    },
    fence: { begin: '^```', end: '^```$', name: 'markup.fenced_code.block.markdown' },
    heading: {
      match: '^#+ (.*)$',
      captures: { 1: { patterns: [{ include: '#inline' }] } },
      name: 'markup.heading.markdown',
    },
    paragraph: { begin: '^(?=\\S)', end: '$', name: 'meta.paragraph.markdown', patterns: [{ include: '#inline' }] },
    inline: { match: '`[^`]*`', name: 'markup.inline.raw.string.markdown' },
  },
} as unknown as IRawGrammar;

const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');

interface Coloured {
  readonly text: string;
  /** The scopes that are Milepost's, without the suffix. */
  readonly scopes: readonly string[];
}

describe('grammar', () => {
  let tokenize: (text: string) => Coloured[];

  before(async () => {
    const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
    await oniguruma.loadWASM(Uint8Array.from(readFileSync(wasm)).buffer);
    const registry = new textmate.Registry({
      onigLib: Promise.resolve({
        createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
        createOnigString: (text) => new oniguruma.OnigString(text),
      }),
      loadGrammar: async (scope) => {
        const path = FILES[scope as keyof typeof FILES];
        return path ? textmate.parseRawGrammar(read(path), path) : scope === HOST.scopeName ? HOST : null;
      },
      getInjections: (scope) => (scope === HOST.scopeName ? Object.keys(FILES) : undefined),
    });
    const grammar = await registry.loadGrammar(HOST.scopeName);
    assert.ok(grammar);
    tokenize = (text) => {
      let state = textmate.INITIAL;
      return text.split('\n').flatMap((line) => {
        const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
        state = ruleStack;
        return tokens.map((token) => ({
          text: line.slice(token.startIndex, token.endIndex),
          scopes: token.scopes.filter((scope) => scope.endsWith('.milepost')).map((scope) => scope.slice(0, -9)),
        }));
      });
    };
  });

  /** What is coloured in a text, as `text scope`. */
  const coloured = (text: string): string[] =>
    tokenize(text).flatMap(({ text: part, scopes }) => (scopes.length ? [`${part} ${scopes.at(-1)}`] : []));
  /** What is coloured in lines of front matter. */
  const inFrontMatter = (...lines: string[]): string[] => coloured(['---', 'x: y', ...lines, '---', ''].join('\n'));
  const scopeOf = (line: string): string | undefined => inFrontMatter(line)[0]?.split(' ').at(-1);

  describe('values', () => {
    const cases: [line: string, ...coloured: string[]][] = [
      ['type: milestone', 'milestone entity.name.type'],
      ['type: register', 'register entity.name.type'],
      ['status: in-progress', 'in-progress keyword.control.status'],
      ['status: In Progress # since Monday', 'In Progress keyword.control.status'],
      ['id: api-freeze', 'api-freeze entity.name.function.id'],
      ['id: überprüfung.2', 'überprüfung.2 entity.name.function.id'],
      ['goal: go-live', 'go-live variable.other.constant.reference'],
      ['owner: maria', 'maria support.class.person'],
      ['owner: Maria Silva <m@x.org>', 'Maria Silva <m@x.org> support.class.person'],
      ['due: tbd', 'tbd constant.language.unknown'],
      ['owner: TBD', 'TBD constant.language.unknown'],
      ['impact: very-high', 'very-high constant.language.level'],
      ['probability: medium', 'medium constant.language.level'],
      ['health: amber', 'amber constant.language.choice'],
      ['commitment: firm', 'firm constant.language.choice'],
      ['progress: checklist', 'checklist constant.language.choice'],
      ['progress: 40%', '40 constant.numeric.percentage', '% keyword.other.unit'],
      ['probability: 40 %', '40 constant.numeric.percentage', '% keyword.other.unit'],
      ['duration: 20d', '20 constant.numeric.duration', 'd keyword.other.unit'],
      ['duration: 3 weeks', '3 constant.numeric.duration', 'weeks keyword.other.unit'],
      ['review_every: 10ed', '10 constant.numeric.duration', 'ed keyword.other.unit'],
      ['completed: 2026-11-20T10:00:00Z', '2026-11-20T10:00:00Z constant.numeric.date'],
      [
        'depends_on: payments/ledger-export',
        'payments entity.name.namespace',
        '/ punctuation.separator.namespace',
        'ledger-export variable.other.constant.reference',
      ],
    ];
    for (const [line, ...expected] of cases) {
      it(line, () => assert.deepEqual(inFrontMatter(line), expected));
    }

    for (const date of ['2026-12-11', '2026-W50', '2026-12', '2026-Q4', '2026-H2', '2026']) {
      it(`due: ${date}`, () => assert.deepEqual(inFrontMatter(`due: ${date}`), [`${date} constant.numeric.date`]));
    }

    it('an estimate', () => {
      assert.deepEqual(inFrontMatter('estimate: 5d / 8d / 15d'), [
        '5 constant.numeric.duration',
        'd keyword.other.unit',
        '/ punctuation.separator.estimate',
        '8 constant.numeric.duration',
        'd keyword.other.unit',
        '/ punctuation.separator.estimate',
        '15 constant.numeric.duration',
        'd keyword.other.unit',
      ]);
    });

    it('the other ways of writing a field name', () => {
      assert.equal(scopeOf('dependsOn: a'), 'variable.other.constant.reference');
      assert.equal(scopeOf('depends-on: a'), 'variable.other.constant.reference');
      assert.equal(scopeOf('needed-by: 2026-12-11'), 'constant.numeric.date');
    });
  });

  describe('lists and mappings', () => {
    it('a flow list of dependencies', () => {
      assert.deepEqual(inFrontMatter('depends_on: [auth-cutover, schema-v2 SS+5d, api fs -2 ed]'), [
        'auth-cutover variable.other.constant.reference',
        'schema-v2 variable.other.constant.reference',
        'SS storage.modifier.link-type',
        '+ keyword.operator.arithmetic',
        '5 constant.numeric.duration',
        'd keyword.other.unit',
        'api variable.other.constant.reference',
        'fs storage.modifier.link-type',
        '- keyword.operator.arithmetic',
        '2 constant.numeric.duration',
        'ed keyword.other.unit',
      ]);
    });

    it('a dependency as a mapping', () => {
      assert.deepEqual(inFrontMatter('depends_on: { id: api, type: SS, lag: 3d }'), [
        'api entity.name.function.id',
        'SS storage.modifier.link-type',
        '3 constant.numeric.duration',
        'd keyword.other.unit',
      ]);
    });

    it('link type and lag in a block list, and no bare word: it may be a tag', () => {
      assert.deepEqual(
        inFrontMatter('depends_on:', '  - schema-v2 SS+5d', '  - api-freeze', 'tags:', '  - prod-change'),
        [
          'SS storage.modifier.link-type',
          '+ keyword.operator.arithmetic',
          '5 constant.numeric.duration',
          'd keyword.other.unit',
        ],
      );
    });

    it('entries in flow and block style', () => {
      assert.deepEqual(inFrontMatter('workstreams:', '  - { id: platform, title: done, owner: chen }'), [
        'workstreams support.type.property-name.collection',
        'platform entity.name.function.id',
        'chen support.class.person',
      ]);
      assert.deepEqual(inFrontMatter('milestones:', '  - id: a', '    status: done'), [
        'milestones support.type.property-name.collection',
        'a entity.name.function.id',
        'done keyword.control.status',
      ]);
    });

    it('ranges of holidays', () => {
      assert.deepEqual(inFrontMatter('holidays: [2026-12-25, 2026-12-28..2027-01-01]'), [
        '2026-12-25 constant.numeric.date',
        '2026-12-28 constant.numeric.date',
        '.. keyword.operator.range',
        '2027-01-01 constant.numeric.date',
      ]);
    });

    it('the date until which a finding is muted', () => {
      assert.deepEqual(inFrontMatter('mute: { forecast-late: 2026-12-04 }'), ['2026-12-04 constant.numeric.date']);
    });
  });

  describe('leaves alone', () => {
    const untouched = [
      'title: 2026-12-11',
      'title: done',
      'note: due 2026-12-11, status done',
      'mitigation: 3 weeks of calls with maria',
      '# status: done',
      'due: "2026-12-11"',
      'owner: "@maria"',
      'layout: milestone',
      'tags: [done, high, 2026-12-11]',
      'status: nearly',
      'type: post',
      'due: 11.12.2026',
      'due: 2026-12-11 or so',
      'duration: a while',
      'substatus: done',
      'my-owner: maria',
      'milestones: 4',
    ];
    for (const line of untouched) it(line, () => assert.deepEqual(inFrontMatter(line), []));

    it('block scalars', () => {
      assert.deepEqual(inFrontMatter('description: |', '  status: done', '  due: 2026-12-11'), []);
    });

    it('a collection key that is not at the top level', () => {
      assert.deepEqual(inFrontMatter('other:', '  milestones:'), []);
    });

    it('the same lines in the body', () => {
      assert.deepEqual(coloured('---\nx: y\n---\n\nstatus: done\ndue: 2026-12-11\n'), []);
      assert.deepEqual(coloured('status: done\n'), []);
    });
  });

  describe('mentions', () => {
    const MENTION = ['[[ punctuation.definition.mention.begin', ']] punctuation.definition.mention.end'] as const;

    it('in paragraphs and headings', () => {
      const expected = [MENTION[0], 'api-freeze variable.other.constant.reference', MENTION[1]];
      assert.deepEqual(coloured('see [[api-freeze]].'), expected);
      assert.deepEqual(coloured('[[api-freeze]] first'), expected);
      assert.deepEqual(coloured('- [ ] [[api-freeze]]'), expected);
    });

    it('of an item in another program', () => {
      assert.deepEqual(coloured('see [[payments/export]]'), [
        MENTION[0],
        'payments entity.name.namespace',
        '/ punctuation.separator.namespace',
        'export variable.other.constant.reference',
        MENTION[1],
      ]);
    });

    it('with a heading and a label', () => {
      assert.deepEqual(coloured('[[a#what-is-left|the rest]]'), [
        MENTION[0],
        'a variable.other.constant.reference',
        '# punctuation.separator.mention',
        'what-is-left entity.other.anchor',
        '| punctuation.separator.mention',
        'the rest string.other.link.title',
        MENTION[1],
      ]);
    });

    it('but not in code, and not what is no id', () => {
      assert.deepEqual(coloured('`[[a]]` and [[two words]] and \\[[a]] and [ ] [x]'), []);
      assert.deepEqual(coloured('```\n[[a]]\n```'), []);
    });
  });

  it('is what the generator writes', () => {
    for (const [path, text] of Object.entries(grammarFiles(grammarLists()))) assert.equal(read(path), text);
  });

  it('stays quick on a line that is as long as an editor colours', () => {
    const line = `depends_on: [${'a-b SS+1d, '.repeat(1800)}z]`;
    // Of a list of more than 2,000 characters, the rest stays as it is.
    assert.ok(inFrontMatter(line).length > 180 * 5);
  });
});
