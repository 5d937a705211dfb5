import { USUAL_BUDGET } from '../../src/core/graph/budget.ts';
import type { PictureOptions } from '../../src/core/graph/options.ts';
import { pictureOf } from '../../src/core/graph/picture-of.ts';
import { pagePicture } from '../../src/vscode/panels/graph/drawn-picture.ts';
import { type GraphPicture, WHOLE_GRAPH } from '../../src/webview/protocol.ts';
import type { Snapshot } from '../../src/workspace/snapshot.ts';

/** What the extension would have the page draw of a plan. */
export function graphPicture(
  snapshot: Pick<Snapshot, 'plan' | 'state' | 'today'>,
  drawing: number,
  options: PictureOptions = {},
): GraphPicture {
  const drawn = pictureOf(snapshot, { budget: USUAL_BUDGET, ...options });
  return {
    drawing,
    ...pagePicture(drawn, snapshot),
    summary: drawn.picture.summary.text,
    notice: '',
    choice: WHOLE_GRAPH,
    focus: '',
    instead: '',
    offers: { plan: [], program: [], workstream: [], owner: [], status: [] },
  };
}
