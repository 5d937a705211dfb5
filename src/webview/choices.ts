import { button, element, toggle } from './dom.ts';
import { FILTERS, type FilterName, type GraphChoice, type Offer, type PageView, WHOLE_GRAPH } from './protocol.ts';

const NAMES: Readonly<Record<FilterName, string>> = {
  plan: 'Plan',
  program: 'Program',
  workstream: 'Workstream',
  owner: 'Owner',
  status: 'Status',
};

const ONLY = { critical: 'Critical', blocked: 'Blocked' } as const;

/** What a view lets one choose besides its filters. */
export interface ChoicesOptions {
  /** The filters that it has; all, where left out. */
  readonly filters?: readonly FilterName[];
  /** What can be seen alone, and what a button for it says. */
  readonly only: Readonly<Partial<Record<'critical' | 'blocked', string>>>;
  /** What the button says that leaves out what is closed; undefined where nothing closed is shown. */
  readonly hideDone: string | undefined;
  readonly choose: (choice: GraphChoice) => void;
}

/**
 * The part of a toolbar that says what is to be seen. It shows what the extension says was chosen, and tells it of what is
 * chosen anew.
 */
export class Choices {
  /** The filters, and what narrows a view otherwise. */
  readonly parts: readonly HTMLElement[];
  readonly #options: ChoicesOptions;
  #choice = WHOLE_GRAPH;
  readonly #filters: ReadonlyMap<FilterName, HTMLSelectElement>;
  readonly #only: ReadonlyMap<GraphChoice['only'], HTMLButtonElement>;
  readonly #hideDone: HTMLButtonElement;
  /** Only while a change to the plan is reviewed. */
  readonly #before = toggle('Since', 'Show what was before', (before) => this.choose({ before }));
  readonly #clear: HTMLButtonElement;

  constructor(options: ChoicesOptions) {
    this.#options = options;
    this.#filters = new Map((options.filters ?? FILTERS).map((name) => [name, this.#filter(name)]));
    this.#only = new Map(
      (['critical', 'blocked'] as const).flatMap((only) => {
        const title = options.only[only];
        if (title === undefined) return [];
        return [[only, toggle(ONLY[only], title, (on) => this.choose({ only: on ? only : '' }))]];
      }),
    );
    this.#hideDone = toggle(options.hideDone ?? '', 'Leave out what is closed', (hideDone) =>
      this.choose({ hideDone }),
    );
    this.#clear = button('Show all', 'Take back every filter', () =>
      options.choose({
        ...WHOLE_GRAPH,
        plan: this.#choice.plan,
        follow: this.#choice.follow,
        before: this.#choice.before,
      }),
    );
    this.parts = [
      part('Filters', ...this.#filters.values()),
      part(
        'More filters',
        ...this.#only.values(),
        ...(options.hideDone === undefined ? [] : [this.#hideDone]),
        this.#before,
        this.#clear,
      ),
    ];
  }

  show({ choice, offers, base }: Pick<PageView, 'choice' | 'offers' | 'base'>): void {
    this.#choice = choice;
    for (const [name, select] of this.#filters) fill(select, offers[name], choice[name], NAMES[name]);
    for (const [only, pressed] of this.#only) press(pressed, choice.only === only);
    press(this.#hideDone, choice.hideDone);
    this.#before.hidden = base === undefined;
    this.#before.textContent = `Since ${base}`;
    press(this.#before, choice.before);
    this.#clear.hidden = !isNarrowed(choice);
  }

  /** Something of what is seen is to be otherwise. */
  choose(changed: Partial<GraphChoice>): void {
    this.#options.choose({ ...this.#choice, ...changed });
  }

  #filter(name: FilterName): HTMLSelectElement {
    const select = element('select', {
      attributes: { 'aria-label': NAMES[name], title: NAMES[name] },
      on: { change: () => this.choose({ [name]: select.value }) },
    });
    return select;
  }
}

/** What belongs together in a toolbar. */
export const part = (label: string, ...children: readonly Node[]): HTMLElement =>
  element('span', { class: 'part', attributes: { role: 'group', 'aria-label': label } }, ...children);

/** Shows whether a button is on. */
export function press(pressed: HTMLButtonElement, on: boolean): void {
  pressed.setAttribute('aria-pressed', String(on));
}

/** Whether anything is left out by choice. */
export const isNarrowed = (choice: GraphChoice): boolean =>
  [choice.program, choice.workstream, choice.owner, choice.status, choice.only].some((value) => value !== '') ||
  choice.hideDone ||
  Boolean(choice.focus) ||
  choice.open.length + choice.folded.length > 0;

/** Offers values, and all of them together; a filter that offers nothing is not shown. */
function fill(select: HTMLSelectElement, offers: readonly Offer[], chosen: string, name: string): void {
  const options: readonly Offer[] = [...(name === NAMES.plan ? [] : [{ value: '', label: `${name}: all` }]), ...offers];
  const offered = JSON.stringify(options);
  if (select.getAttribute('data-offered') !== offered) {
    select.setAttribute('data-offered', offered);
    select.replaceChildren(
      ...options.map(({ value, label, isNote }) =>
        element('option', { text: label, attributes: { value, ...(isNote ? { disabled: '' } : {}) } }),
      ),
    );
  }
  select.hidden = offers.length === 0;
  select.value = chosen;
  select.classList.toggle('chosen', chosen !== '' && name !== NAMES.plan);
}
