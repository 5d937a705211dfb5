import type { Item } from '../../../plan/item.ts';
import { listOf } from '../../../report/markdown-list.ts';
import { allClauses, quotedSentence, sayDay, titled, titledWithOwner } from '../../../report/words.ts';
import type { BlockView, ViewRequest } from '../../view.ts';
import { shownText } from '../markdown.ts';
import { MOST, mostOf } from './most.ts';

const MOST_BLOCKED = 20;
const MOST_CAUSES = 3;

/** What cannot go on, and what stands in its way at the far end. */
export const blocked: BlockView = {
  name: 'blocked',
  doc: 'What is blocked, and by what: the cause at the far end, and who owns that.',
  options: MOST,
  *lines(request) {
    const { plan, state, accepts } = request;
    yield;
    const found = plan.items.filter((item) => state.blocked.isBlocked(item) && accepts(item));
    if (found.length === 0) return ['No item is blocked.'];
    return listOf(found, mostOf(request, MOST_BLOCKED), (item) => blockedText(item, request));
  },
};

/** `[Login cutover](…) (sam) waits for decision [Window of the cutover](…) (okafor), which was due on 13 November.` */
function blockedText(item: Item, request: ViewRequest): string {
  const roots = request.state.blocked.roots(item).filter((root) => root !== item);
  const what = titledWithOwner(item, request);
  if (roots.length === 0) {
    const { note } = item.values;
    return `${what} is blocked${note ? `: ${quotedSentence(note)}` : ', and nobody has said by what.'}`;
  }
  const causes = roots.slice(0, MOST_CAUSES).map((root) => `for ${causeText(root, request)}`);
  const more = roots.length > MOST_CAUSES ? [`for ${roots.length - MOST_CAUSES} more`] : [];
  return `${what} waits ${allClauses([...causes, ...more])}.`;
}

function causeText(root: Item, request: ViewRequest): string {
  const { type, status, values } = root;
  const due =
    type.name === 'dependency' && status === 'declined'
      ? `, which ${values.from ? `${shownText(values.from.name)} declined` : 'was declined'}`
      : root.due === undefined
        ? ''
        : `, which ${root.due < request.today ? 'was' : 'is'} due on ${sayDay(root.due, request)}`;
  return `${root.type.name} ${root.owner ? titledWithOwner(root, request) : titled(root, request)}${due}`;
}
