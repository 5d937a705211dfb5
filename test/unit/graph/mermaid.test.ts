import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Dialect } from '../../../src/core/graph/mermaid/dialect.ts';
import { mermaidLabel } from '../../../src/core/graph/mermaid/label.ts';
import { mermaidOf } from '../../../src/core/graph/mermaid/mermaid-of.ts';
import { MERMAID_LIMITS, mermaidWithin } from '../../../src/core/graph/mermaid/within-limits.ts';
import { pictureOf } from '../../../src/core/graph/picture-of.ts';
import { readFlowchart } from '../../support/mermaid-grammar.ts';
import { run, snapshotOf } from '../../support/plan.ts';

const DIALECTS: readonly Dialect[] = ['page', 'markdown'];

const PLAN = {
  'p.md': `---
type: program
id: p
goal: go
workstreams:
  - { id: w, title: Platform }
milestones:
  - { id: a, title: Base, status: done, completed: 2026-11-06, workstream: w }
  - { id: b, title: API frozen, duration: 10d, due: 2026-11-27, workstream: w, depends_on: [a, D, q/x SS+2d] }
  - { id: go, title: Go live, depends_on: [b, c FF-1d] }
  - { id: c, title: Cut over, depends_on: [go], status: blocked }
decisions:
  - { id: D, title: Token format, due: 2026-11-13, blocks: [b] }
---
`,
  'q.md':
    '---\ntype: program\nid: q\ntitle: Other\nmilestones:\n  - { id: x, title: Certificates, duration: 1d }\n---\n',
};

const FRAMES = `flowchart LR
  subgraph g0["p"]
    n2["★ Go live<br/>forecast 8 Dec<br/>critical · held up by c, D"]
    n3["Cut over<br/>blocked"]
    n4{{"Token format<br/>due 13 Nov<br/>overdue 8 days"}}
    subgraph g1["Platform"]
      n0["✓ Base<br/>done 6 Nov"]
      n1["API frozen<br/>forecast 8 Dec (+7d), due 27 Nov<br/>critical · blocked by D"]
    end
  end
  subgraph g2["Other"]
    n5["Certificates<br/>forecast 23 Nov<br/>critical"]
  end
`;

describe('the picture as Mermaid', () => {
  const { picture } = pictureOf(snapshotOf(PLAN));

  it('is a flowchart with the styles in it, for a document', () => {
    const { source, keys } = mermaidOf(picture, 'markdown');
    assert.equal(
      source,
      `${FRAMES}  n0 --> n1
  n4 --> n1
  n5 ==>|"SS+2d"| n1
  n1 ==> n2
  n3 -->|"FF-1d"| n2
  n2 --x|"closes a cycle"| n3
  class n1,n4 late
  class n4 overdue
  class n2 heldup
  class n1,n3 blocked
  class n1,n2,n5 critical
  class n0 done
  classDef late stroke:#bf8700
  classDef overdue stroke:#bf8700,stroke-width:3px
  classDef heldup stroke:#cf222e,stroke-dasharray:2 3
  classDef blocked stroke:#cf222e,stroke-dasharray:7 4
  classDef critical stroke:#cf222e,stroke-width:4px
  classDef done opacity:0.6
  linkStyle 2,3 stroke:#cf222e
`,
    );
    assert.equal(keys.get('n1'), 'item p/b');
    assert.equal(keys.get('g1'), 'workstream p/w');
  });

  it('is one with ids and without styles, for our own pages', () => {
    const { source } = mermaidOf(picture, 'page');
    assert.equal(
      source,
      `${FRAMES}  n0 e0@--> n1
  n4 e1@--> n1
  n5 e2@==>|"SS+2d"| n1
  n1 e3@==> n2
  n3 e4@-->|"FF-1d"| n2
  n2 e5@--x|"closes a cycle"| n3
  class n1,n4 late
  class n4 overdue
  class n2 heldup
  class n1,n3 blocked
  class n1,n2,n5 critical
  class n0 done
`,
    );
  });

  it('is the same for the same plan, in whatever order its files are read', () => {
    const turned = Object.fromEntries(Object.entries(PLAN).reverse());
    for (const dialect of DIALECTS) {
      assert.equal(
        mermaidOf(pictureOf(snapshotOf(turned)).picture, dialect).source,
        mermaidOf(picture, dialect).source,
      );
    }
  });

  it('of nothing is a flowchart without nodes', () => {
    assert.equal(mermaidOf(pictureOf(snapshotOf({})).picture, 'markdown').source, 'flowchart LR\n');
  });

  it('shapes each type of item in its own way, and folded groups', () => {
    const text = `---
type: program
id: p
milestones: [{ id: m, depends_on: [d] }]
dependencies: [{ id: d, from: somebody }]
decisions: [{ id: c, blocks: [m] }]
issues: [{ id: i, blocks: [m] }]
actions: [{ id: a, blocks: [m] }]
risks: [{ id: r, probability: 10%, impact: low }]
---
`;
    const snapshot = snapshotOf({ 'p.md': text });
    const lines = (folded: readonly string[]) =>
      mermaidOf(pictureOf(snapshot, { filter: () => true, folded }).picture, 'page').source.match(
        /(?<=^ +n\d+).*"$|(?<=^ +n\d+)[[({>].*$/gm,
      ) ?? [];
    const ends = lines([]).map((line) => line.replace(/".*"/, ' '));
    assert.equal(new Set(ends).size, 6, ends.join());
    // The critical path stays in sight.
    assert.ok(lines(['program p']).some((line) => line.startsWith('[["p<br/>')));
  });
});

/** Pieces that mean something to Mermaid, to Markdown, to HTML or to YAML. */
const PIECES = [
  ...[
    '"',
    "'",
    '`',
    '<',
    '>',
    '&',
    '#',
    ';',
    ':',
    '|',
    '[',
    ']',
    '(',
    ')',
    '{',
    '}',
    '\\',
    '/',
    '*',
    '_',
    '~',
    '$',
    '@',
  ],
  ...[
    '%',
    '%%',
    '%%{',
    '}%%',
    '---',
    '-->',
    '==>',
    '-.-',
    '~~~',
    '```',
    '$$',
    '&quot;',
    '#quot;',
    '#35;',
    '&#60;',
    '<br/>',
  ],
  ...[
    '\n',
    '\r\n',
    '\t',
    '\u2028',
    '\u0000',
    '\u001b[31m',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\ud800',
    '\u{e0041}',
    '\ufffe',
  ],
  ...[
    'end',
    'subgraph x',
    'click n0 "javascript:alert(1)"',
    'class n0 x',
    'style n0 fill:red',
    'linkStyle 0',
    'flowchart',
  ],
  ...[
    '<img src=x onerror=alert(1)>',
    '<script>',
    'javascript:',
    'https://example.org/x',
    'www.example.org',
    'a@b.example',
  ],
  ...[
    'fa:fa-bolt',
    '![x](y)',
    '[x](y)',
    '[x]: y',
    '1. ',
    '- ',
    '+ ',
    '# ',
    '> ',
    '**a**',
    '__a__',
    'a_b',
    '%%{init: {"x":1}}%%',
  ],
  ...[
    'a',
    'B',
    '7',
    ' ',
    '  ',
    'ü',
    '日本',
    '👩‍👩‍👧',
    'e\u0301\u0302\u0303',
    'שלום',
    '\\u{202e}',
    '__proto__',
    'constructor',
  ],
];
const hostileText = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'grapheme', maxLength: 4 })), { maxLength: 30 })
  .map((parts) => parts.join(''));

const corpus = new URL('../../../../shared/corpora/mermaid-hostile.json', import.meta.url);

/** A plan in which some texts stand wherever people write any. */
function planWith(texts: readonly string[]): Readonly<Record<string, string>> {
  const quoted = (text: string) => JSON.stringify(text);
  const milestones = texts.map((text, n) => {
    const after = n === 0 ? '' : `, depends_on: [m${n - 1} SS+${n}d]`;
    return `  - { id: m${n}, title: ${quoted(text)}, owner: ${quoted(text)}, workstream: ${quoted(text)}${after} }`;
  });
  const decisions = texts.map(
    (text, n) => `  - { id: ${quoted(text)}, title: ${quoted(text)}, due: 2026-11-02, blocks: [m${n}] }`,
  );
  const lines = ['---', 'type: program', `id: ${quoted(texts[0] ?? 'p')}`, `title: ${quoted(texts[0] ?? 'p')}`];
  const other = ['---', 'type: program', `id: ${quoted(texts[1] ?? 'q')}`, 'milestones:', '  - { id: x }', '---', ''];
  return {
    'a/p.md': [...lines, 'milestones:', ...milestones, 'decisions:', ...decisions, '---', ''].join('\n'),
    'b/q.md': other.join('\n'),
  };
}

/** Checks the flowcharts of a plan, drawn in all ways: the source has what the picture has, and nothing else. */
function check(files: Readonly<Record<string, string>>): number {
  const snapshot = snapshotOf(files);
  for (const nodes of [400, 20, 1]) {
    const { picture } = pictureOf(snapshot, { budget: { nodes, edges: 2 * nodes }, filter: () => true });
    for (const dialect of DIALECTS) {
      const { counts } = readFlowchart(mermaidOf(picture, dialect).source);
      assert.equal(counts.node, picture.nodes.length);
      assert.equal(counts.edge, picture.edges.length);
      assert.equal(counts.subgraph, picture.groups.length);
      assert.equal(counts.end, picture.groups.length);
    }
  }
  return pictureOf(snapshot, { filter: () => true }).picture.summary.items;
}

describe('hostile texts in the picture', () => {
  if (existsSync(corpus)) {
    it('that others have been attacked with are labels', () => {
      const texts: string[] = JSON.parse(readFileSync(corpus, 'utf8'));
      assert.ok(texts.length > 10);
      assert.ok(check(planWith(texts)) >= 2 * texts.length);
    });
  } else {
    it('that others have been attacked with are left out: the corpora are not beside the project');
  }

  it('are labels, whatever they are made of', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 20, maxLength: 40 }), (texts) => {
        assert.ok(check(planWith(texts)) >= texts.length);
      }),
      { numRuns: 15 },
    );
  });

  it('are safe in the quotes of a label, thousands of them', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        readFlowchart(`flowchart LR\n  n0["${mermaidLabel(text)}"]\n`);
      }),
      { numRuns: 3000 },
    );
  });

  it('are cut to eighty graphemes', () => {
    const graphemes = (text: string) => [...new Intl.Segmenter('en').segment(text)].length;
    assert.equal(mermaidLabel('x'.repeat(80)), 'x'.repeat(80));
    assert.equal(mermaidLabel('x'.repeat(81)), `${'x'.repeat(79)}…`);
    assert.equal(graphemes(mermaidLabel('e\u0301'.repeat(20_000))), 80);
    assert.ok(mermaidLabel(`a${'\u0301'.repeat(20_000)}`).length < 400);
    assert.equal(mermaidLabel('\u202e\u200b'), '…');
    assert.equal(mermaidLabel(' a\r\n\tb '), 'a b');
  });

  it('look like what was written', () => {
    assert.equal(
      mermaidLabel('R&D <b>"x"</b> #1 `code` 50% api_freeze [EU]'),
      'R＆D ‹b›”x”‹/b› ＃1 ˋcodeˋ 50% api_freeze [EU]',
    );
    assert.equal(mermaidLabel('1. First: see (2) - done'), '1․ First: see (2) - done');
  });

  it('do not make the source longer than GitHub draws', () => {
    const title = '👩🏽'.repeat(80);
    const long = 'q\u0301\u0302\u0303'.repeat(100);
    const items = Array.from({ length: 110 }, (_, n) => {
      const before = n === 0 ? `"${long}"` : `m${n - 1}`;
      return `  - { id: m${n}, title: "${title}", depends_on: [${before}] }`;
    });
    const first = `  - { id: "${long}", status: blocked }`;
    const text = ['---', 'type: program', 'id: p', 'milestones:', first, ...items, '---', ''].join('\n');
    const { source, summary } = run(mermaidWithin(snapshotOf({ 'p.md': text }), {}));
    assert.ok(source.length <= MERMAID_LIMITS.characters, `${source.length}`);
    assert.ok(summary.folded > 0);
    readFlowchart(source);
  });
});
