import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { diffMarkdown, WHOLE } from '../../../src/cli/diff/diff-markdown.ts';
import { diffPlans } from '../../../src/core/diff/diff-plans.ts';
import { atOnce } from '../../../src/core/text/at-once.ts';
import { hostilePlan, hostileText } from '../../support/hostile-plan.ts';
import { HOSTILE_TEXTS } from '../../support/hostile-texts.ts';
import { readFlowchart } from '../../support/mermaid-grammar.ts';
import { snapshotOf } from '../../support/plan.ts';

type Files = Readonly<Record<string, string>>;

function commentOn(base: Files, head: Files, room?: typeof WHOLE): string {
  const [from, to] = [base, head].map((files) => snapshotOf(files, { today: '2026-11-02' }));
  if (!from || !to) return assert.fail();
  const sides = {
    place: { fromRepository: (path: string) => path },
    base: { at: '9d1f6b27c0', snapshot: from },
    head: { at: '4e8a05c3b1', snapshot: to },
  };
  return diffMarkdown(atOnce(diffPlans(from, to)), sides, room);
}

/** What a comment is made of: anything else would come from a plan. */
const OWN = new Set([
  'root',
  'paragraph',
  'strong',
  'text',
  'emphasis',
  'inlineCode',
  'code',
  'html',
  'table',
  'tableRow',
  'tableCell',
]);
const OWN_HTML = /^(?:<\/?(?:details|summary|sub)>|<br>|<details><summary>\d* ?[\w ,]+<\/summary>)$/;

/** Reads a comment as GitHub does, and gives the Mermaid in it. */
function readComment(text: string): readonly string[] {
  const fences: string[] = [];
  const read = (node: Nodes): void => {
    assert.ok(OWN.has(node.type), `${node.type}: ${JSON.stringify(node).slice(0, 300)}`);
    if (node.type === 'html') assert.match(node.value, OWN_HTML);
    if (node.type === 'emphasis')
      assert.match(
        text.slice(node.position?.start.offset, node.position?.end.offset),
        /^\*(?:new|gone|renamed|moved)\*$/,
      );
    if (node.type === 'code') {
      assert.equal(node.lang, 'mermaid');
      fences.push(`${node.value}\n`);
    }
    if (node.type === 'table') {
      const widths = new Set(node.children.map(({ children }) => children.length));
      assert.equal(widths.size, 1, 'every row is as wide as its table');
    }
    if ('children' in node) node.children.forEach(read);
  };
  read(unified().use(remarkParse).use(remarkGfm).parse(text));
  return fences;
}

describe('the comment on a change', () => {
  const quote = (text: string): string => JSON.stringify(text);
  const plan = (texts: readonly string[], duration: string, word: string, more = ''): Files => ({
    'README.md': `---\ntype: program\nid: atlas\nstart: 2026-11-02\nmilestones:\n${texts
      .map(
        (text, n) =>
          `  - { id: m${n}, title: ${quote(text)}, owner: ${quote(text + word)}, note: ${quote(text + word)}, phase: ${quote(word + text)}, duration: ${n === 0 ? duration : '2d'}${n > 0 ? `, depends_on: [m${n - 1}]` : ''} }\n`,
      )
      .join('')}${more}---\n`,
  });

  it('row 44: holds nothing but what Milepost writes, whatever the texts of a plan are', () => {
    for (let at = 0; at < HOSTILE_TEXTS.length; at += 3) {
      const texts = HOSTILE_TEXTS.slice(at, at + 3);
      const risks = texts.map(
        (text, n) =>
          `  - { id: R-${n}, title: ${quote(text)}, owner: ${quote(text)}, affects: [m0], mitigation: ${quote(text)} }\n`,
      );
      const decisions = texts.map(
        (text, n) =>
          `  - { id: D-${n}, title: ${quote(text)}, status: accepted, date: 2026-11-01, outcome: ${quote(text)} }\n`,
      );
      const head = plan(texts, '9d', ' x', `risks:\n${risks.join('')}decisions:\n${decisions.join('')}`);
      const fences = readComment(commentOn(plan(texts, '5d', ''), head));
      assert.equal(fences.length, texts.length > 1 ? 1 : 0);
      for (const fence of fences) readFlowchart(fence);
    }
  });

  it('row 44: nor where ids, workstreams and programs are such texts', () => {
    fc.assert(
      fc.property(fc.array(hostileText, { minLength: 6, maxLength: 20 }), (texts) => {
        const [base, head] = [hostilePlan(texts), hostilePlan(texts.toReversed())];
        const slower = Object.fromEntries(
          Object.entries(base).map(([path, text]) => [path, text.replaceAll('2d', '4d')]),
        );
        for (const other of [slower, head])
          for (const fence of readComment(commentOn(base, other))) readFlowchart(fence);
      }),
      { numRuns: 12 },
    );
  });

  it('stands upright where the chain is long, and lies where it is short', () => {
    const [short, long] = [3, 6].map((length) => {
      const texts = Array.from({ length }, (_, n) => `Step ${n}`);
      return readComment(commentOn(plan(texts, '5d', ''), plan(texts, '6d', '')))[0] ?? '';
    });
    assert.match(short ?? '', /^flowchart LR\n/);
    assert.match(long ?? '', /^flowchart TB\n/);
  });

  it('draws what moves furthest and why, and says how much there was no room for', () => {
    const many = Array.from({ length: 40 }, (_, n) => `  - { id: e${n}, duration: 1d, depends_on: [m0] }\n`).join('');
    const side = (duration: string): Files => {
      const [path, text] = Object.entries(plan(['One', 'Two'], duration, ''))[0] as [string, string];
      return { [path]: text.replace(/---\n$/, `${many}---\n`) };
    };
    const text = commentOn(side('5d'), side('8d'));
    const [fence = ''] = readComment(text);
    assert.equal(readFlowchart(fence).counts.node, 12);
    assert.match(text, /<sub>30 items more in the tables below\.<\/sub>/);
    assert.match(fence, /n0\["One<br\/>6\u00a0→\u00a011\u00a0Nov\u00a0\(\+3d\)<br\/>✎ duration 5d → 8d"\]/);
  });
});

describe('the whole of a comment', () => {
  it('row 44: is shown on the page of a job, in whatever script a plan is written', () => {
    // Of more than that GitHub shows nothing, and not the beginning.
    const most = 1 << 20;
    const risks = (letter: string): string =>
      Array.from({ length: 950 }, (_, n) => `  - { id: R-${letter}${n}, title: ${'期'.repeat(200)} }\n`).join('');
    const program = '---\ntype: program\nid: atlas\n---\n';
    const register = (letter: string): string => `---\ntype: register\nrisks:\n${risks(letter)}---\n`;
    const base = { 'README.md': program };
    const whole = commentOn(base, { ...base, 'a.md': register('A'), 'b.md': register('B') }, WHOLE);
    const bytes = Buffer.byteLength(whole);
    assert.ok(bytes < most && bytes > most * 0.7, String(bytes));
    assert.match(whole, /… and [\d,]+ more: `milepost diff` lists them all/);
  });
});
