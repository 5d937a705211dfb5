import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { scanBody } from '../../src/core/parse/body/scan.ts';
import { comparable, remarkFacts } from '../property/body-oracle.ts';

const CORPORA = new URL('../../../shared/corpora/', import.meta.url);
const FILES = ['lean-spec.jsonl', 'backlog-md.jsonl', 'madr.jsonl'];

interface CorpusDocument {
  readonly path: string;
  readonly text: string;
}

describe('the body scanner agrees with remark on every document of', () => {
  before(() => {
    if (!existsSync(CORPORA)) console.log(`  left out: the corpora are not there (${CORPORA.pathname})`);
  });

  for (const file of FILES) {
    it(file, function () {
      if (!existsSync(CORPORA)) this.skip();
      this.timeout(120_000);
      const documents = readCorpus(file);
      assert.ok(documents.length > 0);
      for (const { path, text } of documents) {
        const { bodyStart, ...expected } = remarkFacts(text);
        assert.deepEqual(comparable(text, scanBody(text, bodyStart)), expected, path);
      }
    });
  }
});

function readCorpus(file: string): CorpusDocument[] {
  const lines = readFileSync(new URL(file, CORPORA), 'utf8').split('\n');
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as CorpusDocument);
}
