import { graph } from '../../src/core/blocks/views/graph.ts';
import { timeline } from '../../src/core/blocks/views/timeline.ts';
import { atOnce } from '../../src/core/text/at-once.ts';
import type { Snapshot } from '../../src/workspace/snapshot.ts';

/** The sources of the diagrams that live blocks have of a plan: the graph, and the timeline. */
export function blockDiagrams({ plan, state, today }: Snapshot): readonly string[] {
  const asked = { plan, state, today, from: 'x.md', options: new Map(), accepts: () => true, hasFilters: false };
  return [graph, timeline].flatMap((view) => {
    const lines = [...atOnce(view.lines(asked))];
    const end = lines.lastIndexOf('```');
    return lines[0] === '```mermaid' ? [`${lines.slice(1, end).join('\n')}\n`] : [];
  });
}
