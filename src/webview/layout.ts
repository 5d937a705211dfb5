import { button, element } from './dom.ts';

/** What a page consists of. */
export interface Layout {
  /** The name of the view: heard, not seen, since the editor shows it on the tab. */
  readonly title: string;
  /** What the page is steered with; nothing where that is all in its content. */
  readonly toolbar?: HTMLElement;
  /** What it is about: where a person lands who has no use for the toolbar. */
  readonly content: HTMLElement | SVGElement;
  /** What stands before and behind that. */
  readonly before?: readonly Node[];
  readonly behind?: readonly Node[];
  readonly summary?: HTMLElement;
}

/**
 * Puts a page together of the landmarks that screen readers know: a header with the name of the view and its toolbar, the
 * main part, and a footer. The first stop of the keyboard leads past the toolbar.
 */
export function layOut({ title, toolbar, content, before = [], behind = [], summary }: Layout): void {
  // So that it can be led to.
  if (!content.hasAttribute('tabindex')) content.setAttribute('tabindex', '-1');
  document.body.append(
    element(
      'header',
      {},
      element('h1', { class: 'unseen', text: title }),
      ...(toolbar ? [skipTo(content), toolbar] : []),
    ),
    element('main', { class: 'stage' }, ...before, content, ...behind),
    ...(summary ? [element('footer', {}, summary)] : []),
  );
}

/** It shows while the keyboard is on it. */
function skipTo(content: HTMLElement | SVGElement): HTMLElement {
  const made = button('Skip the toolbar', 'Go to what the view shows', () => content.focus());
  made.classList.add('skip');
  return made;
}
