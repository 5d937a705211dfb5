import assert from 'node:assert/strict';
import type { Result } from './support.ts';

/** Exit status 2: one line on standard error that says why, and nothing else. */
export function assertFailure(result: Result, message: RegExp): void {
  assert.equal(result.status, 2, result.stderr);
  assert.match(result.stderr, /^milepost: [^\n]+\n$/);
  assert.match(result.stderr, message);
  assert.equal(result.stdout, '');
}
