import { element } from '../dom.ts';
import type { PageCell, PageRisk, RisksView } from '../lists/data.ts';
import { itemButton, itemButtons, markIn } from '../lists/item-button.ts';
import { Page } from '../lists/page.ts';

// The page of the risk matrix: five by five, and under it every open risk.

const content = element('div', { class: 'content risks' });

const page = new Page<RisksView>({
  label: 'Risk matrix',
  only: { critical: 'Only what is critical' },
  hideDone: 'Hide accepted',
  content,
  viewIn: (message) => (message.type === 'risks' ? message.view : undefined),
  isEmpty: ({ list }) => list.length === 0,
  whenEmpty: 'There are no open risks here.',
  show: (view, marked) => {
    content.replaceChildren(matrix(view), ...list(view.list));
    markIn(content, marked);
  },
  mark: (id) => markIn(content, id),
});
const open = (id: string): void => page.open(id);

function matrix({ rows, columns }: RisksView): HTMLElement {
  const heads = columns.map((text) => element('th', { text, attributes: { scope: 'col' } }));
  const corner = element('th', { text: 'Probability ↓  Impact →', class: 'corner' });
  return element(
    'table',
    { class: 'matrix', attributes: { 'aria-label': 'Risks by probability and impact' } },
    element('thead', {}, element('tr', {}, corner, ...heads)),
    element(
      'tbody',
      {},
      ...rows.map(({ label, cells }) =>
        element('tr', {}, element('th', { text: label, attributes: { scope: 'row' } }), ...cells.map(cell)),
      ),
    ),
  );
}

function cell({ label, band, score, risks, more }: PageCell): HTMLElement {
  return element(
    'td',
    { class: `cell ${band}`, attributes: { title: label } },
    element('span', { class: 'score', text: String(score), attributes: { 'aria-hidden': 'true' } }),
    element('span', { class: 'unseen', text: label }),
    ...risks.map((risk) => chip(risk)),
    ...(more > 0 ? [element('span', { class: 'more', text: `and ${more} more` })] : []),
  );
}

/** What the outline of a risk says, and the arrow behind it. */
const SIGNS: Readonly<Record<string, string>> = {
  critical: 'critical',
  unmitigated: 'no mitigation',
  rising: 'rising',
  falling: 'falling',
};

function chip(risk: PageRisk): HTMLElement {
  const made = itemButton(risk, open);
  made.classList.add(...risk.marks);
  made.setAttribute('data-row', risk.id);
  const signs = risk.marks.flatMap((mark) => SIGNS[mark] ?? []);
  made.setAttribute('aria-label', [risk.name, risk.title, ...signs].join(', '));
  return made;
}

const TREND = 'Trend';
const NUMBERS: ReadonlySet<string> = new Set(['Score', 'Exposure']);

function list(risks: readonly PageRisk[]): readonly Node[] {
  if (risks.length === 0) return [];
  const head = (text: string): HTMLElement =>
    element('th', { text, class: NUMBERS.has(text) ? 'number' : '', attributes: { scope: 'col' } });
  const hasTrends = risks.some(({ trend }) => trend !== '');
  const names = ['Risk', 'Title', 'Score', ...(hasTrends ? [TREND] : []), 'Exposure', 'Owner', 'Status', 'Threatens'];
  const heads = names.map(head);
  for (const made of heads) if (made.textContent === TREND) made.title = 'How the score has moved in four weeks';
  return [
    element(
      'table',
      { class: 'list', attributes: { 'aria-label': 'Open risks' } },
      element('thead', {}, element('tr', {}, ...heads)),
      element('tbody', {}, ...risks.map((risk) => listed(risk, hasTrends))),
    ),
  ];
}

function listed(risk: PageRisk, hasTrends: boolean): HTMLElement {
  const { score, trend, exposure, owner, status, affects, title, id, marks } = risk;
  const text = (value: string, name = ''): HTMLElement => element('td', { class: name, text: value });
  return element(
    'tr',
    { class: marks.join(' '), attributes: { 'data-row': id } },
    element('td', {}, itemButton(risk, open)),
    text(title, 'title'),
    text(score, 'number'),
    ...(hasTrends ? [text(trend, 'trend')] : []),
    text(exposure, 'number'),
    text(owner),
    text(status),
    element('td', {}, itemButtons(affects, open)),
  );
}

page.start();
