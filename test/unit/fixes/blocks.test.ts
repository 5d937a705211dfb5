import assert from 'node:assert/strict';
import { fingerprintOf } from '../../../src/core/blocks/fingerprint.ts';
import { applyEdits } from '../../../src/core/fixes/edit/apply.ts';
import { snapshotOf } from '../../support/plan.ts';
import { fixesOf, offered } from './fixed.ts';

const CLOSE = '<!-- /milepost 2026-11-21 -->';
const page = (body: string) => ({ 'a.md': `---\ntype: register\n---\n${body}` });

/** What becomes of the body of a page whose first comment that closes nothing is removed. */
function removed(body: string): string {
  const files = page(body);
  const [fix] = fixesOf(files, 'invalid-block');
  assert.equal(fix?.title, 'Remove this comment');
  return applyEdits(files['a.md'], fix.edits).slice(page('')['a.md'].length);
}

describe('a comment that closes no live block', () => {
  it('is removed with its line, and nothing else is', () => {
    assert.equal(removed(`text \n\n${CLOSE}\n\nmore\t\n`), 'text \n\n\nmore\t\n');
    assert.equal(removed(`text\r\n\r\n  ${CLOSE}  \r\nmore\r\n`), 'text\r\n\r\nmore\r\n');
    assert.equal(removed(`text\n${CLOSE}`), 'text');
    assert.equal(removed(`- a\n\n  ${CLOSE}\n- b\n`), '- a\n\n- b\n');
  });

  it('leaves a blank line where what stands around it would become one', () => {
    for (const end of ['\n', '\r\n', '\r']) {
      assert.equal(removed(['text', CLOSE, '---', ''].join(end)), ['text', '', '---', ''].join(end));
      assert.equal(removed(['text', ' ', CLOSE, 'more', ''].join(end)), ['text', ' ', 'more', ''].join(end));
    }
    const headings = (files: Record<string, string>) => snapshotOf(files).plan.documents[0]?.body.headings.length;
    const body = `text\n${CLOSE}\n---\n`;
    assert.equal(headings(page(removed(body))), headings(page(body)));
  });

  it('is for a person to remove: what it closed may be missing above it', () => {
    assert.deepEqual(offered(page(`text\n\n${CLOSE}\n`), 'invalid-block'), ['* Remove this comment']);
  });
});

describe('a live block that is outdated', () => {
  const block = (content: string, mark: string) =>
    page(`<!-- milepost milestones -->\n${content}\n<!-- /milepost ${mark} -->\n`);
  const mark = `2026-11-20 ${fingerprintOf('Old.')}`;

  it('is updated, but for words that somebody has written in what was generated for a report', () => {
    assert.deepEqual(offered(block('Old.', mark), 'outdated-block').length, 1);
    assert.deepEqual(offered(block('Old, I say.', mark), 'outdated-block'), []);
    assert.deepEqual(offered(block('Old, I say.', '2026-11-20'), 'outdated-block').length, 1);
  });
});
