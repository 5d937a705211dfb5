import { button, element, toggle } from '../dom.ts';
import { FILTERS, type FilterName, type GraphChoice, type Offer, WHOLE_GRAPH } from '../protocol.ts';
import type { PageView } from './data.ts';

const NAMES: Readonly<Record<FilterName, string>> = {
  plan: 'Plan',
  program: 'Program',
  workstream: 'Workstream',
  owner: 'Owner',
  status: 'Status',
};

/** What a toolbar has besides filters. */
export interface ToolbarOptions {
  readonly label: string;
  /** What can be chosen alone. */
  readonly only: readonly ('critical' | 'blocked')[];
  /** What the button says that leaves out what is closed. */
  readonly hideDone: string;
  readonly choose: (choice: GraphChoice) => void;
  /** More buttons, at the end. */
  readonly parts?: readonly Node[];
}

/** Says what is to be seen. It shows what the extension says was chosen, and tells it of what is chosen anew. */
export class Toolbar {
  readonly element: HTMLElement;
  #choice = WHOLE_GRAPH;
  readonly #options: ToolbarOptions;
  readonly #filters: ReadonlyMap<FilterName, HTMLSelectElement>;
  readonly #only: ReadonlyMap<GraphChoice['only'], HTMLButtonElement>;
  readonly #hideDone: HTMLButtonElement;
  readonly #clear: HTMLButtonElement;

  constructor(options: ToolbarOptions) {
    this.#options = options;
    this.#filters = new Map(FILTERS.map((name) => [name, this.#filter(name)]));
    this.#only = new Map(
      options.only.map((only) => [
        only,
        toggle(only === 'critical' ? 'Critical' : 'Blocked', `Only what is ${only}`, (on) =>
          this.#choose({ only: on ? only : '' }),
        ),
      ]),
    );
    this.#hideDone = toggle(options.hideDone, 'Leave out what is closed', (hideDone) => this.#choose({ hideDone }));
    this.#clear = button('Show all', 'Take back every filter', () =>
      options.choose({ ...WHOLE_GRAPH, plan: this.#choice.plan }),
    );
    const part = (...children: readonly Node[]) => element('span', { class: 'part' }, ...children);
    this.element = element(
      'div',
      { class: 'toolbar', attributes: { role: 'toolbar', 'aria-label': options.label } },
      part(...this.#filters.values()),
      part(...this.#only.values(), this.#hideDone, this.#clear),
      ...(options.parts ? [part(...options.parts)] : []),
    );
  }

  show({ choice, offers }: PageView): void {
    this.#choice = choice;
    for (const [name, select] of this.#filters) fill(select, offers[name], choice[name], NAMES[name]);
    for (const [only, pressed] of this.#only) pressed.setAttribute('aria-pressed', String(choice.only === only));
    this.#hideDone.setAttribute('aria-pressed', String(choice.hideDone));
    const { program, workstream, owner, status, only, hideDone } = choice;
    this.#clear.hidden = [program, workstream, owner, status, only].every((value) => value === '') && !hideDone;
  }

  #choose(changed: Partial<GraphChoice>): void {
    this.#options.choose({ ...this.#choice, ...changed });
  }

  #filter(name: FilterName): HTMLSelectElement {
    const select = element('select', {
      attributes: { 'aria-label': NAMES[name], title: NAMES[name] },
      on: { change: () => this.#choose({ [name]: select.value }) },
    });
    return select;
  }
}

/** Offers values, and all of them together; a filter that offers nothing is not shown. */
function fill(select: HTMLSelectElement, offers: readonly Offer[], chosen: string, name: string): void {
  const options = [...(name === NAMES.plan ? [] : [{ value: '', label: `${name}: all` }]), ...offers];
  const offered = JSON.stringify(options);
  if (select.getAttribute('data-offered') !== offered) {
    select.setAttribute('data-offered', offered);
    select.replaceChildren(
      ...options.map(({ value, label }) => element('option', { text: label, attributes: { value } })),
    );
  }
  select.hidden = offers.length === 0;
  select.value = chosen;
  select.classList.toggle('chosen', chosen !== '' && name !== NAMES.plan);
}
