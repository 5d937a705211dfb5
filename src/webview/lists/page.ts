import { element } from '../dom.ts';
import { host } from '../host.ts';
import type { GraphChoice, ToPage } from '../protocol.ts';
import type { PageView } from './data.ts';
import { Toolbar, type ToolbarOptions } from './toolbar.ts';

/** What a page of its own kind does. */
export interface PageOptions<V extends PageView> extends Omit<ToolbarOptions, 'choose'> {
  /** What is under the toolbar. */
  readonly content: HTMLElement;
  /** The view that a message brings; undefined of any other message. */
  readonly viewIn: (message: ToPage) => V | undefined;
  readonly show: (view: V) => void;
  /** An item is at the cursor, where it is shown. */
  readonly mark: (id: string | undefined) => void;
  /** What else is to be kept over a reload. */
  readonly kept?: () => object;
}

/** A page with a toolbar, a view and a line that says what is seen: the timeline, the matrix, the log. */
export class Page<V extends PageView> {
  readonly #options: PageOptions<V>;
  readonly #toolbar: Toolbar;
  readonly #summary = element('p', { class: 'summary', attributes: { role: 'status' } });
  readonly #instead = element('p', { class: 'instead' });
  #view: V | undefined;

  constructor(options: PageOptions<V>) {
    this.#options = options;
    this.#toolbar = new Toolbar({ ...options, choose: (choice) => host.post({ type: 'choose', choice }) });
    document.body.append(this.#toolbar.element, options.content, this.#instead, this.#summary);
    this.#hide('');
  }

  /** Begins to listen. */
  start(): void {
    host.listen((message) => {
      const view = this.#options.viewIn(message);
      if (view) this.#show(view);
      else if (message.type === 'mark') this.#options.mark(message.node);
      else if (message.type === 'nothing') this.#hide(message.text);
    });
  }

  /** Opens what is shown under an id: the source of an item, or a group. */
  open(id: string): void {
    if (this.#view) host.post({ type: 'open', drawing: this.#view.drawing, id });
  }

  /** Keeps what was chosen, for when the window is loaded again. */
  keep(): void {
    if (this.#view) host.keep({ choice: this.#view.choice satisfies GraphChoice, ...this.#options.kept?.() });
  }

  #show(view: V): void {
    this.#view = view;
    this.#toolbar.show(view);
    this.#options.content.hidden = false;
    this.#instead.hidden = true;
    this.#summary.textContent = view.summary;
    this.#options.show(view);
    this.#options.content.setAttribute('data-drawing', String(view.drawing));
    this.keep();
  }

  #hide(text: string): void {
    this.#options.content.hidden = true;
    this.#instead.hidden = text === '';
    this.#instead.textContent = text;
    this.#summary.textContent = '';
  }
}
