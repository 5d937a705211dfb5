import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { readFixComments } from '../../../scripts/generate/fix-comments.ts';
import { FIX_MAKERS } from '../../../src/core/fixes/registry.ts';
import { RULE_CODES } from '../../../src/core/rules/registry.ts';

const FOLDER = new URL('../../../src/core/fixes/make/', import.meta.url);

describe('the comments of fixes', () => {
  for (const name of readdirSync(FOLDER)) {
    const source = readFileSync(new URL(name, FOLDER), 'utf8');
    const comments = readFixComments(source);
    if (comments.length === 0) continue;

    it(`${name} says what it does, and where it needs no asking`, () => {
      for (const [, { text }] of comments) assert.match(text, /^[A-Z].{20,}\.$/);
      const code = source.replace(/\/\*\*[\s\S]*?\*\//g, '');
      assert.equal(
        comments.some(([, { safe }]) => safe !== undefined),
        /\bsafe\b/.test(code),
      );
    });
  }

  it('belong to rules that there are', () => {
    for (const code of Object.keys(FIX_MAKERS)) assert.ok(RULE_CODES.includes(code), code);
  });
});
