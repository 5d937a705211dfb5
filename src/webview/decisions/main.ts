import { element } from '../dom.ts';
import type { DecisionsView, PageDecision, PageItem } from '../lists/data.ts';
import { itemButton, itemButtons, markIn } from '../lists/item-button.ts';
import { Page } from '../lists/page.ts';
import { type Column, table, words } from '../lists/table.ts';

// The page of the decision log: what is to be decided, what can wait least on top, and what was decided.

const content = element('div', { class: 'content decisions' });

const page = new Page<DecisionsView>({
  label: 'Decision log',
  only: {},
  hideDone: 'Hide decided',
  content,
  viewIn: (message) => (message.type === 'decisions' ? message.view : undefined),
  isEmpty: ({ open, decided }) => open.length + decided.length === 0,
  whenEmpty: 'There are no decisions here yet.',
  show: ({ open, decided }, marked) => {
    content.replaceChildren(...listed('To be decided', open), ...listed('Decided', decided));
    markIn(content, marked);
  },
  mark: (id) => markIn(content, id),
});
const openItem = (id: string): void => page.open(id);

function listed(title: string, decisions: readonly PageDecision[]): readonly Node[] {
  if (decisions.length === 0) return [];
  return [
    element('h2', { text: title }),
    table({
      label: title,
      head: { name: 'Decision', cell: (decision) => [itemButton(decision, openItem)] },
      titled: { name: 'Title', cell: ({ title: own, outcome }) => lines(own, outcome) },
      columns: COLUMNS,
      rows: decisions,
      marks: ({ marks }) => marks,
      id: ({ id }) => id,
    }),
  ];
}

const COLUMNS: readonly Column<PageDecision>[] = [
  {
    name: 'Date',
    class: 'date',
    from: 'medium',
    cell: ({ date, moment }) => lines(date, moment),
    under: ({ date, moment }) => [
      ...(date === '' ? [] : [element('span', { class: 'date', text: date })]),
      ...words(moment === '' ? '' : date === '' ? moment : ` · ${moment}`),
    ],
  },
  { name: 'Status', from: 'wide', cell: ({ status }) => words(status) },
  { name: 'Owner', from: 'wide', cell: ({ owner }) => words(owner) },
  {
    name: 'Waiting for it',
    from: 'medium',
    cell: ({ blocks }) => [itemButtons(blocks, openItem)],
    under: ({ blocks }) => named('waiting for it: ', blocks),
  },
  {
    name: 'Replaces',
    from: 'wide',
    cell: ({ supersedes, supersededBy }) => [
      ...inLine(named('', supersedes)),
      ...inLine(named('replaced by ', supersededBy)),
    ],
    under: ({ supersedes, supersededBy }) => {
      const [older, newer] = [named('replaces ', supersedes), named('replaced by ', supersededBy)];
      return [...older, ...(older.length > 0 && newer.length > 0 ? words(' · ') : []), ...newer];
    },
  },
];

/** A line each; the first is what it is about. */
const lines = (...texts: readonly string[]): readonly Node[] =>
  texts.filter((text) => text !== '').map((text, at) => element('div', { text, class: at === 0 ? '' : 'aside' }));

const named = (before: string, items: readonly PageItem[]): readonly Node[] =>
  items.length === 0 ? [] : [...words(before), itemButtons(items, openItem)];

const inLine = (nodes: readonly Node[]): readonly Node[] => (nodes.length === 0 ? [] : [element('div', {}, ...nodes)]);

page.start();
