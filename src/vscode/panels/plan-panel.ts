import * as vscode from 'vscode';
import type { Item } from '../../core/plan/item.ts';
import { type FromPage, type PageView, readState, type ToPage, WHOLE_GRAPH } from '../../webview/protocol.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { Coalesced } from '../coalesce.ts';
import { open } from '../commands/go-to.ts';
import type { Log } from '../log.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import { chosenPlan, toggled } from './choice.ts';
import { type Cursor, cursorIn } from './cursor.ts';
import { offersOf } from './offers.ts';
import type { PageName } from './page.ts';
import { Panel } from './panel.ts';

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
}

/** What all views have, whatever they show. */
export type Common = Pick<PageView, 'drawing' | 'choice' | 'offers'>;

/** What is shown of a plan, and what the ids stand for by which the page speaks of it. */
export interface Content {
  readonly view: PageView;
  /** What an id stands for; undefined of one that the page was not given. */
  readonly thingOf: (id: string) => Thing | undefined;
  /** The id of the first of some keys that is shown. */
  readonly idOf: (keys: readonly string[]) => string | undefined;
}

/** Something that is shown: an item, or a group that opens or folds. */
export interface Thing {
  /** The same from one drawing to the next. */
  readonly key: string;
  readonly item?: Item | undefined;
  /** Of a group, whether it is folded. */
  readonly isFolded?: boolean | undefined;
}

/** What is shown at the moment, and of what. */
export interface Shown<C extends Content> {
  readonly folder: PlanFolder;
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
  readonly #subscriptions: { dispose(): unknown }[];
  #shown: Shown<C> | undefined;
  #drawings = 0;
  #cursor: Cursor | undefined;
  /** What the page was told is at the cursor. */
  #marked: string | undefined;

  constructor(kind: PlanPanelKind, extension: vscode.Uri, plans: Plans, log: Log) {
    this.#kind = kind;
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
          this.refresh();
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

  /** What shows a plan, as it was chosen. */
  protected abstract contentOf(snapshot: Snapshot, common: Common): C;

  /** The message that brings a view. */
  protected abstract messageOf(view: C['view']): ToPage;

  /** A page was given a view. */
  protected sent(_view: C['view']): void {}

  /** The page says what not every page does. */
  protected heard(_message: FromPage): unknown {
    return undefined;
  }

  /** What is shown; undefined while nobody sees it. */
  protected get shown(): Shown<C> | undefined {
    return this.#shown;
  }

  show(): void {
    this.panel.show();
    this.showAnew();
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  /** Something else is to be seen. */
  protected showAnew(): void {
    this.refresh();
  }

  /** Nothing is shown: the page is gone, or begins anew. */
  protected forget(): void {
    this.#shown = undefined;
    this.#marked = undefined;
  }

  /** Shows the plan, where somebody looks, and where what they would see has changed. */
  protected refresh(): void {
    if (!this.panel.isReady) return;
    const chosen = chosenPlan(this.plans, this.choice);
    if (!chosen) {
      this.forget();
      const text = this.plans.isComplete ? 'There is no plan here.' : 'Reading the plan…';
      this.panel.post({ type: 'nothing', text });
      return;
    }
    const { folder, snapshot, choice, names } = chosen;
    const before = this.#shown?.content.view;
    const offers = offersOf(snapshot.plan, names, choice, this.#kind.types);
    const content = this.contentOf(snapshot, { drawing: before?.drawing ?? 0, choice, offers });
    if (before !== undefined && JSON.stringify(content.view) === JSON.stringify(before)) {
      this.#shown = { folder, content };
    } else {
      const view: C['view'] = { ...content.view, drawing: ++this.#drawings };
      this.#shown = { folder, content: { ...content, view } };
      this.panel.post(this.messageOf(view));
      this.sent(view);
    }
    this.#follow();
  }

  async #hear(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'choose':
        this.choice = message.choice;
        this.showAnew();
        break;
      case 'open':
        await this.#open(this.thingOf(message));
        break;
      default:
        await this.heard(message);
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
    const { key, item, isFolded } = thing;
    if (isFolded !== undefined) {
      this.choice = toggled(this.choice, key, isFolded);
      this.refresh();
    } else if (item) {
      await open(this.#shown.folder, item.document, item.idRange);
    }
  }

  /** Marks what shows the item at the cursor. */
  #follow(): void {
    // While this panel has the focus no text has, and the cursor is where it was.
    if (vscode.window.activeTextEditor) this.#cursor = cursorIn(this.plans);
    const shown = this.#shown;
    if (!shown) return;
    const isHere = this.choice.follow && this.#cursor?.folder === shown.folder;
    const id = shown.content.idOf(isHere ? (this.#cursor?.keys ?? []) : []);
    if (id === this.#marked) return;
    this.#marked = id;
    this.panel.post({ type: 'mark', node: id });
  }
}
