import assert from 'node:assert/strict';
import fc from 'fast-check';
import { MOST_FRAMES } from '../../../src/core/blocks/views/graph.ts';
import { USUAL_BUDGET } from '../../../src/core/graph/budget.ts';
import { MERMAID_LIMITS } from '../../../src/core/graph/mermaid/within-limits.ts';
import { lookAlike, SPECIAL_IN_LABELS, SPECIAL_IN_NAMES } from '../../../src/core/text/look-alikes.ts';
import * as forms from '../../../src/webview/preview/forms.ts';
import { MOST, whyNotDrawn } from '../../../src/webview/preview/why-not-drawn.ts';
import { blockDiagrams } from '../../support/block-diagrams.ts';
import { hostilePlan, hostileText } from '../../support/hostile-plan.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts';
import { snapshotOf } from '../../support/plan.ts';

/** A diagram as Milepost writes it, with these lines in it. */
const flowchart = (...lines: readonly string[]): string => ['flowchart LR', ...lines, ''].join('\n');
const gantt = (...lines: readonly string[]): string =>
  ['gantt', '    dateFormat YYYY-MM-DD', '    axisFormat %b %Y', ...lines, ''].join('\n');
const many = (count: number, line: (n: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, n) => line(n));

describe('what a preview draws', () => {
  it('is whatever a live block generates', () => {
    for (let at = 0; at < HOSTILE_TEXTS.length; at += 60) {
      for (const source of blockDiagrams(snapshotOf(hostilePlan(HOSTILE_TEXTS.slice(at, at + 60))))) {
        assert.equal(whyNotDrawn(source), undefined, source);
      }
    }
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 1, maxLength: 8 }), (texts) => {
        for (const source of blockDiagrams(snapshotOf(hostilePlan(texts)))) {
          assert.equal(whyNotDrawn(source), undefined, source);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('has no character in a text that live blocks replace', () => {
    assert.equal(forms.SPECIAL_IN_LABELS, SPECIAL_IN_LABELS);
    assert.equal(forms.SPECIAL_IN_NAMES, SPECIAL_IN_NAMES);
    for (const character of SPECIAL_IN_LABELS) {
      assert.match(whyNotDrawn(flowchart(`  n0["a${character}b"]`)) ?? 'it is drawn', /^its line 2 /, character);
      assert.notEqual(lookAlike(character), character);
    }
    for (const character of SPECIAL_IN_NAMES) {
      const named = gantt(`    section a${character}b`);
      assert.match(whyNotDrawn(named) ?? 'it is drawn', /^its line 4 /, character);
      assert.notEqual(lookAlike(character), character);
    }
  });

  it('has the bounds that live blocks have', () => {
    assert.deepEqual([MOST.nodes, MOST.arrows], [USUAL_BUDGET.nodes, USUAL_BUDGET.edges]);
    assert.equal(MOST.characters, MERMAID_LIMITS.characters);
    assert.equal(MOST.frames, MOST_FRAMES);
    const node = (n: number): string => `  n${n}["x"]`;
    const nodes = many(120, node);
    const link = (n: number): string => `  n${n % 20} --> n${n % 120}`;
    assert.equal(whyNotDrawn(flowchart(...nodes, ...many(180, link))), undefined);
    const links = flowchart(...nodes, ...many(181, link));
    assert.equal(whyNotDrawn(links), 'it has 181 arrows, and no more than 180 are drawn');
    const frame = (n: number): string => `  subgraph g${n}["x"]\n  end`;
    assert.equal(whyNotDrawn(flowchart(...many(60, frame))), undefined);
    assert.equal(whyNotDrawn(flowchart(...many(61, frame))), 'it has 61 frames, and no more than 60 are drawn');
    assert.equal(whyNotDrawn(flowchart(...many(121, node))), 'it has 121 nodes, and no more than 120 are drawn');
    const bar = (n: number): string => `    ○ x :t${n}, 2026-01-01, 2026-01-02`;
    assert.equal(whyNotDrawn(gantt(...many(121, bar))), 'it has 121 bars, and no more than 120 are drawn');
    const long = flowchart(...many(40, (n) => `  n${n}["${'x'.repeat(2000)}"]`));
    assert.match(whyNotDrawn(long) ?? '', /^it has \d+ characters, and no more than 50000 are drawn$/);
  });

  it('is what a live block generates where every milestone has a program and a workstream of its own', () => {
    for (const count of [30, 120, 300]) {
      const files = many(
        count,
        (n) => `---
type: program
id: p${n}
workstreams:
  - { id: w, title: W }
milestones:
  - { id: m, workstream: w, owner: maria, duration: 1d${n > 0 ? `, depends_on: [p${n - 1}/m]` : ''} }
---
`,
      );
      const [source = ''] = blockDiagrams(snapshotOf(Object.fromEntries(files.map((text, n) => [`p${n}.md`, text]))));
      assert.match(source, /^flowchart/);
      assert.equal(whyNotDrawn(source), undefined);
    }
  });

  it('has no arrow by which a node comes in', () => {
    const nodes = ['  n0["n7"]', '  n1["x"]'];
    assert.equal(whyNotDrawn(flowchart(...nodes, '  n0 -->|"n7"| n1')), undefined);
    for (const arrow of ['  n0 --> n7', '  n7 --> n0', '  n7 -->|"n0"| n1']) {
      assert.equal(whyNotDrawn(flowchart(...nodes, arrow)), 'its line 4 is none that Milepost writes');
    }
  });

  it('is no chart with a line for each day of a thousand years', () => {
    const chart = (interval: string): string =>
      gantt(`    tickInterval ${interval}`, '    ○ x :t0, 2026-01-01, 3026-01-02');
    assert.match(whyNotDrawn(chart('1day')) ?? '', /^it has \d+ ticks, and no more than 1200 are drawn$/);
    assert.match(whyNotDrawn(chart('0day')) ?? '', /^it has Infinity ticks/);
    assert.equal(whyNotDrawn(chart('120month')), undefined);
  });

  it('is nothing that has another kind of line', () => {
    const none: readonly (readonly [source: string, why: RegExp])[] = [
      ['%%{init: {"gantt": {"leftPadding": 120}, "securityLevel": "loose"}}%%\ngantt\n', /^it does not begin/],
      ['%%{init: {"gantt": {"leftPadding": 120}}}%%\nflowchart LR\n', /^it does not begin/],
      ['%%{init: {"gantt": {"leftPadding": 120}}}%%\ngantt\n    click x\n', /^its line 3 is none/],
      ['', /^it does not begin/],
      ['sequenceDiagram\n  A ->> B: x', /^it does not begin/],
      ['xychart-beta\n  x-axis 0 --> 1e9', /^it does not begin/],
      ['%%{init: {"securityLevel": "loose"}}%%\nflowchart LR\n', /^it does not begin/],
      ['---\nconfig: {}\n---\nflowchart LR\n', /^it does not begin/],
      [flowchart('  n0["x"]', '  %%{init: {}}%%'), /^its line 3 /],
      [flowchart('  a --> b'), /^its line 2 /],
      [flowchart('  n0 & n1 & n2 --> n3 & n4'), /^its line 2 /],
      [flowchart('  n0["<img src=x>"]'), /^its line 2 /],
      [flowchart('  n0["x"]; click n0 call x()'), /^its line 2 /],
      [flowchart('  n0@{ img: "https://example.org/x.png" }'), /^its line 2 /],
      [flowchart('  classDef x fill:url(https://example.org/)'), /^its line 2 /],
      [flowchart(`  n0["${'x'.repeat(4000)}"]`), /^its line 2 /],
      [flowchart(...many(3, (n) => `  subgraph g${n}["x"]`)), /^its line 4 /],
      [flowchart('  end'), /^its line 2 /],
      [gantt('    excludes weekends, 2026-01-01'), /^its line 4 /],
      [gantt('    click t0 href "https://example.org"'), /^its line 4 /],
    ];
    for (const [source, why] of none) assert.match(whyNotDrawn(source) ?? 'it is drawn', why, source);
  });
});
