import * as vscode from 'vscode';
import { itemWithKey } from '../../core/graph/keys.ts';
import type { Item } from '../../core/plan/item.ts';
import { type Compared, sinceText } from '../../core/views/diff/compared.ts';
import { itemCard } from '../../core/views/item-card.ts';
import type { Place } from '../../core/views/why/limit-words.ts';
import { type FromPage, type PageView, readState, type ToPage, WHOLE_GRAPH } from '../../webview/protocol.ts';
import { type Host, Slices } from '../../workspace/slices.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { Coalesced } from '../coalesce.ts';
import { columnBeside, open } from '../commands/go-to.ts';
import type { Log } from '../log.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import { PointedItem } from '../views/elements.ts';
import { type ChosenPlan, chosenPlan, toggled } from './choice.ts';
import { type Cursor, cursorIn } from './cursor.ts';
import { offersOf } from './offers.ts';
import type { PageName } from './page.ts';
import { Panel } from './panel.ts';
import { sameView } from './same-view.ts';

/** While somebody types, a view follows after a moment. */
const REFRESH_MS = 150;
const FOLLOW_MS = 80;

/** What a view of the plan is. */
export interface PlanPanelKind {
  /** What the editor stores it under. */
  readonly viewType: string;
  readonly page: PageName;
  readonly title: string;
  /** The types of the items that are in it; without, all are that belong to a program. */
  readonly types?: readonly string[];
  /** Something else that it shows has changed than the plan. */
  readonly onDidChange?: vscode.Event<unknown>;
  /** What a plan was, while a change to it is reviewed. */
  readonly comparedOf?: (folder: PlanFolder) => Compared | undefined;
}

/** What all views have, whatever they show. */
export type Common = Pick<PageView, 'drawing' | 'choice' | 'offers' | 'base'>;

/** What is shown of a plan, and what the ids stand for by which the page speaks of it. */
export interface Content {
  readonly view: PageView;
  /** What an id stands for; undefined of one that the page was not given. */
  readonly thingOf: (id: string) => Thing | undefined;
  /** The id of what shows an item: itself, or the group that it is folded into; undefined where it is not in the view. */
  readonly idOf: (item: Item) => string | undefined;
}

/** Something that is shown: an item, or a group that opens or folds. */
export interface Thing {
  /** The same from one drawing to the next. */
  readonly key: string;
  readonly item?: Item | undefined;
  /** A place in a document that is no item of the plan, as a file that cannot be read. */
  readonly place?: Place | undefined;
  /** An item that is gone, while a change that took it away is reviewed. */
  readonly gone?: Item | undefined;
  /** Of a group, whether it is folded. */
  readonly isFolded?: boolean | undefined;
  /** Of a group, what is known of it. */
  readonly card?: (() => readonly string[]) | undefined;
}

/** What is shown at the moment, and of what. */
export interface Shown<C extends Content> {
  readonly folder: PlanFolder;
  readonly snapshot: Snapshot;
  readonly content: C;
}

/**
 * A view of the plan beside the editor. What is chosen there is kept with the panel; the plan decides the rest. What all
 * views do alike is here: which plan is shown, when it is shown anew, and what its page may ask for.
 */
export abstract class PlanPanel<C extends Content> implements vscode.Disposable {
  readonly panel: Panel;
  protected readonly plans: Plans;
  protected readonly log: Log;
  protected choice = WHOLE_GRAPH;
  readonly #kind: PlanPanelKind;
  readonly #host: Host;
  readonly #subscriptions: { dispose(): unknown }[];
  #shown: Shown<C> | undefined;
  #drawings = 0;
  /** Rises with each time that the plan is looked at: what is computed for an earlier one is given up. */
  #turn = 0;
  #cursor: Cursor | undefined;
  /** What the page was told is at the cursor. */
  #marked: string | undefined;

  constructor(kind: PlanPanelKind, extension: vscode.Uri, plans: Plans, host: Host, log: Log) {
    this.#kind = kind;
    this.#host = host;
    this.plans = plans;
    this.log = log;
    const refresh = new Coalesced(`showing the ${kind.title}`, REFRESH_MS, log, () => this.refresh());
    const follow = new Coalesced('following the cursor', FOLLOW_MS, log, () => this.#follow());
    this.panel = new Panel(
      extension,
      {
        ...kind,
        onReady: () => {
          // A new page knows nothing.
          this.forget();
          return this.refresh();
        },
        onMessage: (message) => this.#hear(message),
        onRestore: (state) => {
          this.choice = readState(state)?.choice ?? WHOLE_GRAPH;
        },
        onHide: () => this.forget(),
        onClose: () => {
          this.choice = { ...WHOLE_GRAPH, follow: this.choice.follow };
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
      ...(kind.onDidChange ? [kind.onDidChange(refresh.call)] : []),
      vscode.window.onDidChangeTextEditorSelection(follow.call),
      vscode.window.onDidChangeActiveTextEditor(follow.call),
    ];
  }

  /**
   * What shows a plan, as it was chosen. Pauses, as a generator, so that a host can do something else.
   * @param compared what the plan was, where a change to it is reviewed, and that is wanted
   */
  protected abstract contentOf(snapshot: Snapshot, common: Common, compared: Compared | undefined): Generator<void, C>;

  /**
   * The messages that bring a view: several, where it is long.
   * @param marked the id of what is at the cursor
   */
  protected abstract messagesOf(view: C['view'], marked: string | undefined): Iterable<ToPage>;

  /** A page is given a view. */
  protected onGive(_view: C['view']): void {}

  /** The page says what not every page does. */
  protected onHear(_message: FromPage): unknown {
    return undefined;
  }

  /** What is shown; undefined while nobody sees it. */
  protected get shown(): Shown<C> | undefined {
    return this.#shown;
  }

  show(): void {
    this.panel.show();
    this.log.listener(`showing the ${this.#kind.title}`, () => this.showAnew())();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Something else is to be seen. */
  protected showAnew(): Promise<void> {
    return this.refresh();
  }

  /** Nothing is shown: the page is gone, or begins anew. */
  protected forget(): void {
    this.#turn++;
    this.#shown = undefined;
    this.#marked = undefined;
  }

  /**
   * Shows the plan, where somebody looks, and where what they would see has changed. In slices: of ten thousand items
   * there is much to see. What was begun before is given up.
   */
  protected async refresh(): Promise<void> {
    const turn = ++this.#turn;
    if (!this.panel.isReady) return;
    const chosen = chosenPlan(this.plans, this.choice);
    if (!chosen) {
      this.forget();
      const text = this.plans.isComplete ? 'There is no plan here.' : 'Reading the plan…';
      this.panel.post({ type: 'nothing', text });
      return;
    }
    const isOld = (): boolean => turn !== this.#turn;
    const slices = new Slices(this.#host);
    const next = await slices.run(this.#next(chosen), isOld);
    if (!next || isOld()) return;
    const { folder, snapshot } = chosen;
    const shown = { folder, snapshot, content: next.content };
    this.#shown = shown;
    const { view } = next.content;
    if (next.isNew) {
      this.#drawings = view.drawing;
      this.onGive(view);
      for (const message of this.messagesOf(view, this.#idAtCursor(shown))) {
        this.panel.post(message);
        await slices.pauseIfDue();
        // Nobody sees it any more, or there is something else to be seen.
        if (this.#shown?.content.view !== view) return;
      }
    }
    this.#follow();
  }

  /** What is to be seen, and whether it is anything else than what is. */
  *#next({
    folder,
    snapshot,
    choice,
    names,
  }: ChosenPlan): Generator<void, { readonly content: C; readonly isNew: boolean }> {
    const offers = yield* offersOf(snapshot.plan, names, choice, this.#kind.types);
    yield;
    const compared = this.#kind.comparedOf?.(folder);
    const common = { drawing: this.#drawings + 1, choice, offers, ...(compared ? { base: compared.name } : {}) };
    const content = yield* this.contentOf(snapshot, common, choice.before ? compared : undefined);
    yield;
    const before = this.#shown?.content.view;
    if (before === undefined || !(yield* sameView(content.view, before))) return { content, isNew: true };
    // What it stands for may be otherwise.
    return { content: { ...content, view: before }, isNew: false };
  }

  async #hear(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'choose':
        this.choice = message.choice;
        await this.showAnew();
        break;
      case 'open':
        await this.#open(this.thingOf(message));
        break;
      case 'card':
        this.#tell(message, this.thingOf(message));
        break;
      default:
        await this.onHear(message);
    }
  }

  /** What a message is about; undefined where it is not shown, or was in a drawing before. */
  protected thingOf({ drawing, id }: { readonly drawing: number; readonly id: string }): Thing | undefined {
    const content = this.#shown?.content;
    return content?.view.drawing === drawing ? content.thingOf(id) : undefined;
  }

  /** Goes to the source of an item; opens or folds a group. */
  async #open(thing: Thing | undefined): Promise<void> {
    if (!thing || !this.#shown) return;
    const { key, item, place = item && { source: item.document, range: item.idRange }, gone, isFolded } = thing;
    if (isFolded !== undefined) {
      this.choice = toggled(this.choice, key, isFolded);
      await this.refresh();
    } else if (place) {
      await open(this.#shown.folder, place.source, place.range, columnBeside(this.panel.viewColumn));
    } else if (gone) {
      await vscode.commands.executeCommand('milepost.openChange', new PointedItem(this.#shown.folder, gone));
    }
  }

  /** Tells what is known of an item or a group, as the plan is now. */
  #tell({ drawing, id }: { readonly drawing: number; readonly id: string }, thing: Thing | undefined): void {
    if (!thing || !this.#shown) return;
    const lines = thing.item ? this.#cardOf(thing.item, this.#shown) : (thing.card?.() ?? []);
    this.panel.post({ type: 'card', drawing, id, lines });
  }

  /** What is known of an item, with what became of it in a change that is reviewed. */
  #cardOf(item: Item, { folder, snapshot }: Shown<C>): readonly string[] {
    const compared = this.#kind.comparedOf?.(folder);
    const since = compared ? sinceText(compared.changeOf(item), compared.name, snapshot.today) : '';
    return [...itemCard(item, snapshot), ...(since === '' ? [] : [since])];
  }

  /** Marks what shows the item at the cursor. */
  #follow(): void {
    if (!this.#shown) return;
    const id = this.#idAtCursor(this.#shown);
    if (id === this.#marked) return;
    this.#marked = id;
    this.panel.post({ type: 'mark', node: id });
  }

  /** The id of what shows the item at the cursor; undefined where nothing does, or nobody wants to know. */
  #idAtCursor({ folder, snapshot, content }: Shown<C>): string | undefined {
    // While this panel has the focus no text has, and the cursor is where it was.
    if (vscode.window.activeTextEditor) this.#cursor = cursorIn(this.plans);
    if (!this.choice.follow || this.#cursor?.folder !== folder) return undefined;
    const item = itemWithKey(this.#cursor.key, snapshot.plan);
    return item && content.idOf(item);
  }
}
