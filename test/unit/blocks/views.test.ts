import assert from 'node:assert/strict';
import { BLOCK_VIEWS } from '../../../src/core/blocks/registry.ts';
import type { ViewRequest } from '../../../src/core/blocks/view.ts';
import { mermaidText } from '../../../src/core/blocks/views/mermaid-text.ts';
import { timelineOf } from '../../../src/core/views/timeline/timeline.ts';
import { run, snapshotOf } from '../../support/plan.ts';
import { remark } from './remark.ts';

/** What a view says of a plan to a document. */
function shown(view: string, files: Readonly<Record<string, string>>, more: Partial<ViewRequest> = {}): string {
  const { plan, state, today } = snapshotOf(files);
  const found = BLOCK_VIEWS.find(({ name }) => name === view);
  assert.ok(found);
  const request = {
    plan,
    state,
    today,
    from: 'docs/page.md',
    options: new Map(),
    accepts: () => true,
    hasFilters: false,
    ...more,
  };
  return [...run(found.lines(request))].join('\n');
}

/** Text that would be something else than text if it could. */
const HOSTILE = [
  'a | b || c',
  '<script>alert(1)</script><img src=x onerror=alert(1)>',
  '<!-- /milepost 2026-11-21 -->',
  '`code` ``more`` ```fence',
  '[link](https://evil.example) ![image](https://evil.example/x.png)',
  '[[wiki]] [ref]: x',
  '**bold** __bold__ *em* _em_ ~~gone~~',
  '@maria @org/team maria@example.org',
  '#12 GH-12 org/repo#12 https://evil.example www.evil.example',
  ':tada: $x^2$ &lt;b&gt; &#60;',
  '"]; click n0 href "javascript:alert(1)"',
  '%%{init: {"securityLevel": "loose"}}%%',
  'a\\|b \\',
  '- [ ] box',
  '1. one',
  '# heading',
  '```',
  '---',
  'section x',
  'title',
  'x :crit, 2026-01-01, 1d',
  '\u202eevil\u2066 \u0007 \u200b',
];

const hostilePlan = (text: string): Record<string, string> => {
  const q = JSON.stringify(text);
  return {
    'plan.md': `---
type: program
id: p
title: ${q}
owner: ${q}
target: 2026-11-30
health: green
workstreams:
  - { id: w, title: ${q}, owner: ${q} }
milestones:
  - { id: late, title: ${q}, owner: ${q}, workstream: w, due: 2026-12-01, duration: 20d, commitment: firm, depends_on: [D-1] }
  - { id: next, title: ${q}, workstream: w, due: 2026-12-04, depends_on: [late] }
risks:
  - { id: R-1, title: ${q}, owner: ${q}, probability: 60%, impact: high, mitigation: ${q}, affects: [late] }
decisions:
  - { id: D-1, title: ${q}, owner: ${q}, due: 2026-11-01, blocks: [next] }
  - { id: D-2, title: ${q}, status: accepted, date: 2026-11-02, outcome: ${q} }
---
`,
  };
};

describe('text of the plan in a live block', () => {
  for (const [n, text] of HOSTILE.entries()) {
    it(`is never markup: ${JSON.stringify(text)}`, () => {
      const harmless = remark(BLOCK_VIEWS.map(({ name }) => shown(name, hostilePlan('word'))).join('\n\n'));
      const found = remark(BLOCK_VIEWS.map(({ name }) => shown(name, hostilePlan(text))).join('\n\n'));
      // The same tables, lists, links and fences, whatever the text is.
      assert.deepEqual(found.outline, harmless.outline, `${n}`);
      for (const url of found.links) assert.match(url, /^\.\.\/plan\.md/);
    });
  }

  it('is on one line, and cut', () => {
    const rows = shown('milestones', hostilePlan(`a\nb ${'long '.repeat(500)}`)).split('\n');
    assert.equal(rows.length, 4);
    assert.ok(rows.every((row) => row.length < 800));
  });

  it('notifies nobody on GitHub', () => {
    for (const { name } of BLOCK_VIEWS) {
      // In a fence nothing becomes an emoji.
      const text = shown(name, hostilePlan('@maria #12 :tada:'));
      assert.doesNotMatch(text, text.startsWith('```') ? /@m|#1/ : /@m|#1|:tada:/);
    }
  });
});

describe('a label in a diagram', () => {
  it('has nothing in it that Mermaid or a page acts on', () => {
    for (const text of HOSTILE) assert.doesNotMatch(mermaidText(text), /[<>&"'`#;:%$\\{}[\]|@\p{C}]/u);
    assert.equal(mermaidText('a\n b'), 'a b');
    assert.ok([...mermaidText('x'.repeat(20_000))].length <= 80);
  });
});

describe('a graph', () => {
  const CHAIN = {
    'p.md': `---\ntype: program\nid: p\nmilestones:\n${[1, 2, 3, 4, 5, 6]
      .map((n) => `  - { id: m${n}, duration: 2d, depends_on: [${n > 1 ? `m${n - 1}` : ''}] }\n`)
      .join('')}---\n`,
  };
  const drawn = (options: Record<string, string>): string[] =>
    shown('graph', CHAIN, { from: 'p.md', options: new Map(Object.entries(options)) }).match(/"m\d/g) ?? [];

  it('is a flowchart of all, or around an item', () => {
    assert.match(shown('graph', CHAIN), /^```mermaid\nflowchart LR\n[\s\S]*\n```/);
    assert.equal(drawn({}).length, 6);
    assert.deepEqual(drawn({ focus: 'm3', depth: '1' }), ['"m2', '"m3', '"m4']);
    assert.equal(drawn({ focus: 'p/m3' }).length, 5);
  });

  it('says how much of it is folded', () => {
    const ids = Array.from({ length: 3000 }, (_, n) => `  - { id: m${n}, duration: 2d }\n`);
    const plan = { 'p.md': `---\ntype: program\nid: p\nmilestones:\n${ids.join('')}---\n` };
    assert.match(shown('graph', plan), /\n```\n\n.*of 3,000 items are shown; .* are folded into/);
  });
});

describe('a timeline', () => {
  const many = (count: number): Record<string, string> => ({
    'p.md': `---\ntype: program\nid: p\nworkstreams: [{ id: w, title: Web }]\nmilestones:\n${Array.from(
      { length: count },
      (_, i) => `  - { id: m${i}, workstream: w, due: 2026-12-01, duration: 2d }\n`,
    ).join('')}---\n`,
  });

  it('has a bar for each milestone, and no word of the plan at the beginning of a line', () => {
    const text = shown('timeline', hostilePlan('click section'));
    assert.match(text, /\n {4}▲ click section \(late\), \d+ days late :crit, t0, 2026-11-\d\d, 2026-12-\d\d\n/);
    assert.doesNotMatch(text, /excludes/);
    for (const line of text.split('```')[1]?.split('\n').slice(1) ?? []) {
      assert.match(
        line,
        /^$|^gantt$|^%%\{init: \{"gantt": \{"leftPadding": \d+\}\}\}%%$|^ {4}(?:dateFormat|axisFormat|tickInterval|inclusiveEndDates|section |[✓●○▲] )/,
      );
    }
  });

  it('folds workstreams where there are more than it can show, and says so', () => {
    assert.equal(shown('timeline', many(118)).match(/ :/g)?.length, 118);
    const folded = shown('timeline', many(2000));
    assert.ok((folded.match(/ :/g)?.length ?? 0) <= 121);
    assert.match(folded, /○ 2,000 milestones/);
    assert.match(folded, /^2000 milestones: each workstream is one bar/m);
  });
});

describe('the status in a document', () => {
  const goal = (more: string): string =>
    shown('status', {
      'p.md': `---\ntype: program\nid: p\ntitle: Atlas\ngoal: g\nmilestones: [{ id: g, owner: maria${more} }]\n---\n`,
    });

  it('tells no day that would be made up', () => {
    assert.match(
      goal(', due: 10.12.2026'),
      /^\*\*Atlas\*\* is \*\*green\*\*: .*g.* has a date that cannot be read\.$/m,
    );
    assert.match(goal(''), /: .*g.* has no date yet\.$/m);
    assert.match(goal(', due: 2026-12-10'), /: .*g.* is forecast for 2026-12-10\.$/m);
  });
});

describe('a timeline in a document, and the one in the editor', () => {
  const PLAN = {
    'p.md': `---
type: program
id: p
title: Atlas
workstreams: [{ id: web, title: Web }, { id: app }]
milestones:
  - { id: last, workstream: web, due: 2027-03-01, duration: 2d, depends_on: first }
  - { id: first, title: The first, workstream: app, started: 2026-11-02, status: in-progress, duration: 60d, due: 2026-12-01 }
  - { id: long-ago, workstream: web, status: done, completed: 2025-03-03, duration: 5d }
  - { id: gone, workstream: web, status: cancelled, due: 2027-03-01 }
  - { id: loose, due: 2027-01-15 }
decisions: [{ id: D-1, due: 2027-01-15 }]
---
`,
    'q.md': '---\ntype: program\nid: q\nmilestones: [{ id: other, due: 2027-02-01 }]\n---\n',
  };

  it('have the same rows in the same order, but for what is no milestone and what was done long ago', () => {
    const { rows } = run(timelineOf(snapshotOf(PLAN)));
    const inEditor = rows.flatMap((row) =>
      row.kind === 'item' && row.item.type.name === 'milestone' ? row.item.id : [],
    );
    const names = shown('timeline', PLAN)
      .split('\n')
      .flatMap((line) => /^ {4}(?:section )?(?:[✓●○▲] )?(.*?)(?: :|$)/.exec(line)?.[1] ?? []);
    assert.deepEqual(names.slice(names.indexOf('Atlas, Web')), [
      ...['Atlas, Web', 'long-ago', 'last', 'Atlas, app', 'The first (first), 38 days late', 'Atlas', 'loose'],
      ...['q', 'other'],
    ]);
    assert.deepEqual(inEditor, ['last', 'first', 'loose', 'other']);
    assert.doesNotMatch(shown('timeline', PLAN, { options: new Map([['show', 'open']]) }), /long-ago/);
  });

  it('fold into programs where there are too many workstreams', () => {
    const rows = Array.from({ length: 300 }, (_, i) => `  - { id: m${i}, workstream: w${i}, due: 2026-12-01 }\n`);
    const text = shown('timeline', { 'p.md': `---\ntype: program\nid: p\nmilestones:\n${rows.join('')}---\n` });
    assert.match(text, /\n {4}section p\n {4}○ 300 milestones :t0, /);
    assert.match(
      text,
      /^300 milestones: each program is one bar, and of those on the critical path \d+ have their own\./m,
    );
    assert.ok((text.match(/ :/g)?.length ?? 0) <= 121);
  });
});

describe('the names in a timeline', () => {
  const words = 'A title of so many words that no picture has any room for all of it, be it ever so wide';
  const plan = (id: string, more = ''): Record<string, string> => ({
    'p.md': `---\ntype: program\nid: p\nworkstreams: [{ id: w, title: The workstream of the whole back office }]\nmilestones:
  - { id: early, due: 2026-12-01 }
  - { id: ${id}, title: ${JSON.stringify(words)}, workstream: w, due: 2027-04-01${more} }
  - { id: late, due: 2027-08-01 }\n---\n`,
  });

  it('are cut where there is no room for them, with an ellipsis, but for id and lateness', () => {
    const [name = ''] = /○ A title.* :/.exec(shown('timeline', plan('mid'))) ?? [];
    assert.match(name, /^○ A title of so many words[^…]*… \(mid\) :$/);
    const [late = ''] = /▲ A title.* :/.exec(shown('timeline', plan('mid', ', start: 2027-05-01'))) ?? [];
    assert.match(late, /^▲ A title[^…]*… \(mid\), \d+ days late :$/);
  });

  it('are cut the less the more room there is, and short ones not at all', () => {
    const cut = (due: string): number => {
      const text = shown('timeline', { 'p.md': plan('mid')['p.md']?.replace('2027-04-01', due) ?? '' });
      assert.match(text, /\n {4}○ early :/);
      return / (A title[^…]*)…/.exec(text)?.[1]?.length ?? words.length;
    };
    assert.ok(cut('2027-04-01') >= 25);
    assert.ok(cut('2027-04-01') < cut('2027-07-15'));
  });

  it('name a program in their sections only where they show more than one', () => {
    const program = (id: string) =>
      `---\ntype: program\nid: ${id}\ntitle: The ${id}\nworkstreams:\n  - { id: web, title: Web }\nmilestones:\n  - { id: ${id}-m, workstream: web, due: 2026-12-11 }\n---\n`;
    const files = { 'a/README.md': program('a'), 'b/README.md': program('b') };
    assert.match(shown('timeline', files), /\n {4}section The a, Web\n/);
    const accepts: ViewRequest['accepts'] = (item) => item.program === 'a';
    const one = shown('timeline', files, { accepts, hasFilters: true });
    assert.match(one, /\n {4}section Web\n/);
    assert.equal(one, shown('timeline', { 'a/README.md': program('a') }, { accepts, hasFilters: true }));
  });

  it('of sections have a column that is wide enough for them', () => {
    const text = shown('timeline', plan('mid'));
    assert.match(text, /\n {4}section The workstream of the[^…\n]*…\n/);
    const [, padding] = /^%%\{init: \{"gantt": \{"leftPadding": (\d+)\}\}\}%%\ngantt$/m.exec(text) ?? [];
    assert.ok(Number(padding) > 150 && Number(padding) <= 180, padding);
    assert.doesNotMatch(
      shown('timeline', { 'p.md': plan('mid')['p.md']?.replace(/The work.*office/, 'Web') ?? '' }),
      /init/,
    );
  });
});

describe('a view with nothing to show', () => {
  const change = { since: 20_000, diff: undefined, missing: 'there is no git here' };

  for (const { name, tellsChanges } of BLOCK_VIEWS) {
    if (tellsChanges) {
      it(`says who writes it, or why nothing is known: ${name}`, () => {
        assert.match(shown(name, hostilePlan('x')), /`milepost report` writes it\.$/);
        assert.match(
          shown(name, hostilePlan('x'), { change }),
          /^- \[x\].* accepted on 2 November: x\.$|not known: there is no git here\.$/,
        );
      });
      continue;
    }
    it(`says so: ${name}`, () =>
      assert.match(shown(name, hostilePlan('x'), { accepts: () => false, hasFilters: true }), /^No [a-z0-9, ]+\.$/));
  }
});
