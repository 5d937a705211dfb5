import * as vscode from 'vscode';
import type { Item } from '../../../core/plan/item.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import { type FromPage, type GraphChoice, type Offer, readState, WHOLE_GRAPH } from '../../../webview/protocol.ts';
import { Coalesced } from '../../coalesce.ts';
import { itemAtCursor, open } from '../../commands/go-to.ts';
import type { Log } from '../../log.ts';
import type { PlanFolder } from '../../plans/plan-folder.ts';
import type { Plans } from '../../plans/plans.ts';
import { namedPlans, offersOf, pictureOptions } from '../graph-choice.ts';
import { Panel } from '../panel.ts';
import { Places } from './places.ts';
import type { PlanView, ViewMessage } from './plan-view.ts';

/** While somebody types, the view follows after a moment. */
const REFRESH_MS = 150;
const FOLLOW_MS = 80;

/** What is shown at the moment, and what it stands for. */
interface Shown {
  readonly folder: PlanFolder;
  readonly places: Places;
  readonly message: ViewMessage;
}

/** A view of the plan beside the editor. What is chosen there is kept with the panel; the plan decides the rest. */
export class PlanViewPanel implements vscode.Disposable {
  readonly panel: Panel;
  readonly #view: PlanView;
  readonly #plans: Plans;
  readonly #subscriptions: { dispose(): unknown }[];
  #choice = WHOLE_GRAPH;
  #shown: Shown | undefined;
  #drawings = 0;
  #marked: string | undefined;

  constructor(view: PlanView, extension: vscode.Uri, plans: Plans, log: Log) {
    this.#view = view;
    this.#plans = plans;
    const { viewType, page, title } = view;
    const refresh = new Coalesced(`showing the ${title}`, REFRESH_MS, log, () => this.#refresh());
    const follow = new Coalesced('following the cursor', FOLLOW_MS, log, () => this.#follow());
    this.panel = new Panel(
      extension,
      {
        viewType,
        page,
        title,
        onReady: () => {
          this.#forget();
          this.#refresh();
        },
        onMessage: (message) => this.#hear(message),
        onRestore: (state) => {
          this.#choice = readState(state)?.choice ?? WHOLE_GRAPH;
        },
        onHide: () => this.#forget(),
        onClose: () => {
          this.#choice = WHOLE_GRAPH;
        },
      },
      log,
    );
    this.#subscriptions = [
      this.panel,
      refresh,
      follow,
      plans.onDidChange(refresh.call),
      plans.onDidChangeFolders(refresh.call),
      vscode.window.onDidChangeTextEditorSelection(follow.call),
      vscode.window.onDidChangeActiveTextEditor(follow.call),
    ];
  }

  /** What the page was given last; undefined while nobody sees it. For tests. */
  get message(): ViewMessage | undefined {
    return this.#shown?.message;
  }

  show(): void {
    this.panel.show();
    this.#refresh();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** A page that begins anew knows nothing. */
  #forget(): void {
    this.#shown = undefined;
    this.#marked = undefined;
  }

  /** Shows the plan, where somebody looks, and where what they would see has changed. */
  #refresh(): void {
    if (!this.panel.isReady) return;
    const named = namedPlans(this.#plans);
    const folder = named.get(this.#choice.plan) ?? [...named.values()][0];
    const snapshot = folder?.snapshot;
    if (!folder || !snapshot?.complete) {
      this.#forget();
      const text = this.#plans.isComplete ? 'There is no plan here.' : 'Reading the plan…';
      this.panel.post({ type: 'nothing', text });
      return;
    }
    const { plan } = snapshot;
    const name = [...named].find(([, other]) => other === folder)?.[0] ?? '';
    const choice = { ...this.#choice, plan: named.size > 1 ? name : '' };
    const places = new Places(plan);
    const before = this.#shown?.message;
    const drawing = before?.view.drawing ?? 0;
    const common = { drawing, choice, offers: this.#offers(plan, named.keys(), choice) };
    const message = this.#view.messageOf(snapshot, common, filterOf(choice, plan), places);
    if (before && JSON.stringify(message) === JSON.stringify(before)) {
      this.#shown = { folder, places, message: before };
    } else {
      const numbered = { ...message, view: { ...message.view, drawing: ++this.#drawings } } as ViewMessage;
      this.#shown = { folder, places, message: numbered };
      this.#marked = undefined;
      this.panel.post(numbered);
    }
    this.#follow();
  }

  /** What each filter has to choose from: no more than the items of this view have. */
  #offers(plan: Plan, plans: Iterable<string>, choice: GraphChoice): ReturnType<typeof offersOf> {
    const items = plan.items.filter(({ type }) => this.#view.types.includes(type.name));
    const of = (offers: readonly Offer[], value: (item: Item) => string | undefined): readonly Offer[] => {
      const values = new Set(items.map(value));
      const found = offers.filter((offer) => values.has(offer.value));
      return found.length < 2 ? [] : found;
    };
    const offers = offersOf(plan, plans, choice);
    return {
      ...offers,
      owner: of(offers.owner, ({ owner }) => owner?.name),
      status: of(offers.status, ({ status }) => status),
    };
  }

  async #hear(message: FromPage): Promise<void> {
    if (message.type === 'choose') {
      this.#choice = message.choice;
      this.#refresh();
    } else if (message.type === 'open' && message.drawing === this.#shown?.message.view.drawing) {
      await this.#open(message.id, this.#shown);
    }
  }

  /** Goes to the source of an item; opens or folds a group. */
  async #open(id: string, { folder, places, message }: Shown): Promise<void> {
    const item = places.item(id);
    if (item) {
      await open(folder, item.document, item.idRange);
      return;
    }
    const key = places.group(id);
    if (key === undefined || message.type !== 'timeline') return;
    const isFolded = message.view.rows.find((row) => row.id === id)?.folded ?? false;
    const without = (keys: readonly string[]): string[] => keys.filter((each) => each !== key);
    const { open: opened, folded } = this.#choice;
    this.#choice = isFolded
      ? { ...this.#choice, open: [...without(opened), key], folded: without(folded) }
      : { ...this.#choice, open: without(opened), folded: [...without(folded), key] };
    this.#refresh();
  }

  #follow(): void {
    const shown = this.#shown;
    if (!shown) return;
    const found = itemAtCursor(this.#plans);
    const id = found?.folder === shown.folder ? shown.places.idOf(found.item) : undefined;
    if (id === this.#marked) return;
    this.#marked = id;
    this.panel.post({ type: 'mark', node: id });
  }
}

/** Whether an item is wanted; what the schedule says of it is the view's to ask. */
function filterOf(choice: GraphChoice, plan: Plan): (item: Item) => boolean {
  const { filter, programs } = pictureOptions({ ...choice, focus: undefined }, plan);
  return (item) => (programs?.includes(item.program) ?? true) && (filter?.(item) ?? true);
}
