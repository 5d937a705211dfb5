import { button, element, toggle } from '../dom.ts';
import { FILTERS, type FilterName, type GraphChoice, type GraphPicture, type Offer, WHOLE_GRAPH } from '../protocol.ts';

const NAMES: Readonly<Record<FilterName, string>> = {
  plan: 'Plan',
  program: 'Program',
  workstream: 'Workstream',
  owner: 'Owner',
  status: 'Status',
};
const MOST_LEVELS = 9;

/** What the toolbar has done. */
export interface ToolbarOptions {
  readonly choose: (choice: GraphChoice) => void;
  readonly zoom: (factor: number) => void;
  readonly fit: () => void;
  readonly reset: () => void;
  readonly copy: () => void;
  readonly save: (format: 'svg' | 'png') => void;
}

/** Says what is to be seen. It shows what the extension says was chosen, and tells it of what is chosen anew. */
export class Toolbar {
  readonly element = element('div', { class: 'toolbar', attributes: { role: 'toolbar', 'aria-label': 'Graph' } });
  readonly #options: ToolbarOptions;
  #choice = WHOLE_GRAPH;
  readonly #filters = new Map(FILTERS.map((name) => [name, this.#filter(name)]));
  readonly #only = new Map(
    (['critical', 'blocked'] as const).map((only) => [
      only,
      toggle(only === 'critical' ? 'Critical' : 'Blocked', `Only ${ONLY[only]}`, (on) =>
        this.#choose({ only: on ? only : '' }),
      ),
    ]),
  );
  readonly #hideDone = toggle('Hide done', 'Leave out what is closed', (hideDone) => this.#choose({ hideDone }));
  readonly #follow = toggle('Follow', 'Mark the item at the cursor, and keep it in sight', (follow) =>
    this.#choose({ follow }),
  );
  readonly #focus = element('span', { class: 'focus', attributes: { role: 'group', 'aria-label': 'Focus' } });
  readonly #clear = button('Show all', 'Take back every filter', () =>
    this.#options.choose({ ...WHOLE_GRAPH, plan: this.#choice.plan, follow: this.#choice.follow }),
  );

  constructor(options: ToolbarOptions) {
    this.#options = options;
    const part = (...children: readonly Node[]) => element('span', { class: 'part' }, ...children);
    this.element.append(
      part(...this.#filters.values()),
      part(...this.#only.values(), this.#hideDone, this.#clear),
      this.#focus,
      part(
        button('−', 'Zoom out (−)', () => options.zoom(1 / 1.25)),
        button('+', 'Zoom in (+)', () => options.zoom(1.25)),
        button('Fit', 'Show all of the picture (0)', options.fit),
        button('1:1', 'Actual size (1)', options.reset),
        this.#follow,
      ),
      part(
        button('Copy', 'Copy as Mermaid', options.copy),
        button('SVG', 'Save as SVG…', () => options.save('svg')),
        button('PNG', 'Save as PNG…', () => options.save('png')),
      ),
    );
  }

  show({ choice, offers, focus }: GraphPicture): void {
    this.#choice = choice;
    for (const [name, select] of this.#filters) fill(select, offers[name], choice[name], NAMES[name]);
    for (const [only, pressed] of this.#only) press(pressed, choice.only === only);
    press(this.#hideDone, choice.hideDone);
    press(this.#follow, choice.follow);
    this.#clear.hidden = !isNarrowed(choice);
    this.#showFocus(choice, focus);
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

  #showFocus({ focus }: GraphChoice, title: string): void {
    this.#focus.hidden = !focus;
    this.#focus.replaceChildren();
    if (!focus) return;
    const level = (name: 'up' | 'down', sign: string, what: string) => {
      const levels = element('input', {
        attributes: { type: 'number', min: '0', max: String(MOST_LEVELS), title: what, 'aria-label': what },
        on: {
          change: () => {
            const wanted = Math.min(MOST_LEVELS, Math.max(0, Math.trunc(Number(levels.value)) || 0));
            this.#choose({ focus: { ...focus, [name]: wanted } });
          },
        },
      });
      levels.value = String(focus[name]);
      return element('label', { text: sign }, levels);
    };
    this.#focus.append(
      element('span', { class: 'title', text: title, attributes: { title } }),
      level('up', '←', 'Levels of what it waits for'),
      level('down', '→', 'Levels of what waits for it'),
      button('×', 'End the focus', () => this.#choose({ focus: undefined })),
    );
  }
}

const ONLY = {
  critical: 'critical paths',
  blocked: 'what is blocked, what blocks it, and what that holds up',
} as const;

/** Whether anything is left out by choice. */
const isNarrowed = (choice: GraphChoice): boolean =>
  [choice.program, choice.workstream, choice.owner, choice.status, choice.only].some((value) => value !== '') ||
  choice.hideDone ||
  Boolean(choice.focus) ||
  choice.open.length + choice.folded.length > 0;

function press(pressed: HTMLButtonElement, on: boolean): void {
  pressed.setAttribute('aria-pressed', String(on));
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
