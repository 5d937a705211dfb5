import { element } from '../dom.ts';
import type { PageProgram } from './data.ts';
import { dot, health, itemLink, linkOr, moreText, type Open, said } from './parts.ts';

/** How a program stands, and why. */
export function programCard(program: PageProgram, open: Open): HTMLElement {
  const { item, title, value, said: owners } = program;
  return element(
    'article',
    { class: `program ${value}`, attributes: { 'aria-label': `${title}: ${value}` } },
    element(
      'div',
      { class: 'standing' },
      element('h2', {}, health(value), linkOr(item, title, open)),
      ...(owners === '' ? [] : [element('p', { class: 'owners', text: `Its owner says ${owners}.` })]),
      ...finish(program, open),
      ...progress(program),
    ),
    ...why(program, open),
    ...workstreams(program, open),
  );
}

function finish({ finish: found }: PageProgram, open: Open): readonly HTMLElement[] {
  if (!found) return [];
  const { item, day, detail, isLate, before } = found;
  return [
    element(
      'p',
      { class: 'finish' },
      element('span', { class: `day${isLate ? ' late' : ''}`, text: day }),
      document.createTextNode(' '),
      itemLink(item, open),
    ),
    ...[...said(isLate ? 'late' : 'quiet', detail), ...said('quiet', before)].map((line) => element('p', {}, line)),
  ];
}

function progress({ milestones: { done, all } }: PageProgram): readonly HTMLElement[] {
  if (all === 0) return [];
  const text = `${done} of ${all} milestones done`;
  return [element('div', { class: 'progress' }, bar(done / all, text), element('span', { class: 'quiet', text }))];
}

/** A share of something, as a bar. */
export function bar(share: number, label: string): HTMLElement {
  const filled = element('span', { class: 'filled' });
  filled.style.width = `${Math.round(share * 1000) / 10}%`;
  return element('span', { class: 'bar', attributes: { role: 'img', 'aria-label': label } }, filled);
}

function why({ reasons: { shown, more }, pathToGreen }: PageProgram, open: Open): readonly HTMLElement[] {
  if (shown.length === 0 && pathToGreen === '') return [];
  return [
    element(
      'div',
      { class: 'why' },
      ...(shown.length === 0 ? [] : [element('h3', { text: 'Why' })]),
      element(
        'ul',
        { class: 'lines' },
        ...shown.map(({ item, value, detail, root }) =>
          element(
            'li',
            {},
            element('span', { class: 'before' }, dot(value)),
            element(
              'div',
              { class: 'body' },
              itemLink(item, open),
              element(
                'div',
                { class: 'detail' },
                element('span', { text: detail }),
                ...(root ? [document.createTextNode(', because of '), itemLink(root, open)] : []),
              ),
            ),
          ),
        ),
      ),
      ...(more > 0 ? [element('p', { class: 'more', text: `and ${more} more` })] : []),
    ),
  ];
}

function workstreams(
  { workstreams: { shown, more, worse }, pathToGreen }: PageProgram,
  open: Open,
): readonly HTMLElement[] {
  if (shown.length === 0 && pathToGreen === '') return [];
  return [
    element(
      'div',
      { class: 'aside' },
      ...(pathToGreen === ''
        ? []
        : [element('h3', { text: 'Path to green' }), element('p', { class: 'path', text: pathToGreen })]),
      ...(shown.length === 0
        ? []
        : [
            element('h3', { text: 'Workstreams' }),
            element(
              'ul',
              { class: 'chips' },
              ...shown.map(({ item, title, value }) => element('li', {}, dot(value), linkOr(item, title, open))),
              ...(more > 0 ? [element('li', { class: 'more', text: moreText(more, worse) })] : []),
            ),
          ]),
    ),
  ];
}
