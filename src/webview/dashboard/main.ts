import { button, element } from '../dom.ts';
import { host } from '../host.ts';
import { markIn } from '../lists/item-button.ts';
import { Page } from '../lists/page.ts';
import { askCard, escalationCard, metricCard, milestoneCard, movedCard, objectiveCard, riskCard } from './cards.ts';
import type { DashboardView } from './data.ts';
import { doubt } from './doubt.ts';
import { onPaper } from './on-paper.ts';
import { programCard } from './program.ts';

// The page of the dashboard: how the programs stand, and under it what asks for somebody, list by list.

const content = element('div', { class: 'content dashboard' });

const page = new Page<DashboardView>({
  label: 'Dashboard',
  filters: ['plan', 'program', 'workstream', 'owner'],
  only: {},
  hideDone: undefined,
  parts: [button('Save as HTML…', 'A page that a browser shows and prints', save)],
  content,
  viewIn: (message) => (message.type === 'dashboard' ? message.view : undefined),
  isEmpty: ({ programs, doubt: found }) => programs.shown.length === 0 && !found,
  whenEmpty: 'There is no program here.',
  show: (view, marked) => {
    content.replaceChildren(...parts(view));
    markIn(content, marked);
  },
  mark: (id) => markIn(content, id),
});
const open = (id: string): void => page.open(id);

function parts(view: DashboardView): readonly HTMLElement[] {
  const { programs, date } = view;
  const column = (...cards: readonly HTMLElement[]) => element('div', { class: 'column' }, ...cards);
  return [
    element('h1', { class: 'date', text: `Dashboard, ${date}`, attributes: { hidden: '' } }),
    ...doubt(view.doubt, open),
    element(
      'section',
      {
        class: `programs ${programs.shown.length === 1 ? 'one' : programs.shown.length > 3 ? 'many' : ''}`,
        attributes: { 'aria-label': 'Health' },
      },
      ...programs.shown.map((program) => programCard(program, open)),
      ...(programs.more > 0 ? [element('p', { class: 'more', text: `and ${programs.more} more programs` })] : []),
    ),
    element(
      'div',
      { class: 'columns' },
      column(askCard(view, open), escalationCard(view, open), objectiveCard(view, open)),
      column(movedCard(view, open), riskCard(view, open)),
      column(milestoneCard(view, open), metricCard(view, open)),
    ),
  ];
}

/** Hands out what is seen as a page that needs nothing else: there, nothing is clicked. */
function save(): void {
  host.post({ type: 'save', format: 'html', data: onPaper(content).outerHTML });
}

page.start();
