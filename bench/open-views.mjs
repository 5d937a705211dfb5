// What it takes to open the views of the plan: what is computed in slices, and what is sent to their pages.

import { programKey, workstreamKey } from '../src/core/graph/keys.ts';
import { DrawingLimits } from '../src/vscode/panels/graph/drawing-limits.ts';
import { graphContent } from '../src/vscode/panels/graph/graph-content.ts';
import { offersOf } from '../src/vscode/panels/offers.ts';
import { Places } from '../src/vscode/panels/plan-views/places.ts';
import { PLAN_VIEWS, risksView } from '../src/vscode/panels/plan-views/plan-view.ts';
import { timelineMessages } from '../src/vscode/panels/plan-views/timeline-parts.ts';
import { sameView } from '../src/vscode/panels/same-view.ts';
import { WHOLE_GRAPH } from '../src/webview/protocol.ts';
import { Slices } from '../src/workspace/slices.ts';
import { cpuTime } from './measure.mjs';

/** Opens each view of a snapshot as its panel does. Gives milliseconds, and characters of what is sent. */
export async function* openViews(snapshot) {
  yield { name: 'graph', ...(await opened(graph(snapshot), (picture) => [{ type: 'draw', picture }])) };
  for (const name of ['timeline', 'risks', 'decisions']) yield { name, ...(await openedList(name, snapshot)) };
  yield { name: 'timeline, all open', ...(await openedList('timeline', snapshot, allOpen(snapshot))) };
}

const openedList = (name, snapshot, choice = WHOLE_GRAPH) =>
  opened(list(name, snapshot, choice), (view) =>
    name === 'timeline' ? timelineMessages(view) : [{ type: name, view }],
  );

function* graph(snapshot) {
  const offers = yield* offersOf(snapshot.plan, ['plan'], WHOLE_GRAPH);
  const common = { drawing: 1, choice: WHOLE_GRAPH, offers };
  return (yield* graphContent(snapshot, common, new DrawingLimits())).view;
}

function* list(name, snapshot, choice) {
  const { types, viewOf } = { ...PLAN_VIEWS, risks: risksView(undefined, () => undefined) }[name];
  const offers = yield* offersOf(snapshot.plan, ['plan'], choice, types);
  return yield* viewOf(snapshot, { drawing: 1, choice, offers }, () => true, new Places(snapshot.plan));
}

/** As the editor does it, a message is written out when it is posted. */
async function opened(steps, messagesOf) {
  const host = stopwatch();
  const slices = new Slices(host);
  const before = cpuTime();
  const view = await slices.run(steps, () => false);
  let sent = 0;
  for (const message of messagesOf(view)) {
    sent += JSON.stringify(message).length;
    await slices.pauseIfDue();
  }
  await host.pause();
  const cpu = cpuTime() - before;
  // A view that has not changed is compared to its end.
  const again = structuredClone(view);
  await host.begin();
  await slices.run(sameView(view, again), () => false);
  await host.pause();
  return { cpu, longest: host.longest(), sent };
}

/** A host that knows its longest stretch without a pause. */
export function stopwatch() {
  let longest = 0;
  let since = performance.now();
  return {
    now: () => performance.now(),
    longest: () => longest,
    async begin() {
      await new Promise((resolve) => setImmediate(resolve));
      since = performance.now();
    },
    async pause() {
      longest = Math.max(longest, performance.now() - since);
      await this.begin();
    },
  };
}

/** Every program and workstream opened by hand. */
function allOpen({ plan }) {
  const open = new Set();
  for (const { program, workstream } of plan.items) {
    open.add(programKey(program)).add(workstreamKey(program, workstream));
  }
  return { ...WHOLE_GRAPH, open: [...open] };
}
