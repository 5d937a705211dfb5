import assert from 'node:assert/strict';
import { fingerprintOf, isWrittenIn } from '../../../src/core/blocks/fingerprint.ts';
import type { LiveBlock } from '../../../src/core/parse/body/facts.ts';
import type { ParsedDocument } from '../../../src/core/parse/document.ts';
import { parse } from '../../property/fixes/check.ts';

const GENERATED = `**Atlas is red.** It waits for [the API](../api.md) (chen).

> **Note:** maria says **amber**.

- One _or_ more of snake\\_case, \\[x\\], 1 &lt; 2

| Milestone | Due |
| --- | --- |
| [Launch](../plan.md) | 20 November |`;

describe('the fingerprint of what was generated', () => {
  const same: readonly [string, (text: string) => string][] = [
    ['line ends', (text) => text.replaceAll('\n', '\r\n')],
    ['spaces at line ends', (text) => text.replaceAll('\n', '  \n')],
    ['empty lines around and between', (text) => `\n\n${text.replaceAll('\n\n', '\n\n\n')}\n\n`],
    ['the indentation of a list', (text) => text.replaceAll(/^/gm, '  ')],
    ['the spacing of tables', (text) => text.replaceAll(' | ', '    |  ').replace('| --- | --- |', '|-----|:---|')],
    [
      'lines that are broken elsewhere',
      (text) => text.replace('It waits', 'It\nwaits').replace('maria says', 'maria\n> says'),
    ],
    ['what is escaped, and how', (text) => text.replace('snake\\_case', 'snake_case').replace('&lt;', '\\<')],
    ['the mark of emphasis and of lists', (text) => text.replaceAll('_', '*').replace('- One', '* One')],
  ];
  for (const [what, change] of same) {
    it(`does not change with ${what}`, () => {
      assert.notEqual(change(GENERATED), GENERATED);
      assert.equal(fingerprintOf(change(GENERATED)), fingerprintOf(GENERATED));
    });
  }

  it('changes with every word, figure and mark of somebody', () => {
    const other = [
      GENERATED.replace('red', 'rad'),
      GENERATED.replace('20', '21'),
      `${GENERATED}\n\nMy words.`,
      `${GENERATED}\n- `,
      GENERATED.replace('waits', '*waits*'),
      GENERATED.replace(' (chen)', ''),
      GENERATED.replace('| Due |', '| Due | |'),
    ];
    assert.equal(new Set([GENERATED, ...other].map(fingerprintOf)).size, other.length + 1);
    for (const text of other) assert.match(fingerprintOf(text), /^[0-9a-f]{8}$/);
  });

  it('is known of a part that has one, and of which something is left', () => {
    const isWritten = (content: string, mark: string): boolean => {
      const text = `---\ntype: update\n---\n\n<!-- milepost next -->\n${content}\n<!-- /milepost ${mark}-->\n`;
      const document = parse('a.md', text) as ParsedDocument;
      return isWrittenIn(document.body.blocks[0] as LiveBlock, document);
    };
    const mark = `2026-11-21 ${fingerprintOf(GENERATED)} `;
    assert.equal(isWritten(GENERATED, mark), false);
    assert.equal(isWritten(`${GENERATED}\nMine`, mark), true);
    assert.equal(isWritten(' \n\n', mark), false);
    assert.equal(isWritten(`${GENERATED}\nMine`, '2026-11-21 '), false);
    for (const damaged of ['2026-11-21 F8017A1B ', '2026-11-21 f801 ', '2026-11-21 f8017a1b x ', 'f8017a1b ']) {
      assert.equal(isWritten(`${GENERATED}\nMine`, damaged), true, damaged);
      assert.equal(isWritten('\n', damaged), false, damaged);
    }
    assert.equal(isWritten(`${GENERATED}\nMine`, ''), false);
  });
});
