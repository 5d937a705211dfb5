import assert from 'node:assert/strict';
import { COLLECTIONS, DOCUMENT_TYPES } from '../../../src/core/model/registry.ts';
import { findingsOf } from '../../support/plan.ts';
import { problemsOf, read, readPlan } from '../../support/reading.ts';

describe('a file is in the plan', () => {
  for (const type of DOCUMENT_TYPES) {
    it(`when its type is ${type}`, () => {
      for (const line of [
        `type: ${type}`,
        `type: "${type}"`,
        `type:   '${type}'   # so`,
        `"type": ${type}`,
        `type : ${type}`,
      ]) {
        assert.equal(read(`---\nid: x\n${line}\n---\n`)?.type, type, line);
      }
      assert.equal(read(`---\r\ntype: ${type}\r\n---\r\n`)?.type, type);
      assert.equal(read(`---\n{ id: x, type: ${type} }\n---\n`)?.type, type);
    });
  }

  for (const key of COLLECTIONS) {
    it(`when it has ${key}, whatever else its front matter says`, () => {
      const document = readPlan(`---\nlayout: page\n${key}:\n  - { id: x }\n---\n`);
      assert.equal(document.type, 'register');
      assert.equal(document.items.length, 1);
      assert.equal(read(`---\n${key}:\n- id: x\n  title: y\n---\n`)?.items.length, 1);
    });
  }

  it('when its type is a small edit away from a known one, and then that is a finding', () => {
    for (const [written, meant] of [
      ['milestoen', 'milestone'],
      ['Milestone', 'milestone'],
      ['milestones', 'milestone'],
      ['Risk', 'risk'],
      ['descision', 'decision'],
      ['dependancy', 'dependency'],
      ['registry', 'register'],
      ['work-stream', 'workstream'],
    ] as const) {
      const document = readPlan(`---\ntype: ${written}\nid: x\nowner: maria\n---\n`);
      assert.equal(document.type, meant, written);
      assert.deepEqual(problemsOf(document), [`unknown-type 2:7 "${written}"`]);
      assert.equal(document.problems[0]?.suggestion, meant);
    }
  });

  it('when its type is another but it has a collection, and then the type is a finding', () => {
    const document = readPlan('---\ntype: post\nrisks:\n  - { id: R-1 }\n---\n');
    assert.deepEqual(problemsOf(document), ['unknown-type 2:7 "post"']);
    assert.equal(document.items.length, 1);
  });
});

describe('a file is left alone', () => {
  const others: Readonly<Record<string, string>> = {
    'without front matter': '# Title\n\ntype: milestone\n',
    'with front matter of others': '---\ntitle: x\nlayout: post\n---\n',
    'whose type resembles none': '---\ntype: post\nstatus: nearly\nowner: @nobody\n---\n',
    'whose type is only mentioned': '---\ntitle: "type: milestone"\n---\n',
    'whose type is a list': '---\ntype: [milestone]\n---\n',
    'whose type is empty': '---\ntype:\nid: x\n---\n',
    'whose type is deeper': '---\npage:\n  type: milestone\n---\n',
    'that is a task of another tool': '---\nid: task-1\ntitle: x\nstatus: To Do\ndependencies: [task-2]\n---\n',
    'that is a task in block style': '---\nid: task-1\ndependencies:\n  - task-2\n  - task-3\nmilestones: []\n---\n',
    'with an empty collection': '---\nissues: []\nrisks:\n---\n',
    'with a collection that is a mapping': '---\ndependencies: { left-pad: ^1.0.0 }\n---\n',
    'with a collection that is a word': '---\nactions: none\n---\n',
    'that is broken': '---\ntitle: "x\ndependencies: [a\n---\n',
    'that is empty': '',
    'with empty front matter': '---\n---\n',
    'that is a rule and text': '---\n\ntype of thing\n\n---\n',
    'with front matter further down': 'intro\n---\ntype: milestone\nid: x\n---\n',
    'with a blank line first': '\n---\ntype: milestone\n---\n',
    'with front matter that is code': '---js\nmodule.exports = { type: "milestone" };\n---\n',
    'with four dashes': '----\ntype: milestone\n----\n',
    'with TOML': '+++\ntype = "milestone"\n+++\n',
  };
  for (const [what, text] of Object.entries(others)) {
    it(what, () => assert.equal(read(text), undefined));
  }
});

describe('front matter of other tools with keys that Milepost has too', () => {
  it('is no plan', () => {
    const others = [
      'home: true\nactions:\n  - text: Get Started\n    link: /guide/\n    type: primary',
      'dependencies:\n  - name: react\n    version: 1',
      'issues:\n  - title: One\n    status: open',
    ];
    for (const text of others) assert.deepEqual(findingsOf({ 'a.md': `---\n${text}\n---\n` }), [], text);
  });

  it('is one where an entry can only be a plan’s', () => {
    const text = '---\nrisks:\n  - title: Vendor slips\n    probability: 40%\n    owner: dana\n---\n';
    assert.deepEqual(findingsOf({ 'a.md': text }), ['missing-field a.md:3:5 "title: Vendor slips"']);
  });
});
