import { Choices, type ChoicesOptions, isNarrowed, part } from '../choices.ts';
import { element } from '../dom.ts';
import { host } from '../host.ts';
import { layOut } from '../layout.ts';
import type { GraphChoice, ToPage } from '../protocol.ts';
import type { PageView } from './data.ts';

/** What a page of its own kind does. */
export interface PageOptions<V extends PageView> extends Omit<ChoicesOptions, 'choose'> {
  /** What the page shows. */
  readonly label: string;
  /** More buttons of the toolbar, at its end. */
  readonly parts?: readonly Node[];
  /** What is under the toolbar. */
  readonly content: HTMLElement;
  /** What may lie over it. */
  readonly over?: HTMLElement;
  /** The view that a message brings; undefined of any other message. */
  readonly viewIn: (message: ToPage) => V | undefined;
  /** Whether a view has nothing in it. */
  readonly isEmpty: (view: V) => boolean;
  /** What is said then, where nothing was chosen. */
  readonly whenEmpty: string;
  /** Shows a view, in which that item is at the cursor. */
  readonly show: (view: V, marked: string | undefined) => void;
  /** Another item is at the cursor; undefined where none is that is shown. */
  readonly mark: (id: string | undefined) => void;
  /** What is known of something has come, since it was asked for. */
  readonly tell?: (id: string, lines: readonly string[]) => void;
  /** What else is to be kept over a reload. */
  readonly kept?: () => object;
}

const FILTERED = 'Nothing here is what was chosen above. "Show all" takes the choice back.';

/** A page with a toolbar, a view and a line that says what is seen: the timeline, the matrix, the log. */
export class Page<V extends PageView> {
  readonly #options: PageOptions<V>;
  readonly #choices: Choices;
  readonly #summary = element('p', { class: 'summary', attributes: { role: 'status' } });
  readonly #instead = element('p', { class: 'instead', attributes: { role: 'status' } });
  #view: V | undefined;
  #marked: string | undefined;

  constructor(options: PageOptions<V>) {
    this.#options = options;
    this.#choices = new Choices({ ...options, choose: (choice) => host.post({ type: 'choose', choice }) });
    const { label: title, content, over } = options;
    const toolbar = element(
      'div',
      { class: 'toolbar' },
      ...this.#choices.parts,
      ...(options.parts ? [part('View', ...options.parts)] : []),
    );
    const behind = [this.#instead, ...(over ? [over] : [])];
    layOut({ title, toolbar, content, behind, summary: this.#summary });
    this.#hide('');
  }

  /** Begins to listen. */
  start(): void {
    host.listen((message) => {
      const view = this.#options.viewIn(message);
      if (view) this.#show(view);
      else if (message.type === 'mark') this.#mark(message.node);
      else if (message.type === 'card') this.#tell(message);
      else if (message.type === 'nothing') this.#hide(message.text);
    });
  }

  /** Opens what is shown under an id: the source of an item, or a group. */
  open(id: string): void {
    if (this.#view) host.post({ type: 'open', drawing: this.#view.drawing, id });
  }

  /** Asks what is known of what is shown under an id. */
  ask(id: string): void {
    if (this.#view) host.post({ type: 'card', drawing: this.#view.drawing, id });
  }

  /** Keeps what was chosen, for when the window is loaded again. */
  keep(): void {
    if (this.#view) host.keep({ choice: this.#view.choice satisfies GraphChoice, ...this.#options.kept?.() });
  }

  #show(view: V): void {
    this.#view = view;
    this.#choices.show(view);
    const isEmpty = this.#options.isEmpty(view);
    this.#options.content.hidden = isEmpty;
    this.#instead.hidden = !isEmpty;
    this.#instead.textContent = !isEmpty ? '' : isNarrowed(view.choice) ? FILTERED : this.#options.whenEmpty;
    this.#summary.textContent = view.summary;
    this.#options.show(view, this.#marked);
    this.#options.content.setAttribute('data-drawing', String(view.drawing));
    this.keep();
  }

  #tell({ drawing, id, lines }: Extract<ToPage, { readonly type: 'card' }>): void {
    if (drawing === this.#view?.drawing) this.#options.tell?.(id, lines);
  }

  #mark(id: string | undefined): void {
    this.#marked = id;
    this.#options.mark(id);
  }

  #hide(text: string): void {
    this.#mark(undefined);
    this.#options.content.hidden = true;
    this.#instead.hidden = text === '';
    this.#instead.textContent = text;
    this.#summary.textContent = '';
  }
}
