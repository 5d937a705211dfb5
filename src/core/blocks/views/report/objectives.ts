import { objectiveProgress } from '../../../objectives/objective-progress.ts';
import type { Item } from '../../../plan/item.ts';
import { sayDay, titled, titledWithOwner } from '../../../report/words.ts';
import { lateReasons, objectiveText } from '../../../views/objectives/objective-words.ts';
import type { BlockView, ViewRequest } from '../../view.ts';
import { nothing, shownText, tableOf } from '../markdown.ts';

const HEAD = ['Objective', 'Due', 'Progress', 'Delivered by', 'What makes it late'];

/** How far the objectives have come, and what makes them late. */
export const objectives: BlockView = {
  name: 'objectives',
  doc: 'A table of objectives: how far each has come, what delivers it, and what makes it late.',
  options: {},
  *lines(request) {
    const open = request.plan.ofType('objective').filter((item) => item.open && request.accepts(item));
    yield;
    return open.length === 0 ? nothing('objectives') : tableOf(HEAD, open, (item) => rowOf(item, request));
  },
};

function rowOf(item: Item, request: ViewRequest): readonly string[] {
  const progress = objectiveProgress(item, request);
  return [
    titledWithOwner(item, request),
    item.due === undefined ? '' : sayDay(item.due, request),
    shownText(objectiveText(progress)),
    progress.deliveries.map(({ milestone }) => `${milestone.open ? '' : '✓ '}${titled(milestone, request)}`).join(', '),
    lateReasons(progress, request).map(shownText).join('; '),
  ];
}
