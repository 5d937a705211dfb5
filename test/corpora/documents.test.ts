import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { parseDocument } from 'yaml';
import { splitFrontMatter } from '../../src/core/parse/front-matter.ts';
import { snapshotOf } from '../support/plan.ts';

const CORPORA = new URL('../../../shared/corpora/', import.meta.url);

/** The corpora, and how many of their documents have YAML that is really broken. */
const BROKEN: Readonly<Record<string, number>> = { 'lean-spec.jsonl': 0, 'backlog-md.jsonl': 21, 'madr.jsonl': 0 };

describe('real documents of other tools', () => {
  before(() => {
    if (!existsSync(CORPORA)) console.log(`  left out: the corpora are not there (${CORPORA.pathname})`);
  });

  for (const [file, broken] of Object.entries(BROKEN)) {
    describe(file, () => {
      it('are no plan, and nothing is said of them', function () {
        if (!existsSync(CORPORA)) this.skip();
        const { plan, findings } = snapshotOf(readCorpus(file));
        assert.deepEqual(plan.documents, []);
        assert.deepEqual(findings, []);
      });

      for (const type of ['action', 'milestone', 'program']) {
        it(`made documents of type ${type} are all read, and those that are broken are found where they are`, function () {
          if (!existsSync(CORPORA)) this.skip();
          const files = withType(readCorpus(file), type);
          const { plan, findings } = snapshotOf(files);
          assert.deepEqual(
            plan.documents.map((document) => document.path),
            Object.keys(files).sort(),
          );
          assert.ok(plan.items.length >= plan.documents.length);
          const expected = errorLines(files);
          assert.equal(expected.size, broken);
          for (const document of plan.documents) {
            const found = findings.filter(
              ({ code, source }) =>
                source === document && (code === 'invalid-front-matter' || code === 'yaml-surprise'),
            );
            const lines = found.map(({ range }) => document.lines.positionAt(range.start).line);
            assert.deepEqual([...new Set(lines)], expected.get(document.path) ?? [], document.path);
            if (!expected.has(document.path)) assert.deepEqual(found, [], document.path);
          }
        });
      }
    });
  }
});

describe('the decision records of MADR itself', () => {
  it('are decisions, without a finding that nobody would agree with', function () {
    if (!existsSync(CORPORA)) this.skip();
    const config = 'adapters: [{ use: adr, files: "docs/decisions/*.md" }]';
    const { plan, findings } = snapshotOf({ ...readCorpus('madr.jsonl'), 'milepost.yaml': config });
    assert.equal(plan.items.length, 19);
    assert.deepEqual(
      plan.items.filter(({ type, status }) => type.name !== 'decision' || status !== 'accepted').map(({ id }) => id),
      ['0003-provide-own-madr-tools'],
    );
    assert.deepEqual(
      findings.map(({ code, item }) => [code, item?.id]),
      [['missing-owner', '0003-provide-own-madr-tools']],
    );
  });
});

function readCorpus(file: string): Record<string, string> {
  const lines = readFileSync(new URL(file, CORPORA), 'utf8').split('\n');
  const documents = lines
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { path: string; text: string });
  return Object.fromEntries(documents.map(({ path, text }) => [path, text]));
}

/** The documents with front matter, with a type in it; a type of their own becomes another field. */
function withType(files: Record<string, string>, type: string): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, text]) => {
      const { content } = splitFrontMatter(text) ?? {};
      if (!content) return [];
      const yaml = text.slice(content.start, content.end).replace(/^type:/m, 'x-type:');
      return [[path, `${text.slice(0, content.start)}type: ${type}\n${yaml}${text.slice(content.end)}`]];
    }),
  );
}

/** The lines of the errors that the YAML library finds by itself, of each document that has some. */
function errorLines(files: Record<string, string>): Map<string, number[]> {
  const lines = new Map<string, number[]>();
  for (const [path, text] of Object.entries(files)) {
    const { content } = splitFrontMatter(text) as { content: { start: number; end: number } };
    const { errors } = parseDocument(text.slice(content.start, content.end), { prettyErrors: false });
    if (errors.length === 0) continue;
    const at = errors.map((error) => text.slice(0, content.start + error.pos[0]).split('\n').length - 1);
    lines.set(path, [...new Set(at)]);
  }
  return lines;
}
