import { comparedPicture } from '../../../core/graph/compared-picture.ts';
import type { Drawn } from '../../../core/graph/picture.ts';
import { pictureSteps } from '../../../core/graph/picture-of.ts';
import { visible } from '../../../core/text/visible.ts';
import type { Compared } from '../../../core/views/diff/compared.ts';
import type { GraphChoice, GraphPicture } from '../../../webview/protocol.ts';
import type { Snapshot } from '../../../workspace/snapshot.ts';
import { focusOf, pictureOptions } from '../choice.ts';
import type { Common, Content, Thing } from '../plan-panel.ts';
import type { DrawingLimits } from './drawing-limits.ts';
import { NO_PICTURE, pagePicture } from './drawn-picture.ts';

/** A picture, and what its nodes and frames stand for. */
export interface GraphContent extends Content {
  readonly view: GraphPicture;
  readonly drawn: Drawn;
}

/** Draws a plan, as far as there is room. Pauses, as a generator, so that a host can do something else. */
export function* graphContent(
  snapshot: Snapshot,
  common: Common,
  limits: DrawingLimits,
  compared?: Compared,
): Generator<void, GraphContent> {
  const { choice } = common;
  const { budget, notice, hasGivenUp } = limits;
  const drawn = yield* pictureSteps(snapshot, { ...pictureOptions(choice, snapshot.plan), budget });
  yield;
  const comparison = compared && comparedPicture(drawn, compared, snapshot.today);
  const page = hasGivenUp ? NO_PICTURE : pagePicture(drawn, snapshot, comparison);
  const focus = focusOf(choice, snapshot.plan);
  return {
    view: {
      ...common,
      ...page,
      summary: hasGivenUp ? '' : drawn.picture.summary.text,
      notice,
      focus: focus ? visible(focus.item.title) : '',
      instead: hasGivenUp ? '' : insteadOf(drawn.picture, choice),
    },
    drawn,
    thingOf(id): Thing | undefined {
      const node = page.nodes.find((each) => each.id === id);
      if (node?.kind === 'item')
        return { key: node.key, item: drawn.items.get(node.key), gone: comparison?.gone.get(node.key)?.item.base };
      if (node) return { key: node.key, isFolded: true };
      const frame = page.frames.find((each) => each.id === id);
      return frame && { key: frame.key, isFolded: false };
    },
    idOf(item) {
      const key = drawn.nodeOf(item);
      return key === undefined ? undefined : page.nodes.find((node) => node.key === key)?.id;
    },
  };
}

/** What is said where nothing is in a picture. */
function insteadOf({ nodes }: Drawn['picture'], choice: GraphChoice): string {
  if (nodes.length > 0) return '';
  const { program, workstream, owner, status, only, hideDone, focus } = choice;
  const isNarrowed =
    hideDone || focus !== undefined || [program, workstream, owner, status].some((each) => each !== '');
  if (isNarrowed) return 'There is nothing that passes these filters.';
  switch (only) {
    case 'blocked':
      return 'Nothing is blocked.';
    case 'critical':
      return 'There is no critical path.';
    default:
      return 'There are no milestones here, and no items that depend on each other.';
  }
}
