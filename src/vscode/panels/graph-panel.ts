import * as vscode from 'vscode';
import { USUAL_BUDGET } from '../../core/graph/budget.ts';
import { itemKey, programKey, workstreamKey } from '../../core/graph/keys.ts';
import { mermaidOf } from '../../core/graph/mermaid/mermaid-of.ts';
import type { Drawn } from '../../core/graph/picture.ts';
import { pictureOf } from '../../core/graph/picture-of.ts';
import type { Item } from '../../core/plan/item.ts';
import { visible } from '../../core/text/visible.ts';
import { counted } from '../../core/text/words.ts';
import { type FromPage, type GraphPicture, readState, WHOLE_GRAPH } from '../../webview/protocol.ts';
import type { Snapshot } from '../../workspace/snapshot.ts';
import { Coalesced } from '../coalesce.ts';
import { itemAtCursor, open } from '../commands/go-to.ts';
import type { Log } from '../log.ts';
import type { PlanFolder } from '../plans/plan-folder.ts';
import type { Plans } from '../plans/plans.ts';
import { NO_PICTURE, pagePicture } from './drawn-picture.ts';
import { focusOf, namedPlans, offersOf, pictureOptions } from './graph-choice.ts';
import { Panel } from './panel.ts';
import { savePicture } from './save-picture.ts';

/** While somebody types, the picture follows after a moment. */
const REFRESH_MS = 150;
const FOLLOW_MS = 80;
/** How much is seen around an item that is looked at. */
const LEVELS = 2;
/** A page that draws for longer than that will not end soon: Mermaid's cost explodes. */
const DRAW_MS = 15_000;
/** A picture that took too long is drawn again with so much of its nodes and edges, and never with fewer than that. */
const SMALLER = 0.4;
const FEWEST = 8;

/** What is shown at the moment, and what it stands for. */
interface Shown {
  readonly folder: PlanFolder;
  readonly snapshot: Snapshot;
  readonly drawn: Drawn;
  readonly picture: GraphPicture;
}

/** The dependency graph beside the editor. What is chosen there is kept with the panel; the plan decides the rest. */
export class GraphPanel implements vscode.Disposable {
  readonly panel: Panel;
  readonly #plans: Plans;
  readonly #log: Log;
  readonly #subscriptions: { dispose(): unknown }[];
  #choice = WHOLE_GRAPH;
  #shown: Shown | undefined;
  #drawings = 0;
  #budget = USUAL_BUDGET;
  #notice = '';
  /** Whether not even little could be drawn. */
  #hasGivenUp = false;
  /** The item at the cursor, by what may stand for it in the picture. */
  #cursor: ReturnType<typeof keysAtCursor>;
  #marked: string | undefined;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** How long a page may draw, in milliseconds. */
  drawMs = DRAW_MS;

  constructor(extension: vscode.Uri, plans: Plans, log: Log) {
    this.#plans = plans;
    this.#log = log;
    const refresh = new Coalesced('drawing the graph', REFRESH_MS, log, () => this.#refresh());
    const follow = new Coalesced('following the cursor', FOLLOW_MS, log, () => this.#follow());
    this.panel = new Panel(
      extension,
      {
        viewType: 'milepost.graph',
        page: 'graph',
        title: 'Dependency Graph',
        onReady: () => this.#begin(),
        onMessage: (message) => this.#hear(message),
        onRestore: (state) => {
          this.#choice = readState(state)?.choice ?? WHOLE_GRAPH;
        },
        onHide: () => this.#forget(),
        onClose: () => {
          this.#choice = { ...WHOLE_GRAPH, follow: this.#choice.follow };
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
  get picture(): GraphPicture | undefined {
    return this.#shown?.picture;
  }

  /** Opens the graph; with an item, that and what is around it. */
  show(about?: { readonly folder: PlanFolder; readonly item: Item }): void {
    const plan = about?.folder.snapshot?.plan;
    if (about && plan) this.#lookAt(about.folder, itemKey(about.item, plan));
    this.panel.show();
    this.#tryAgain();
  }

  dispose(): void {
    clearTimeout(this.#waiting);
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #lookAt(folder: PlanFolder, key: string): void {
    const [plan = ''] = [...namedPlans(this.#plans)].find(([, named]) => named === folder) ?? [];
    const { up, down } = this.#choice.focus ?? { up: LEVELS, down: LEVELS };
    const { follow } = this.#choice;
    this.#choice = { ...WHOLE_GRAPH, follow, plan, focus: { key, up, down } };
  }

  /** Something else is to be seen: what could not be drawn before says nothing of it. */
  #tryAgain(): void {
    this.#budget = USUAL_BUDGET;
    this.#hasGivenUp = false;
    this.#notice = '';
    this.#refresh();
  }

  /** A new page knows nothing. */
  #begin(): void {
    this.#forget();
    this.#refresh();
  }

  #forget(): void {
    clearTimeout(this.#waiting);
    this.#waiting = undefined;
    this.#shown = undefined;
    this.#marked = undefined;
  }

  /** Draws, where somebody looks, and where what they would see has changed. */
  #refresh(): void {
    if (!this.panel.isReady) return;
    const named = namedPlans(this.#plans);
    const folder = named.get(this.#choice.plan) ?? [...named.values()][0];
    const snapshot = folder?.snapshot;
    if (!folder || !snapshot?.complete) {
      this.#forget();
      this.panel.post({
        type: 'nothing',
        text: this.#plans.isComplete ? 'There is no plan here.' : 'Reading the plan…',
      });
      return;
    }
    const plan = [...named].find(([, other]) => other === folder)?.[0] ?? '';
    const choice = { ...this.#choice, plan: named.size > 1 ? plan : '' };
    const drawn = pictureOf(snapshot, { ...pictureOptions(choice, snapshot.plan), budget: this.#budget });
    const focus = focusOf(choice, snapshot.plan);
    const next = {
      ...(this.#hasGivenUp ? NO_PICTURE : pagePicture(drawn, snapshot)),
      summary: this.#hasGivenUp ? '' : drawn.picture.summary.text,
      notice: this.#notice,
      choice,
      focus: focus ? visible(focus.item.title) : '',
      offers: offersOf(snapshot.plan, named.keys(), choice),
    };
    const before = this.#shown?.picture;
    const picture = { drawing: before?.drawing ?? 0, ...next };
    const isSame = before !== undefined && JSON.stringify(picture) === JSON.stringify(before);
    if (!isSame) this.#draw({ ...picture, drawing: ++this.#drawings }, { folder, snapshot, drawn });
    else this.#shown = { folder, snapshot, drawn, picture: before };
    this.#follow();
  }

  #draw(picture: GraphPicture, shown: Omit<Shown, 'picture'>): void {
    this.#shown = { ...shown, picture };
    this.panel.post({ type: 'draw', picture });
    clearTimeout(this.#waiting);
    if (picture.source === '') return;
    this.#waiting = setTimeout(
      this.#log.listener('ending a drawing', () => {
        this.#end(`took longer than ${counted(this.drawMs / 1000, 'second')}, and was ended`);
        this.panel.replace();
      }),
      this.drawMs,
    );
  }

  /** Gives up a drawing, and tries less of it; nothing at all where there was little. */
  #end(why: string): void {
    const shown = this.#shown?.picture.nodes.length ?? 0;
    const fewer = Math.floor(Math.min(this.#budget.nodes, shown) * SMALLER);
    this.#hasGivenUp = fewer < FEWEST;
    if (!this.#hasGivenUp) this.#budget = { nodes: fewer, edges: Math.floor(fewer * 1.5) };
    const next = this.#hasGivenUp ? 'Choose something else to be shown.' : 'More of it is folded now.';
    this.#notice = `The drawing of ${counted(shown, 'node')} ${why}. ${next}`;
    this.#log.info(this.#notice);
    this.#forget();
  }

  async #hear(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'drawn':
        if (message.drawing === this.#shown?.picture.drawing) clearTimeout(this.#waiting);
        break;
      case 'failed':
        if (message.drawing !== this.#shown?.picture.drawing) break;
        this.#end(`failed (${visible(message.message)})`);
        this.#refresh();
        break;
      case 'open':
        await this.#open(message.drawing, message.id);
        break;
      case 'focus': {
        const key = this.#keyOf(message.drawing, message.id);
        if (key === undefined || !this.#shown) return;
        this.#lookAt(this.#shown.folder, key);
        this.#tryAgain();
        break;
      }
      case 'choose':
        this.#choice = message.choice;
        this.#tryAgain();
        break;
      case 'copy':
        if (this.#shown) await vscode.env.clipboard.writeText(mermaidOf(this.#shown.drawn.picture, 'markdown').source);
        vscode.window.setStatusBarMessage('$(copy) Copied as Mermaid', 3000);
        break;
      case 'save':
        await savePicture(message, this.#shown?.folder.uri);
        break;
    }
  }

  /** The key of what was clicked; undefined where it is not drawn, or was in a picture before. */
  #keyOf(drawing: number, id: string): string | undefined {
    const picture = this.#shown?.picture;
    if (!picture || picture.drawing !== drawing) return undefined;
    return [...picture.nodes, ...picture.frames].find((part) => part.id === id)?.key;
  }

  async #open(drawing: number, id: string): Promise<void> {
    const key = this.#keyOf(drawing, id);
    const shown = this.#shown;
    if (key === undefined || !shown) return;
    const item = shown.drawn.items.get(key);
    const kind = shown.picture.nodes.find((node) => node.key === key)?.kind ?? 'frame';
    if (kind === 'item') {
      if (item) await open(shown.folder, item.document, item.idRange);
      return;
    }
    const without = (keys: readonly string[]): string[] => keys.filter((each) => each !== key);
    const { open: opened, folded } = this.#choice;
    this.#choice =
      kind === 'fold'
        ? { ...this.#choice, open: [...without(opened), key], folded: without(folded) }
        : { ...this.#choice, open: without(opened), folded: [...without(folded), key] };
    this.#refresh();
  }

  /** Marks the node of the item at the cursor, or the group that it is folded into. */
  #follow(): void {
    // While this panel has the focus no text has, and the cursor is where it was.
    if (vscode.window.activeTextEditor) this.#cursor = keysAtCursor(this.#plans);
    const { nodes } = this.#shown?.picture ?? {};
    if (!nodes) return;
    const keys = this.#choice.follow && this.#cursor?.folder === this.#shown?.folder ? (this.#cursor?.keys ?? []) : [];
    const id = keys.map((key) => nodes.find((node) => node.key === key)?.id).find((found) => found !== undefined);
    if (id === this.#marked) return;
    this.#marked = id;
    this.panel.post({ type: 'mark', node: id });
  }
}

/** What the cursor is in, and the groups that may stand for it. */
function keysAtCursor(plans: Plans): { readonly folder: PlanFolder; readonly keys: readonly string[] } | undefined {
  const { folder, item } = itemAtCursor(plans) ?? {};
  const plan = folder?.snapshot?.plan;
  if (!folder || !item || !plan) return undefined;
  return {
    folder,
    keys: [itemKey(item, plan), workstreamKey(item.program, item.workstream), programKey(item.program)],
  };
}
