import { element, svgElement } from '../dom.ts';
import { host } from '../host.ts';
import { layOut } from '../layout.ts';
import type { ToPage } from '../protocol.ts';
import type { HistoryView } from './data.ts';
import { historyShapes, type Shape } from './shapes.ts';

// The page of the history of an item: its due date over time, and under it everything that became of it.

const HEIGHT = 300;

// It may be scrolled, and there is little in it to stop at.
const content = element('div', {
  class: 'content history',
  attributes: { tabindex: '0', role: 'region', 'aria-label': 'The history' },
});
const instead = element('p', { class: 'instead', attributes: { role: 'status' } });
const picture = svgElement('svg');
picture.setAttribute('class', 'history-chart');
picture.setAttribute('role', 'img');
instead.hidden = true;
content.hidden = true;
layOut({ title: 'History', content, behind: [instead] });

let shown: HistoryView | undefined;

function hear(message: ToPage): void {
  if (message.type === 'nothing') {
    shown = undefined;
    content.hidden = true;
    instead.hidden = false;
    instead.textContent = message.text;
  } else if (message.type === 'history') {
    shown = message.view;
    instead.hidden = true;
    content.hidden = false;
    show(message.view);
    host.keep({ history: message.view.asked });
  }
}

function show(view: HistoryView): void {
  const title = element('button', {
    class: 'title',
    text: view.title,
    attributes: { type: 'button', title: 'Go to its source' },
    on: { click: () => host.post({ type: 'open', drawing: view.drawing, id: 'n0' }) },
  });
  content.replaceChildren(
    element('h2', {}, title),
    element('p', { class: 'name', text: view.name }),
    element('p', { class: 'verdict', text: view.verdict }),
    ...(view.missing === '' ? [] : [element('p', { class: 'missing', text: view.missing })]),
    ...(view.steps.length === 0 ? [] : [picture]),
    table(view),
  );
  draw(view);
}

function draw(view: HistoryView): void {
  // With the room that the content leaves around it.
  const width = Math.max(280, content.clientWidth - 28);
  picture.setAttribute('width', String(width));
  picture.setAttribute('height', String(HEIGHT));
  picture.setAttribute('aria-label', view.verdict);
  picture.replaceChildren(...historyShapes(view, { width, height: HEIGHT }).map(drawn));
}

function drawn({ tag, class: name, attributes, text, title }: Shape): SVGElement {
  const made = svgElement(tag);
  made.setAttribute('class', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  if (text !== undefined) made.textContent = text;
  if (title !== undefined) {
    const tip = svgElement('title');
    tip.textContent = title;
    made.append(tip);
  }
  return made;
}

function table({ rows }: HistoryView): HTMLElement {
  const heads = ['When', 'What', 'Moved', 'By', 'Why', 'Commit'];
  const head = (text: string): HTMLElement =>
    element('th', { text, class: text === 'Moved' ? 'number' : '', attributes: { scope: 'col' } });
  const cell = (text: string, name = ''): HTMLElement => element('td', { text, ...(name ? { class: name } : {}) });
  return element(
    'table',
    { class: 'list', attributes: { 'aria-label': 'Everything that became of it, the newest first' } },
    element('thead', {}, element('tr', {}, ...heads.map(head))),
    element(
      'tbody',
      {},
      ...rows.map(({ when, what, moved, isLater, by, why, commit }) =>
        element(
          'tr',
          {},
          cell(when, 'when'),
          cell(what, 'what'),
          cell(moved, `number ${isLater ? 'later' : 'earlier'}`),
          cell(by),
          cell(why, 'why'),
          cell(commit, 'commit'),
        ),
      ),
    ),
  );
}

new ResizeObserver(() => shown && draw(shown)).observe(content);
host.listen(hear);
