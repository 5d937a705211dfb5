import assert from 'node:assert/strict';
import { linkTo, referenceTo } from '../../../src/core/views/item-link.ts';
import { findingsOf, snapshotOf } from '../../support/plan.ts';

const FILES = {
  'README.md': '---\ntype: program\nid: atlas\nowner: maria\n---\n',
  'my plans/api (draft).md': '---\ntype: milestone\nid: api\ntitle: "The [API] & *more*"\nowner: maria\n---\n',
  'risks.md': `---
type: register
risks:
  - { id: R-1, title: One, owner: maria, probability: low, impact: low }
  - { id: R-2, title: Two, owner: maria, probability: low, impact: low }
---

# Risks

## The bus (R-1)

## The bus (R-1)
`,
};

describe('a link to an item', () => {
  const { plan } = snapshotOf(FILES);
  const link = (id: string, from: string) => {
    const item = plan.lookup.member('atlas', id);
    assert.ok(item);
    return linkTo(item, from);
  };

  it('leads from one file to another, and to its heading', () => {
    assert.equal(link('api', 'README.md'), '[The \\[API\\] \\& \\*more\\*](my%20plans/api%20%28draft%29.md)');
    assert.equal(link('R-1', 'my plans/a/b.md'), '[One](../../risks.md#the-bus-r-1)');
    assert.equal(link('R-2', 'risks.md'), '[Two](risks.md)');
  });

  it('is understood when it is read again', () => {
    const text = ['api', 'R-1', 'R-2'].map((id) => link(id, 'my plans/notes.md')).join('\n\n');
    const notes = `---\ntype: milestone\nid: notes\nowner: maria\n---\n\n${text}\n`;
    assert.deepEqual(findingsOf({ ...FILES, 'my plans/notes.md': notes }), []);
  });

  it('names the program in a reference only where there are several', () => {
    const item = plan.lookup.member('atlas', 'api');
    assert.ok(item);
    assert.equal(referenceTo(item, plan), 'api');
    const two = snapshotOf({ ...FILES, 'other/README.md': '---\ntype: program\nid: other\nowner: maria\n---\n' }).plan;
    assert.equal(referenceTo(item, two), 'atlas/api');
  });
});
