import { visible } from '../../core/text/visible.ts';
import { type Direction, waitsTree } from '../../core/views/waits/waits-tree.ts';
import { whyOf } from '../../core/views/why/why.ts';
import { referencesTree } from '../../language/references-tree.ts';
import type { Question } from './chain-view.ts';

/** *Why?*: what drives the date of an item, what drives that, and so on back to what nothing drives. */
export const WHY: Question = { title: () => 'Why', answer: whyOf, unfolded: 10 };

/** *What Waits for This* and *What This Waits For*. */
export const WAITS: Readonly<Record<Direction, Question>> = {
  after: {
    title: ({ id }) => `What Waits for ${visible(id)}`,
    answer: (item, snapshot) => waitsTree(item, 'after', snapshot),
    unfolded: 1,
    turned: () => WAITS.before,
  },
  before: {
    title: ({ id }) => `What ${visible(id)} Waits For`,
    answer: (item, snapshot) => waitsTree(item, 'before', snapshot),
    unfolded: 1,
    turned: () => WAITS.after,
  },
};

/** *What Refers to This*: every field, mention and live block that names an item, by the kind of each. */
export const REFERS: Question = {
  title: ({ id }) => `What Refers to ${visible(id)}`,
  answer: (item, snapshot) => referencesTree(item, snapshot),
  unfolded: 2,
};
