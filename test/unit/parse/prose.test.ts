import assert from 'node:assert/strict';
import { findingsOf } from '../../support/plan.ts';
import { readPlan } from '../../support/reading.ts';

const HEAD = `---
type: register
risks:
  - id: R-1
  - id: R-10
  - id: api.v2
  - id: 移行
---
`;

/** The prose of each item that has some, by id. */
function proseOf(text: string): Record<string, string> {
  const document = readPlan(text);
  return Object.fromEntries(
    document.items
      .map((item) => [item.id, item.prose.map(({ start, end }) => text.slice(start, end)).join('')] as const)
      .filter(([, prose]) => prose !== ''),
  );
}

describe('the prose of an entry', () => {
  for (const heading of [
    '## R-1',
    '# R-1',
    '###### R-1',
    '## R-1 ##',
    '## R-1: Vendor',
    '## R-1 : Vendor',
    '## R-1 — Vendor',
    '## R-1 – Vendor',
    '## R-1 - Vendor',
    '## R-1— Vendor',
    '## Vendor (R-1)',
    '## Vendor {#R-1}',
    '## Vendor {#R-1} ',
    '## **R-1**: Vendor',
    '## `R-1`',
    'R-1\n---',
    'R-1: Vendor\n===',
  ]) {
    it(`stands below ${JSON.stringify(heading)}`, () => {
      assert.deepEqual(proseOf(`${HEAD}\nIntro\n\n${heading}\n\nText\n`), { 'R-1': `${heading}\n\nText\n` });
    });
  }

  for (const heading of [
    '## R-1 Vendor',
    '## About R-1',
    '## R-11',
    '## r-1',
    '## (R-1) Vendor',
    '## {#R-1} Vendor',
    '## R-1x: Vendor',
    '####### R-1',
    '    ## R-1',
    '##R-1',
  ]) {
    it(`does not stand below ${JSON.stringify(heading)}`, () => {
      assert.deepEqual(proseOf(`${HEAD}\n${heading}\n\nText\n`), {});
    });
  }

  it('is not opened by a heading in code or in a comment', () => {
    assert.deepEqual(proseOf(`${HEAD}\n\`\`\`\n## R-1\n\`\`\`\n\n<!--\n## R-1\n-->\n`), {});
  });

  it('ends before the next heading of its level or a higher one', () => {
    const text = `${HEAD}# All\n\n## R-1\n\none\n\n### Detail\n\ntwo\n\n## R-10\n\nthree\n\n# Notes\n\nfour\n`;
    assert.deepEqual(proseOf(text), {
      'R-1': '## R-1\n\none\n\n### Detail\n\ntwo\n\n',
      'R-10': '## R-10\n\nthree\n\n',
    });
  });

  it('may come in several sections', () => {
    assert.deepEqual(proseOf(`${HEAD}## R-1\na\n## Other\nb\n## R-1\nc\n`), { 'R-1': '## R-1\na\n## R-1\nc\n' });
  });

  it('is found by ids of every script, in every normal form', () => {
    assert.deepEqual(Object.keys(proseOf(`${HEAD}## 移行\na\n## api.v2: x\nb\n`)), ['api.v2', '移行']);
    const text = '---\nrisks: [{ id: e\u0301tude }]\n---\n## \u00e9tude\na\n';
    assert.deepEqual(Object.keys(proseOf(text)), ['\u00e9tude']);
  });

  it('is kept with CRLF', () => {
    const text = `${HEAD}## R-1\n\nText\n`.replaceAll('\n', '\r\n');
    assert.deepEqual(proseOf(text), { 'R-1': '## R-1\r\n\r\nText\r\n' });
  });
});

describe('the prose of a file', () => {
  it('is its whole body', () => {
    const text = '---\ntype: milestone\nid: a\n---\n\n# R-1\n\nText\n';
    assert.deepEqual(proseOf(text), { a: '\n# R-1\n\nText\n' });
  });

  it('is what its entries leave', () => {
    const text =
      '---\ntype: program\nid: atlas\nrisks: [{ id: R-1 }]\n---\n# Atlas\n\nIntro\n\n## R-1\n\nRisky\n\n## Notes\n\nEnd\n';
    assert.deepEqual(proseOf(text), {
      atlas: '# Atlas\n\nIntro\n\n## Notes\n\nEnd\n',
      'R-1': '## R-1\n\nRisky\n\n',
    });
  });
});

describe('titles', () => {
  const titles = (text: string) => readPlan(text).items.map((item) => item.title);

  it('are those written, else the first heading of the file', () => {
    assert.deepEqual(titles('---\ntype: milestone\ntitle: Frozen\n---\n# API\n'), ['Frozen']);
    assert.deepEqual(titles('---\ntype: milestone\n---\n\nIntro\n\n## API frozen ##\n# Later\n'), ['API frozen']);
    assert.deepEqual(titles('---\ntype: milestone\n---\nAPI frozen\n==========\n'), ['API frozen']);
    assert.deepEqual(titles('---\ntype: milestone\ntitle:\n---\n# API\n'), ['API']);
    assert.deepEqual(titles('---\ntype: milestone\n---\ntext\n'), [undefined]);
    assert.deepEqual(titles('---\ntype: milestone\n---\n```\n# not this\n```\n'), [undefined]);
  });

  it('are no heading of a live block, which changes with the plan', () => {
    const block = (heading: string) => `<!-- milepost status -->\n${heading}\n<!-- /milepost 2026-11-01 -->\n`;
    const file = (body: string) => titles(`---\ntype: milestone\n---\n${body}`);
    assert.deepEqual(file(`${block('# Status')}\n# API\n`), ['API']);
    assert.deepEqual(file(`${block('# Status')}${block('# More')}`), [undefined]);
    assert.deepEqual(file(`# API\n${block('# Status')}`), ['API']);
    assert.deepEqual(file('<!-- milepost status -->\n# API\n'), ['API']);
  });

  it('of entries are never a heading of their document', () => {
    assert.deepEqual(titles('---\ntype: register\nrisks: [{ id: R-1 }]\n---\n# Risks\n'), [undefined]);
  });
});

describe('sections inside of sections', () => {
  it('belong to the inner item alone', () => {
    const files = {
      'a.md': `---\ntype: register\nactions:\n  - { id: A-1, owner: x, status: done }\n  - { id: A-2, owner: x }\n---\n
## A-1\n\n- [x] done\n\n### A-2\n\n- [ ] open\n\n## Other\n\n- [ ] nobody's\n`,
    };
    assert.deepEqual(findingsOf(files), []);
  });
});
