import assert from 'node:assert/strict';
import fc from 'fast-check';
import { HostileGraph } from '../support/hostile-graph.ts';
import { hostileText } from '../support/hostile-plan.ts';
import type { FuzzTarget } from './target.ts';

/** How many are in one picture. With fewer, most of the time goes by between pictures; with more, in their layout. */
const AT_ONCE = 60;

let graph: HostileGraph | undefined;

/** Texts that are put together at random, drawn by the real Mermaid in the page of the graph. */
export const hostileTitles: FuzzTarget = {
  name: 'titles',
  unit: 'hostile titles',
  built: ['webview'],
  async start() {
    graph = await HostileGraph.open();
  },
  async attempt(seed) {
    assert.ok(graph, 'it was not started');
    const texts = fc.sample(hostileText, { numRuns: AT_ONCE, seed });
    await graph.check(texts);
    return texts.length;
  },
  async end() {
    await graph?.close();
    graph = undefined;
  },
};
