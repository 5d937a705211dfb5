import assert from 'node:assert/strict';
import type { CompletionKind } from '../../../../src/language/completion/completion.ts';
import { completionsAt } from '../../../../src/language/completion/completions-at.ts';
import { accepted, completing } from '../../../support/completion.ts';

const PLAN = '---\ntype: program\nid: atlas\nmilestones:\n  - { id: ga, owner: maria, confidence: high }\n---\n';

/** What is proposed in a file, and what it becomes when one of it is accepted. */
function at(marked: string, asked: { readonly path?: string; readonly explicit?: boolean } = {}) {
  const { path = 'x.md', explicit = true } = asked;
  const request = completing({ 'README.md': PLAN, [path]: marked }, { explicit });
  const { list } = completionsAt(request);
  const labels = (kind?: CompletionKind): string[] =>
    list.filter((completion) => kind === undefined || completion.kind === kind).map(({ label }) => label);
  const accept = (label: string): string => {
    const found = list.find((completion) => completion.label === label);
    assert.ok(found, `${label} is not among ${labels().join(', ')}`);
    return accepted(request.text, found);
  };
  return { list, labels, accept };
}

describe('completion of a field', () => {
  it('lacks none that the type has, and proposes none that is there, however that is spelt', () => {
    const labels = at('---\ntype: milestone\nid: x\ndependsOn: [ga]\n⌖\n---\n').labels();
    assert.deepEqual(labels.slice(0, 5), ['title', 'status', 'owner', 'due', 'updated']);
    assert.equal(labels[5], 'confidence', 'what other milestones have comes next');
    for (const name of ['type', 'id', 'depends_on', 'probability', 'milestones'])
      assert.ok(!labels.includes(name), name);
    const [title] = at('---\ntype: milestone\n⌖\n---\n').list.filter(({ label }) => label === 'health');
    assert.equal(title?.description, 'How its owner says it stands.');
    assert.equal(title?.documentation, 'How its owner says it stands.\n\nForm: green, amber or red.');
  });

  it('is one of its own first, where no other item of its type has told what is usual', () => {
    const labels = at('---\ntype: gate\nid: x\ntitle: X\nstatus: submitted\nowner: m\n⌖\n---\n').labels();
    const own = ['lead_time', 'needs', 'approver', 'start', 'expected', 'submitted', 'approved'];
    assert.deepEqual(labels.slice(0, 11), ['for', 'due', 'updated', ...own, 'program']);
  });

  it('is written with its colon, and with what its value begins with', () => {
    for (const [fields, label, after] of [
      ['ow⌖', 'owner', 'owner: '],
      ['ow⌖ner: maria', 'note', 'note: maria'],
      ['ow⌖: maria', 'owner', 'owner: maria'],
      ['dep⌖', 'depends_on', 'depends_on: []'],
      ['dep⌖\n  - ga', 'depends_on', 'depends_on:\n  - ga'],
      ['mu⌖', 'mute', 'mute: {  }'],
      ['calendar:\n  ⌖', 'workdays', 'calendar:\n  workdays: '],
      ['calendar:\n  workdays: [mon]\n⌖  ', 'holidays', null],
      ['depends_on: [{ id: ga, ⌖', 'lag', 'depends_on: [{ id: ga, lag: }]'],
      ['depends_on: [{ id: ga ⌖}]', 'lag', 'depends_on: [{ id: ga, lag: }]'],
    ] as const) {
      const found = at(`---\ntype: milestone\n${fields}\n---\n`);
      if (after === null) assert.ok(!found.labels().includes(label), fields);
      else assert.equal(found.accept(label).slice(20, -5), after, fields);
    }
  });

  it('stands where the entry is that it belongs to, in block and in flow style', () => {
    const register = (entries: string): string => `---\ntype: register\nrisks:\n${entries}\n---\n`;
    for (const [entries, after] of [
      ['  - id: a\n    ⌖', '  - id: a\n    impact: '],
      ['  - id: a\n⌖\n    title: x', '  - id: a\n    impact: \n    title: x'],
      ['  - ⌖', '  - impact: '],
      ['  - { id: a, ⌖ }', '  - { id: a, impact:  }'],
      ['  - { id: a⌖ }', null],
      ['  - { id: a ⌖}', '  - { id: a, impact: }'],
      ['  - { ⌖id: a }', '  - { impact: , id: a }'],
      ['  - { id: a,⌖', '  - { id: a, impact: }'],
    ] as const) {
      const found = at(register(entries));
      if (after === null) assert.ok(!found.labels().includes('impact'), entries);
      else assert.equal(found.accept('impact').slice(26, -5), after, entries);
    }
  });

  it('is a collection where a document can hold some, with its first entry', () => {
    assert.ok(!at('---\ntype: milestone\n⌖\n---\n').labels().includes('risks'));
    assert.equal(
      at('---\ntype: register\nri⌖\n---\n').accept('risks'),
      '---\ntype: register\nrisks:\n  - id: R-1\n    title: New risk\n    owner: maria\n    probability: low\n    impact: medium\n---\n',
    );
  });

  it('leaves front matter of another sort alone, unless it is asked', () => {
    const blog = '---\nlayout: post\nt⌖\n---\n';
    assert.deepEqual(at(blog, { explicit: false }).labels(), []);
    assert.equal(at(blog).labels()[0], 'type');
    assert.deepEqual(at('---\ntype: article\no⌖\n---\n', { explicit: false }).labels(), []);
  });

  it('is a key of milepost.yaml, and of what stands in it', () => {
    const path = 'milepost.yaml';
    assert.ok(at('⌖', { path }).labels().includes('stale_after'));
    assert.deepEqual(at('adapters:\n  - use: ⌖', { path }).labels(), ['adr', 'madr']);
    assert.equal(at('rules: { ⌖ }', { path }).accept('stale'), 'rules: { stale:  }');
    assert.deepEqual(at('rules:\n  stale: ⌖', { path }).labels(), ['error', 'warning', 'info', 'off']);
    assert.deepEqual(at('stale_after:\n  milestone:\n    ⌖', { path }).labels(), ['started', 'planned']);
    assert.deepEqual(at('calendar: { workdays: [mon, ⌖] }', { path }).labels().slice(0, 2), ['mon', 'tue']);
    assert.deepEqual(at('fields: { cost: ⌖ }', { path }).labels(), ['text', 'date', 'duration', 'person', 'flag']);
  });
});

describe('snippets', () => {
  it('make an empty file an item of any type, or a whole program', () => {
    for (const text of ['⌖', '-⌖', '---⌖', '\ufeff⌖']) {
      const found = at(text);
      assert.deepEqual(found.labels(), [
        ...[
          'program',
          'workstream',
          'objective',
          'milestone',
          'gate',
          'dependency',
          'decision',
          'risk',
          'issue',
          'action',
        ],
        ...['metric', 'update', 'retro'],
        ...['program with items', 'register'],
      ]);
      assert.match(found.accept('risk'), /^\ufeff?---\ntype: risk\nid: R-1\ntitle: New risk\n/);
    }
    assert.deepEqual(at('⌖', { explicit: false }).labels(), []);
    assert.deepEqual(at('---⌖', { explicit: false }).labels().length, 15);
  });

  it('leave a plan in which nothing is wrong but what is still to be said', () => {
    const { accept, labels } = at('⌖');
    for (const label of labels()) {
      const request = completing({ 'new/README.md': `${accept(label)}⌖` });
      const serious = request.findings.filter(({ code }) =>
        /front-matter|value|type|field|reference|duplicate/.test(code),
      );
      assert.deepEqual(
        serious.map(({ message }) => message),
        [],
        label,
      );
    }
  });

  it('close front matter that has been opened, and keep what closes it', () => {
    assert.match(at('---\n⌖').accept('risk'), /^---\ntype: risk\n[^#]*\n---\n\n# New risk/);
    assert.match(at('---\n⌖\n---\n').accept('risk'), /^---\ntype: risk\n[^#]*updated: 2026-11-21\n---\n$/);
  });

  it('are entries where a list has room for one', () => {
    const entry = (lead: string): string =>
      `${lead}id: R-1\n    title: New risk\n    owner: maria\n    probability: low\n    impact: medium\n---\n`;
    assert.equal(
      at('---\ntype: register\nrisks:\n  - ⌖\n---\n').accept('risk'),
      entry('---\ntype: register\nrisks:\n  - '),
    );
    assert.equal(
      at('---\ntype: register\nrisks:\n  ⌖\n---\n').accept('risk'),
      entry('---\ntype: register\nrisks:\n  - '),
    );
    assert.equal(at('---\ntype: register\nrisks:⌖\n---\n').accept('risk'), entry('---\ntype: register\nrisks:\n  - '));
    assert.equal(
      at('---\ntype: register\nrisks: [⌖]\n---\n').accept('risk'),
      '---\ntype: register\nrisks: [{ id: R-1, title: New risk, owner: maria, probability: low, impact: medium }]\n---\n',
    );
  });
});
