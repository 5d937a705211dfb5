import assert from 'node:assert/strict';
import { findingsOf, snapshotOf } from '../../support/plan.ts';

const page = (body: string): Record<string, string> => ({ 'a.md': `---\ntype: register\n---\n${body}` });

const messageOf = (body: string): string[] =>
  snapshotOf(page(body)).findings.flatMap(({ code, message }) => (code === 'invalid-block' ? [message] : []));

const close = '\n<!-- /milepost -->\n';

describe('a live block that cannot be generated', () => {
  const cases: readonly [string, string, string][] = [
    ['<!-- milepost -->', '<!-- milepost -->', 'a live block names its view'],
    ['<!-- milepost milestone -->', 'milestone', 'there is no view "milestone": did you mean milestones?'],
    ['<!-- milepost bugs -->', 'bugs', 'there is no view "bugs": write '],
    ['<!-- milepost risks owner -->', 'owner', '"owner" is no option: write key=value'],
    ['<!-- milepost risks owner="Maria -->', 'owner="Maria', '"owner=\\"Maria'],
    ['<!-- milepost risks show=most -->', 'show=most'.slice(5), 'show: write open or all in the place of "most"'],
    ['<!-- milepost risks show=open show=all -->', 'show=all', 'show is there twice: remove one'],
    ['<!-- milepost risks shw=open -->', 'shw', 'a risks block has no option "shw": did you mean show=…?'],
    ['<!-- milepost risks ownr=maria -->', 'ownr', 'a risks block has no option "ownr": did you mean owner=…?'],
    ['<!-- milepost graph focus=nowhere -->', 'nowhere', 'focus: there is no item "nowhere"'],
    ['<!-- milepost graph depth=far -->', 'far', 'depth: write a whole number'],
    ['<!-- milepost graph program=p -->', 'p', 'program: there is no program "p"'],
    ['<!-- milepost risks zzzzzz=1 -->', 'zzzzzz=1', 'no item has a field "zzzzzz"'],
    ['<!-- milepost risks due=someday -->', 'someday', 'due: '],
    ['<!-- milepost risks status="at risky" -->', '"at risky"', 'there is no status "at risky": did you mean at-risk?'],
  ];
  for (const [open, marked, message] of cases) {
    it(`says so of ${open}`, () => {
      const [found] = messageOf(open + close);
      if (!message.includes('\\')) assert.ok(found?.startsWith(message), `${found}`);
      assert.deepEqual(
        findingsOf(page(open + close)).map((text) => text.replace(/^(\S+) \S+ /, '$1 ')),
        [`invalid-block ${JSON.stringify(marked)}`],
      );
    });
  }

  it('says of one that holds another what to do', () => {
    const open = '<!-- milepost risks -->\n';
    assert.match(messageOf(`${open}${open}${close}${close}`).join(), /blocks do not hold blocks: write/);
    assert.match(messageOf(`${open}text\n`).join(), /^this live block is not closed: write .* where it ends$/);
  });

  it('says once of a block and of what was to close it that they do not belong together', () => {
    const found = (body: string) =>
      snapshotOf(page(body)).findings.flatMap(({ code, message, range, related, source }) =>
        code === 'invalid-block'
          ? [[source.lines.positionAt(range.start).line - 3, message.slice(0, 40), ...related.map((at) => at.message)]]
          : [],
      );
    const open = '<!-- milepost risks -->';
    const shut = '<!-- /milepost -->';
    assert.deepEqual(found(`text\n${shut}\n`), [[1, 'no live block begins before this: write ']]);
    assert.deepEqual(found(`${open}\n${open}\n${shut}\n\n${shut}\n`), [
      [0, 'this live block is not closed before the', 'this closes nothing'],
    ]);
    assert.deepEqual(found(`${open}\n${open}\n${shut}\n\n${shut}\n${shut}`), [
      [0, 'this live block is not closed before the', 'this closes nothing'],
      [5, 'no live block begins before this: write '],
    ]);
    assert.deepEqual(found(`${shut}\n${open}\n- a\n  - b\n    ${shut}\n`), [
      [0, 'no live block begins before this: write '],
      [1, 'this live block is not closed by what st', 'this would be code, and closes nothing'],
    ]);
    assert.deepEqual(found(`> ${open}\n\ntext\n\n${shut}\n`), [[4, 'no live block begins before this: write ']]);
    assert.deepEqual(found(`\`\`\`\n${shut}\n\`\`\`\n\ntext \`${shut}\` ${shut}\n`), []);
  });

  it('is none in a fence, in the middle of a line or in other files', () => {
    assert.deepEqual(messageOf('```\n<!-- milepost bugs -->\n```\n\ntext <!-- milepost bugs -->\n'), []);
    assert.deepEqual(snapshotOf({ 'a.md': '<!-- milepost bugs -->\n' }).findings, []);
  });
});

describe('a live block that is outdated', () => {
  const files = (blocks: readonly string[]) => page(blocks.join('\n'));
  const risks = (date: string, text = 'No risks.'): string =>
    `<!-- milepost risks -->\n${text}\n<!-- /milepost ${date} -->\n`;
  const codes = (blocks: readonly string[]) => snapshotOf(files(blocks)).findings.map(({ message }) => message);

  it('is one without a date, or with none that a plan may name', () => {
    for (const date of ['', 'soon', '1950-01-01', '2026-02-30']) {
      assert.deepEqual(codes([risks(date)]), [
        'this risks block has no date, so it has not been written yet: update it',
      ]);
    }
  });

  it('is one of an older date than the latest eight', () => {
    const dates = Array.from({ length: 9 }, (_, i) => `2026-10-1${i}`);
    assert.deepEqual(codes(dates.slice(1).map((date) => risks(date))), []);
    assert.deepEqual(codes(dates.map((date) => risks(date))), [
      'this risks block is of 2026-10-10, and only blocks of the 8 latest dates are compared: update it',
    ]);
  });

  it('is told for a date that has not come yet like for any other', () => {
    assert.deepEqual(codes([risks('2027-01-01')]), []);
    assert.deepEqual(codes([risks('2027-01-01', 'No risk.')]).length, 1);
  });
});
