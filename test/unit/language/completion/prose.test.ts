import assert from 'node:assert/strict';
import { BLOCK_VIEWS } from '../../../../src/core/blocks/registry.ts';
import { completionsAt } from '../../../../src/language/completion/completions-at.ts';
import { accepted, completing } from '../../../support/completion.ts';

const PLAN =
  '---\ntype: program\nid: atlas\nmilestones:\n  - { id: ga, title: General availability, owner: "Maria Silva" }\n  - { id: beta }\n---\n';
const HEAD = '---\ntype: milestone\nid: x\n---\n';

/** What is proposed in the prose of a milestone, and what the prose becomes. */
function at(prose: string, explicit = true) {
  const request = completing({ 'README.md': PLAN, 'x.md': HEAD + prose }, { explicit });
  const { list } = completionsAt(request);
  const labels = list.map(({ label }) => label);
  const accept = (label: string): string => {
    const found = list.find((completion) => completion.label === label);
    assert.ok(found, `${label} is not among ${labels.join(', ')}`);
    return accepted(request.text, found).slice(HEAD.length);
  };
  return { labels, accept };
}

describe('completion in prose', () => {
  it('is the id of an item in double brackets, which it closes where nothing does', () => {
    for (const [prose, after] of [
      ['See [[⌖', 'See [[ga]]'],
      ['See [[g⌖]] and', 'See [[ga]] and'],
      ['See [[b⌖eta|words]]', 'See [[ga|words]]'],
      ['- [ ] [[⌖ and [[beta]]', '- [ ] [[ga]] and [[beta]]'],
      ['`code` and [[⌖]]', '`code` and [[ga]]'],
      ['See [[g⌖]', 'See [[ga]]'],
      ['See [[g⌖ ]]', 'See [[ga ]]'],
    ] as const)
      assert.equal(at(prose).accept('ga'), after, prose);
  });

  it('leaves the cursor behind the brackets that it closes, and those that the editor has closed by itself', () => {
    for (const prose of ['See [[⌖ and', 'See [[g⌖] and', 'See [[g⌖]] and', 'See [[be⌖ta]] and']) {
      const request = completing({ 'README.md': PLAN, 'x.md': HEAD + prose });
      const ga = completionsAt(request).list.find(({ label }) => label === 'ga');
      assert.ok(ga, prose);
      assert.equal(ga.text, 'ga]]', prose);
      assert.equal(request.text.slice(ga.range.end), ' and', prose);
    }
  });

  it('replaces the word that the cursor is in, and no other prose', () => {
    for (const [prose, after] of [
      ['see [[⌖ fixes issue #12 and more', 'see [[ga]] fixes issue #12 and more'],
      ['see [[⌖ is done, see section] more', 'see [[ga]] is done, see section] more'],
      ['see [[b⌖ and then [link](a.md) more', 'see [[ga]] and then [link](a.md) more'],
      ['| [[g⌖ done | other |\n|---|---|', '| [[ga]] done | other |\n|---|---|'],
      ['| a | b |\n|---|---|\n| [[g⌖| [[beta]] |', '| a | b |\n|---|---|\n| [[ga]]| [[beta]] |'],
      ['| a |\n|---|\n| [[b⌖eta\\|words]] |', '| a |\n|---|\n| [[ga\\|words]] |'],
      ['see [[b⌖eta#part]]', 'see [[ga#part]]'],
      ['see [[b⌖eta. Then', 'see [[ga]]. Then'],
      ['see [[b⌖-]] then', 'see [[ga]] then'],
      ['see [[b⌖eta/x, then', 'see [[ga]], then'],
    ] as const)
      assert.equal(at(prose).accept('ga'), after, prose);
  });

  it('is none in ordinary prose, in code, and in files that are no part of the plan', () => {
    for (const prose of [
      'Words ⌖',
      'a: ⌖',
      'due: ⌖',
      '- ⌖',
      'x, ⌖',
      '[⌖',
      '[a](⌖',
      '`[[⌖',
      '```\n[[⌖\n```',
      '[[ga]] ⌖',
      '[[ga|⌖',
      '"⌖',
      'a⌖',
    ])
      assert.deepEqual(at(prose, false).labels, [], prose);
    const request = completing({ 'README.md': PLAN, 'y.md': '# Words\n\n[[⌖' });
    assert.deepEqual(completionsAt(request).list, []);
  });

  it('is none in any code, and in no comment, as the body is read', () => {
    for (const prose of [
      '    code [[⌖',
      'Words\n\n    code [[⌖]]\n',
      '\tcode [[⌖',
      '> ```\n> [[⌖\n> ```',
      '- ~~~\n  [[⌖\n  ~~~',
      'See `code\nand [[⌖ more` here',
      '<!-- a note\n[[⌖\n-->',
      '<pre>\n[[⌖\n</pre>',
      '    <!-- milepost ⌖',
      '<!-- a note\n<!-- milepost ⌖',
      '> ~~~\n<!-- x -->\n\n    <!-- milepost graph ⌖ -->',
      '<!-- a note\n⌖\n-->',
    ])
      assert.deepEqual(at(prose).labels, [], prose);
    for (const [prose, after] of [
      ['Words\n    that go on: [[⌖', 'Words\n    that go on: [[ga]]'],
      ['- one\n\n    and [[⌖', '- one\n\n    and [[ga]]'],
      ['> ```\n\nSee [[⌖', '> ```\n\nSee [[ga]]'],
    ] as const)
      assert.equal(at(prose).accept('ga'), after, prose);
    assert.ok(at('- one\n\n    <!-- milepost ⌖').labels.includes('graph'));
  });

  it('is a live block, its view, its options and their values', () => {
    const views = BLOCK_VIEWS.map(({ name }) => name);
    assert.deepEqual(views.slice(0, 3), ['graph', 'timeline', 'milestones']);
    assert.deepEqual(at('<!-- milepost ⌖').labels, views);
    assert.deepEqual(
      at('\n⌖\n').labels,
      views.map((view) => `milepost ${view}`),
    );
    assert.deepEqual(at('\n⌖\n', false).labels, []);
    for (const [prose, label, after] of [
      ['<!-- ⌖', 'milepost risks', '<!-- milepost risks -->\n<!-- /milepost -->\n'],
      ['<!-- mil⌖->', 'milepost risks', '<!-- milepost risks -->\n<!-- /milepost -->\n'],
      ['<!-- milepost r⌖>', 'risks', '<!-- milepost risks -->\n<!-- /milepost -->'],
      ['<!-- milepost r⌖ -->\n<!-- /milepost -->', 'risks', '<!-- milepost risks -->\n<!-- /milepost -->'],
      ['<!-- milepost graph ⌖ -->', 'focus', '<!-- milepost graph focus= -->'],
      ['<!-- milepost graph fo⌖=ga -->', 'focus', '<!-- milepost graph focus=ga -->'],
      ['<!-- milepost graph focus=⌖ -->', 'ga', '<!-- milepost graph focus=ga -->'],
      ['<!-- milepost graph only=⌖ -->', 'blocked', '<!-- milepost graph only=blocked -->'],
      ['<!-- milepost milestones show=⌖ -->', 'open', '<!-- milepost milestones show=open -->'],
      ['<!-- milepost milestones owner=⌖ -->', 'Maria Silva', '<!-- milepost milestones owner="Maria Silva" -->'],
      ['<!-- milepost milestones owner="M⌖" -->', 'Maria Silva', '<!-- milepost milestones owner="Maria Silva" -->'],
      ['<!-- milepost milestones status=⌖ -->', 'at-risk', '<!-- milepost milestones status=at-risk -->'],
    ] as const)
      assert.equal(at(prose).accept(label), after, prose);
    assert.deepEqual(at('<!-- milepost milestones due=⌖ -->').labels, [
      ...['2026-11', '2026-12', '2026-10', '2026-Q4', '2027-Q1', '2026', '2026-11-21'],
    ]);
    assert.ok(at('<!-- milepost milestones duration=⌖ -->').labels.includes('2w'));
    assert.ok(!at('<!-- milepost graph show=open ⌖ -->').labels.includes('show'));
    assert.deepEqual(at('```\n<!-- milepost ⌖\n```').labels, []);
  });

  it('is no option right behind the quote that ends a value', () => {
    for (const prose of ['owner="x"⌖', "owner='Maria Lind'⌖ -->", 'owner="Maria Lind"⌖'])
      assert.deepEqual(at(`<!-- milepost milestones ${prose}`).labels, [], prose);
  });

  it('is found behind words that go on for ever', () => {
    for (const end of ['="x" ', ' ', '="x" sh'])
      assert.ok(at(`<!-- milepost milestones ${'a'.repeat(300_000)}${end}⌖`).labels.includes('show'), end);
  });
});
