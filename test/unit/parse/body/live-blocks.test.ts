import assert from 'node:assert/strict';
import { scanBody } from '../../../../src/core/parse/body/scan.ts';

const blocks = (text: string) => scanBody(text, 0).blocks;
const OPEN = '<!-- milepost graph focus=api-freeze depth=2 -->';
const CLOSE = '<!-- /milepost 2026-11-21 -->';

describe('live blocks of a body', () => {
  it('has its view, options, date and ranges', () => {
    const text = `# Plan\n\n${OPEN}\n\`\`\`mermaid\ngraph LR\n\`\`\`\n${CLOSE}\n`;
    const [block] = blocks(text);
    assert.ok(block);
    const part = (range: { start: number; end: number } | undefined) => text.slice(range?.start, range?.end);
    assert.equal(block.view, 'graph');
    assert.equal(block.options, 'focus=api-freeze depth=2');
    assert.equal(block.date, '2026-11-21');
    assert.equal(part(block.open), OPEN);
    assert.equal(part(block.close), CLOSE);
    assert.equal(part(block.content), '```mermaid\ngraph LR\n```\n');
    assert.equal(part(block.range), text.slice(text.indexOf(OPEN), -1));
  });

  it('may have neither options, date nor content, and surrounding spaces', () => {
    const [block] = blocks('text\n  <!--milepost risks-->  \r\n<!-- /milepost -->');
    assert.equal(block?.view, 'risks');
    assert.equal(block?.options, '');
    assert.equal(block?.date, undefined);
    assert.equal(block?.content.start, block?.content.end);
    assert.ok(block?.close);
  });

  it('may have a fingerprint after its date; what is neither is a date that nobody can read', () => {
    const closedBy = (rest: string) => {
      const [{ date, fingerprint } = {}] = blocks(`${OPEN}\n<!-- /milepost${rest} -->\n`);
      return [date, fingerprint];
    };
    assert.deepEqual(closedBy(' 2026-11-21 3f9a1c'), ['2026-11-21', '3f9a1c']);
    assert.deepEqual(closedBy('  2026-11-21\t3f9a1c00 '), ['2026-11-21', '3f9a1c00']);
    assert.deepEqual(closedBy(' 2026-11-21'), ['2026-11-21', undefined]);
    assert.deepEqual(closedBy(''), [undefined, undefined]);
    for (const other of ['2026-11-21 3f', '2026-11-21 mine', '2026-11-21 3f9a1c 3f9a1c', '3f9a1c'])
      assert.deepEqual(closedBy(` ${other}`), [other, undefined]);
  });

  it('is open to the end where nothing closes it', () => {
    const text = `${OPEN}\n\n${OPEN}\n\n${CLOSE}\n\n${OPEN}\n`;
    assert.deepEqual(
      blocks(text).map(({ close }) => close !== undefined),
      [false, true, false],
    );
    const [first] = blocks(text);
    assert.deepEqual(first?.range, first?.open);
    assert.deepEqual(first?.content, { start: OPEN.length, end: OPEN.length });
  });

  it('stands alone on its line, outside of code and comments', () => {
    assert.deepEqual(blocks(`text ${OPEN}`), []);
    assert.deepEqual(blocks(`${OPEN} text`), []);
    assert.deepEqual(blocks(`- ${OPEN}\n> ${OPEN}`), []);
    assert.deepEqual(blocks(`\`\`\`\n${OPEN}\n\`\`\`\n\n    ${OPEN}\n\n<pre>\n${OPEN}\n</pre>`), []);
    assert.deepEqual(blocks(`<!--\n${OPEN}\n\n<!-- milepost\ngraph -->`), []);
    assert.deepEqual(blocks('<!-- milepostgraph -->\n\n<!-- a milepost -->'), []);
    assert.deepEqual(blocks(CLOSE), []);
  });

  it('may stand in a list item and in an HTML element', () => {
    assert.equal(blocks(`- item\n\n  ${OPEN}\n  text\n  ${CLOSE}`).length, 1);
    assert.equal(blocks(`<details>\n${OPEN}\n\ntext\n${CLOSE}\n</details>`)[0]?.date, '2026-11-21');
  });

  it('is not closed from another side of a quote, nor from so far to the right that it would be code', () => {
    const closed = (text: string) => blocks(text).map(({ close }) => close !== undefined);
    assert.deepEqual(closed(`> ${OPEN}\n\n${CLOSE}`), []);
    assert.deepEqual(closed(`${OPEN}\n> ${CLOSE}\n`), [false]);
    assert.deepEqual(closed(`${OPEN}\n- a\n  ${CLOSE}\n`), [true]);
    assert.deepEqual(closed(`${OPEN}\n- a\n  - b\n    ${CLOSE}\n`), [false]);
    assert.deepEqual(closed(`${OPEN}\n- a\n  - b\n\t${CLOSE}\n`), [false]);
    assert.deepEqual(closed(`- a\n\n  ${OPEN}\n\n     ${CLOSE}\n`), [true]);
    assert.deepEqual(closed(`- a\n\n   ${OPEN}\n   - b\n     - c\n\n       ${CLOSE}\n`), [false]);
    assert.deepEqual(closed(`- a\n\n  ${OPEN}\n\n${CLOSE}\n`), [true]);
    assert.deepEqual(closed(`<div>\n${OPEN}\n    ${CLOSE}\n</div>\n`), [false]);
    assert.deepEqual(closed(`${OPEN}\n- a\n  - b\n    ${CLOSE}\n\n${CLOSE}\n`), [true]);
  });

  it('has strays beside it: comments that would close one', () => {
    const strays = (text: string) => scanBody(text, 0).strays.map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(strays(`text\n${CLOSE}\n\n  <!--/milepost-->\n`), [CLOSE, '<!--/milepost-->']);
    assert.deepEqual(strays(`${OPEN}\n${OPEN}\n${CLOSE}\n${CLOSE}\n`), [CLOSE]);
    assert.deepEqual(strays(`${OPEN}\n${CLOSE}\n`), []);
    const text = `\`\`\`\n${CLOSE}\n\`\`\`\n\n    ${CLOSE}\n\n\`${CLOSE}\` and ${CLOSE}\n\n> ${CLOSE}\n- ${CLOSE}\n`;
    assert.deepEqual(strays(text), []);
  });

  it('is not closed by what is in a fence', () => {
    const [block] = blocks(`${OPEN}\n~~~\n${CLOSE}\n~~~\n<!-- /milepost 2026-11-22 -->`);
    assert.equal(block?.date, '2026-11-22');
  });
});
