import * as vscode from 'vscode';
import { itemKey, PROGRAMS_KEY, programKey } from '../../../core/graph/keys.ts';
import { mermaidOf } from '../../../core/graph/mermaid/mermaid-of.ts';
import type { Item } from '../../../core/plan/item.ts';
import { visible } from '../../../core/text/visible.ts';
import { counted } from '../../../core/text/words.ts';
import type { Compared } from '../../../core/views/diff/compared.ts';
import { type FromPage, type GraphPicture, type ToPage, WHOLE_GRAPH } from '../../../webview/protocol.ts';
import type { Host } from '../../../workspace/slices.ts';
import type { Snapshot } from '../../../workspace/snapshot.ts';
import type { Log } from '../../log.ts';
import type { PlanFolder } from '../../plans/plan-folder.ts';
import type { Plans } from '../../plans/plans.ts';
import { nameOf, toggled } from '../choice.ts';
import { type Common, PlanPanel, type PlanPanelKind } from '../plan-panel.ts';
import { DrawingLimits } from './drawing-limits.ts';
import { findUnseen, type Unseen } from './find-items.ts';
import { type GraphContent, graphContent } from './graph-content.ts';
import { savePicture } from './save-picture.ts';

/** How much is seen around an item that is looked at. */
const LEVELS = 2;
/** A page that draws for longer than that will not end soon: Mermaid's cost explodes. */
const DRAW_MS = 15_000;

/** The dependency graph: a view whose page may take too long to draw it, and hands out what it has drawn. */
export class GraphPanel extends PlanPanel<GraphContent> {
  readonly #limits = new DrawingLimits();
  #waiting: ReturnType<typeof setTimeout> | undefined;
  /** How long a page may draw, in milliseconds. */
  drawMs = DRAW_MS;

  constructor(
    extension: vscode.Uri,
    plans: Plans,
    host: Host,
    log: Log,
    review: Pick<PlanPanelKind, 'comparedOf' | 'onDidChange'> = {},
  ) {
    const kind = { viewType: 'milepost.graph', page: 'graph', title: 'Dependency Graph', ...review } as const;
    super(kind, extension, plans, host, log);
  }

  /** What the page was given last; undefined while nobody sees it. For tests. */
  get picture(): GraphPicture | undefined {
    return this.shown?.content.view;
  }

  /** Opens the graph; with an item, that and what is around it. */
  override show(about?: { readonly folder: PlanFolder; readonly item: Item }): void {
    const plan = about?.folder.snapshot?.plan;
    if (about && plan) this.#lookAt(about.folder, itemKey(about.item, plan));
    super.show();
  }

  override dispose(): void {
    clearTimeout(this.#waiting);
    super.dispose();
  }

  protected override contentOf(
    snapshot: Snapshot,
    common: Common,
    compared: Compared | undefined,
  ): Generator<void, GraphContent> {
    return graphContent(snapshot, common, this.#limits, compared);
  }

  protected override messagesOf(picture: GraphPicture, marked: string | undefined): readonly ToPage[] {
    return [{ type: 'draw', picture, marked }];
  }

  protected override showAnew(): Promise<void> {
    this.#limits.reset();
    return super.showAnew();
  }

  protected override forget(): void {
    clearTimeout(this.#waiting);
    super.forget();
  }

  /** A page cannot end its own drawing, nor be told to: where no word comes that it is done, its page is. */
  protected override onGive({ source }: GraphPicture): void {
    clearTimeout(this.#waiting);
    if (source === '') return;
    this.#waiting = setTimeout(
      this.log.listener('ending a drawing', () => {
        this.#end(`took longer than ${counted(this.drawMs / 1000, 'second')}, and was ended`);
        this.panel.replace();
      }),
      this.drawMs,
    );
  }

  protected override async onHear(message: FromPage): Promise<void> {
    switch (message.type) {
      case 'drawn':
        if (message.drawing === this.picture?.drawing) clearTimeout(this.#waiting);
        break;
      case 'failed':
        if (message.drawing !== this.picture?.drawing) break;
        this.#end(`failed (${visible(message.message)})`);
        await this.refresh();
        break;
      case 'focus': {
        const thing = this.thingOf(message);
        if (!thing || !this.shown) break;
        this.#lookAt(this.shown.folder, thing.key);
        await this.showAnew();
        break;
      }
      case 'find': {
        const { folded, left } = this.#unseen(message.text);
        this.panel.post({ type: 'found', text: message.text, folded: folded.length, left: left.length });
        break;
      }
      case 'reveal': {
        const { folded, left } = this.#unseen(message.text);
        const item = folded[0] ?? left[0];
        if (item) await this.#reveal(item);
        break;
      }
      case 'copy': {
        const picture = this.shown?.content.drawn.picture;
        if (picture) await vscode.env.clipboard.writeText(mermaidOf(picture, 'markdown').source);
        vscode.window.setStatusBarMessage('$(copy) Copied as Mermaid', 3000);
        break;
      }
      case 'save':
        if (message.format !== 'html') await savePicture(message, this.shown?.folder.uri);
        break;
    }
  }

  #unseen(text: string): Unseen {
    const { shown } = this;
    return shown ? findUnseen(text, shown.snapshot.plan, shown.content.drawn) : { folded: [], left: [] };
  }

  /** Opens what an item is folded into, as far as it goes; where it does not come out, it is looked at. */
  async #reveal({ key: name, program, index }: Item): Promise<void> {
    const seen = new Set<string>();
    for (;;) {
      const { shown } = this;
      const item = shown?.snapshot.plan.items[index];
      // The plan has changed meanwhile.
      if (!shown || item?.key !== name) return;
      const { drawn } = shown.content;
      const key = drawn.nodeOf(item);
      if (key !== undefined && drawn.items.get(key) === item) return;
      if (key === undefined || seen.has(key)) {
        this.#lookAt(shown.folder, itemKey(item, shown.snapshot.plan));
        return this.showAnew();
      }
      seen.add(key);
      this.choice = toggled(this.choice, key === PROGRAMS_KEY ? programKey(program) : key, true);
      await this.refresh();
    }
  }

  #lookAt(folder: PlanFolder, key: string): void {
    const { follow, before } = this.choice;
    const { up, down } = this.choice.focus ?? { up: LEVELS, down: LEVELS };
    this.choice = { ...WHOLE_GRAPH, follow, before, plan: nameOf(folder, this.plans), focus: { key, up, down } };
  }

  /** Gives up a drawing, and tries less of it. */
  #end(why: string): void {
    this.#limits.lower(this.picture?.nodes.length ?? 0, why);
    this.log.info(this.#limits.notice);
    this.forget();
  }
}
