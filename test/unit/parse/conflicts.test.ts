import assert from 'node:assert/strict';
import { itemsOf, marked, problemsOf, read, readPlan } from '../../support/reading.ts';

const CONFLICT = `---
type: milestone
id: a
<<<<<<< HEAD
owner: maria
due: 2026-12-11
=======
owner: chen
>>>>>>> vendor-dates
title: A
---
body
`;

describe('merge conflicts', () => {
  it('row 28: are one finding, and the first side is the plan', () => {
    for (const text of [CONFLICT, CONFLICT.replaceAll('\n', '\r\n'), CONFLICT.replaceAll('\n', '\r')]) {
      const document = readPlan(text);
      assert.deepEqual(problemsOf(document), ['merge-conflict 4:1 "<<<<<<< HEAD"']);
      const [item] = document.items;
      assert.equal(item?.values.owner?.name, 'maria');
      assert.ok(item?.values.due);
      assert.equal(item?.title, 'A');
      assert.equal(document.broken, true);
    }
  });

  it('row 28: offer both sides', () => {
    const { conflicts, text } = readPlan(CONFLICT);
    assert.equal(conflicts.length, 1);
    const { ours, theirs, range, opening } = conflicts[0] as (typeof conflicts)[0];
    assert.equal(marked({ text }, { range: ours }), 'owner: maria\ndue: 2026-12-11\n');
    assert.equal(marked({ text }, { range: theirs }), 'owner: chen\n');
    assert.equal(marked({ text }, { range: opening }), '<<<<<<< HEAD');
    assert.ok(marked({ text }, { range }).endsWith('>>>>>>> vendor-dates'));
  });

  it('may have the common ancestor between the sides', () => {
    const document = readPlan(CONFLICT.replace('=======', '||||||| base\nowner: dana\n======='));
    assert.deepEqual(problemsOf(document), ['merge-conflict 4:1 "<<<<<<< HEAD"']);
    assert.equal(document.items[0]?.values.owner?.name, 'maria');
    assert.equal(marked(document, { range: document.conflicts[0]?.theirs as never }), 'owner: chen\n');
  });

  it('may have an empty side', () => {
    const document = readPlan('---\ntype: milestone\nid: a\n<<<<<<< HEAD\n=======\nowner: chen\n>>>>>>> b\n---\n');
    assert.deepEqual(problemsOf(document), ['merge-conflict 4:1 "<<<<<<< HEAD"']);
    assert.equal(document.items[0]?.values.owner, undefined);
  });

  it('may be several', () => {
    const document = readPlan(`---
type: register
risks:
<<<<<<< HEAD
  - id: R-1
=======
  - id: R-2
>>>>>>> b
  - id: R-3
<<<<<<< HEAD
  - id: R-4
=======
  - id: R-5
>>>>>>> b
---
`);
    assert.deepEqual(itemsOf(document), ['risk R-1', 'risk R-3', 'risk R-4']);
    assert.deepEqual(problemsOf(document), ['merge-conflict 4:1 "<<<<<<< HEAD"', 'merge-conflict 10:1 "<<<<<<< HEAD"']);
  });

  it('may be over the whole file', () => {
    const side = (owner: string) => `---\ntype: milestone\nid: a\nowner: ${owner}\n---\n\n# ${owner}\n`;
    const document = readPlan(`<<<<<<< HEAD\n${side('maria')}=======\n${side('chen')}>>>>>>> b\n`);
    assert.deepEqual(problemsOf(document), ['merge-conflict 1:1 "<<<<<<< HEAD"']);
    assert.equal(document.items[0]?.values.owner?.name, 'maria');
    assert.equal(document.items[0]?.title, 'maria');
  });

  it('may begin in the front matter and end in the body', () => {
    const document = readPlan(
      '---\ntype: milestone\nid: a\n<<<<<<< HEAD\nowner: maria\n---\nours\n=======\nowner: chen\n---\ntheirs\n>>>>>>> b\n',
    );
    assert.deepEqual(problemsOf(document), ['merge-conflict 4:1 "<<<<<<< HEAD"']);
    assert.equal(document.items[0]?.values.owner?.name, 'maria');
    assert.equal(document.frontMatter.closed, true);
  });

  it('of the body are a warning, and the first side is read', () => {
    const body = '<<<<<<< HEAD\n- [x] ours\n=======\n- [ ] theirs\n>>>>>>> b\n';
    for (const text of [`---\ntype: milestone\nid: a\n---\n${body}`, `${CONFLICT}\n${body}`]) {
      const document = readPlan(text);
      const last = document.problems.at(-1);
      assert.equal(marked(document, last as never), '<<<<<<< HEAD');
      assert.equal(last?.severity, 'warning');
      assert.deepEqual(
        document.body.boxes.map((box) => box.checked),
        [true],
      );
      assert.equal(document.conflicts.length, document.problems.length);
      assert.equal(document.broken, document.conflicts.length > 1);
    }
  });

  it('are an example in a block of code', () => {
    const conflict = '<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> b\n';
    const text = `---\ntype: milestone\nid: a\n---\n~~~~ text\n\`\`\`\n${conflict}~~~~\n`;
    assert.deepEqual(problemsOf(readPlan(text)), []);
    assert.deepEqual(readPlan(text).conflicts, []);
    const after = readPlan(`${text}\n${conflict}`);
    assert.deepEqual(problemsOf(after), ['merge-conflict 14:1 "<<<<<<< HEAD"']);
  });

  it('that were solved by hand leave markers, which are found, and the rest is read', () => {
    for (const marker of ['<<<<<<< HEAD', '=======', '>>>>>>> vendor-dates', '||||||| 1a2b3c']) {
      for (const newline of ['\n', '\r\n']) {
        const document = readPlan(['---', 'type: milestone', 'id: a', marker, 'owner: maria', '---', ''].join(newline));
        assert.deepEqual(problemsOf(document), [`merge-conflict 4:1 ${JSON.stringify(marker)}`]);
        assert.equal(document.items[0]?.values.owner?.name, 'maria');
      }
    }
  });

  it('are not made of what only resembles markers', () => {
    const document = readPlan(
      '---\ntype: milestone\nid: a\nnote: |\n  =======\n  <<<<<<< x\ntitle: "<<<<<<< x"\n---\nTitle\n=======\n',
    );
    assert.deepEqual(document.problems, []);
  });

  it('keep a file out of the plan that is none', () => {
    assert.equal(read('\n---\ntype: milestone\n---\n<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c\n'), undefined);
    assert.equal(read('<<<<<<< HEAD\na\n=======\nb\n>>>>>>> c\n'), undefined);
    assert.equal(read('---\n<<<<<<< HEAD\ntitle: a\n=======\ntype: milestone\n>>>>>>> c\n---\n'), undefined);
  });
});
