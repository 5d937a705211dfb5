import assert from 'node:assert/strict';
import type { Snapshot } from '../../src/workspace/snapshot.ts';
import { snapshotOf } from '../support/plan.ts';
import { SMALL_PLAN } from './views/small-plan.ts';

/** What a bench opens of a snapshot, and how much of it. */
type OpenViews = (snapshot: Snapshot) => AsyncIterable<{ readonly name: string; readonly sent: number }>;

describe('npm run bench', () => {
  it('opens each view of a plan as its panel does', async () => {
    const url = new URL('../../bench/open-views.mjs', import.meta.url);
    const { openViews } = (await import(url.href)) as { openViews: OpenViews };
    const names: string[] = [];
    for await (const { name, sent } of openViews(snapshotOf(SMALL_PLAN))) {
      assert.ok(sent > 100, `${name} sends ${sent} characters`);
      names.push(name);
    }
    assert.deepEqual(names, ['graph', 'timeline', 'risks', 'decisions', 'timeline, all open']);
  });
});
