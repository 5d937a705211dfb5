import assert from 'node:assert/strict';
import { htmlOf } from '../../../src/core/report/html/markdown-html.ts';
import { milestonePicture } from '../../../src/core/report/html/milestone-picture.ts';
import { snapshotOf } from '../../support/plan.ts';

describe('a report as HTML', () => {
  it('has a health in colour where it is text, and as it is within a tag', () => {
    assert.match(htmlOf('It is 🔴 red.'), /^<p>It is <span class="health-red" style="[^"]*">● red<\/span>\.<\/p>$/);
    assert.equal(
      htmlOf('![🔴 red](a.png "🟢 green") [x](b.md "> 🟠 amber")'),
      '<p><img src="a.png" alt="🔴 red" title="🟢 green" /> <a href="b.md" title="&gt; 🟠 amber">x</a></p>',
    );
  });

  it('has a picture that says days as people do', () => {
    const { plan, state, today } = snapshotOf({
      'README.md':
        '---\ntype: program\nid: p\nmilestones:\n  - { id: a, title: "<b>A</b>", duration: 3.3333d, due: 2026-11-23 }\n---\n',
    });
    const picture = milestonePicture(plan.ofType('milestone'), state, today);
    assert.match(picture, />26 Nov \(\+3d\)</);
    assert.match(picture, /&lt;b&gt;A&lt;\/b&gt;/);
    assert.doesNotMatch(picture, /<b>/);
  });
});
