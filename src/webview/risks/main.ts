import { element } from '../dom.ts';
import type { PageCell, PageRisk, RisksView } from '../lists/data.ts';
import { itemButton, itemButtons, markIn, namesOf } from '../lists/item-button.ts';
import { Page } from '../lists/page.ts';
import { type Column, table, words } from '../lists/table.ts';

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
  made.setAttribute('aria-label', [namesOf(risk), ...signs].join(', '));
  return made;
}

/** The open risks; how their scores have moved is said where anybody can say it of one. */
function list(risks: readonly PageRisk[]): readonly Node[] {
  if (risks.length === 0) return [];
  const trend: Column<PageRisk> = {
    name: 'Trend',
    title: 'How the score has moved in four weeks',
    class: 'trend',
    from: 'medium',
    cell: (risk) => words(risk.trend),
  };
  const hasTrends = risks.some((risk) => risk.trend !== '');
  return [
    table({
      label: 'Open risks',
      head: { name: 'Risk', cell: (risk) => [itemButton(risk, open)] },
      titled: { name: 'Title', cell: ({ title }) => [element('div', { text: title })] },
      columns: [SCORE, ...(hasTrends ? [trend] : []), ...COLUMNS],
      rows: risks,
      marks: ({ marks }) => marks,
      id: ({ id }) => id,
    }),
  ];
}

const SCORE: Column<PageRisk> = { name: 'Score', class: 'number', cell: ({ score }) => words(score) };

const COLUMNS: readonly Column<PageRisk>[] = [
  {
    name: 'Exposure',
    class: 'number',
    from: 'wide',
    cell: ({ exposure }) => words(exposure),
    under: ({ exposure }) => words(exposure === '' ? '' : `exposure ${exposure}`),
  },
  { name: 'Owner', from: 'wide', cell: ({ owner }) => words(owner) },
  { name: 'Status', from: 'wide', cell: ({ status }) => words(status) },
  {
    name: 'Threatens',
    from: 'medium',
    cell: ({ affects }) => [itemButtons(affects, open)],
    under: ({ affects }) => (affects.length === 0 ? [] : [...words('threatens '), itemButtons(affects, open)]),
  },
];

page.start();
