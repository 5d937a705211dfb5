import { element } from '../dom.ts';
import type { DecisionsView, PageDecision, PageItem } from '../lists/data.ts';
import { itemButton, itemButtons, markIn } from '../lists/item-button.ts';
import { Page } from '../lists/page.ts';

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
    content.replaceChildren(...table('To be decided', open), ...table('Decided', decided));
    markIn(content, marked);
  },
  mark: (id) => markIn(content, id),
});
const openItem = (id: string): void => page.open(id);

function table(title: string, decisions: readonly PageDecision[]): readonly Node[] {
  if (decisions.length === 0) return [];
  const heads = ['Decision', 'Title', 'Date', 'Status', 'Owner', 'Waiting for it', 'Replaces'];
  return [
    element('h2', { text: title }),
    element(
      'table',
      { class: 'list', attributes: { 'aria-label': title } },
      element(
        'thead',
        {},
        element('tr', {}, ...heads.map((text) => element('th', { text, attributes: { scope: 'col' } }))),
      ),
      element('tbody', {}, ...decisions.map(row)),
    ),
  ];
}

function row(decision: PageDecision): HTMLElement {
  const { id, title, date, moment, status, owner, outcome, blocks, supersedes, supersededBy, marks } = decision;
  const lines = (...texts: readonly string[]): HTMLElement[] =>
    texts.filter((text) => text !== '').map((text, at) => element('div', { text, class: at === 0 ? '' : 'aside' }));
  return element(
    'tr',
    { class: marks.join(' '), attributes: { 'data-row': id } },
    element('td', {}, itemButton(decision, openItem)),
    element('td', { class: 'title' }, ...lines(title, outcome)),
    element('td', {}, ...lines(date, moment)),
    element('td', { text: status }),
    element('td', { text: owner }),
    element('td', {}, itemButtons(blocks, openItem)),
    element('td', {}, ...replaced('', supersedes), ...replaced('replaced by ', supersededBy)),
  );
}

const replaced = (words: string, items: readonly PageItem[]): readonly Node[] =>
  items.length === 0 ? [] : [element('div', {}, document.createTextNode(words), itemButtons(items, openItem))];

page.start();
