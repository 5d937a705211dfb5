import type * as vscode from 'vscode';
import type { Item } from '../../../core/plan/item.ts';
import type { Plan } from '../../../core/plan/plan.ts';
import type { Compared } from '../../../core/views/diff/compared.ts';
import type { FromPage, GraphChoice, ToPage } from '../../../webview/protocol.ts';
import type { Host } from '../../../workspace/slices.ts';
import type { Snapshot } from '../../../workspace/snapshot.ts';
import type { Log } from '../../log.ts';
import type { Plans } from '../../plans/plans.ts';
import { pictureOptions } from '../choice.ts';
import { type Common, type Content, PlanPanel } from '../plan-panel.ts';
import { Places } from './places.ts';
import type { PlanView, ViewMessage } from './plan-view.ts';
import { saveDashboard } from './save-dashboard.ts';
import { timelineMessages } from './timeline-parts.ts';

/** What a page lists, and what its rows stand for. */
interface ListContent extends Content {
  readonly view: ViewMessage['view'];
}

/** The timeline, the risk matrix, the decision log: what is in them, their pages lay out themselves. */
export class ListPanel extends PlanPanel<ListContent> {
  readonly #view: PlanView;
  readonly #extension: vscode.Uri;

  constructor(view: PlanView, extension: vscode.Uri, plans: Plans, host: Host, log: Log) {
    super(view, extension, plans, host, log);
    this.#view = view;
    this.#extension = extension;
  }

  /** What the page was given last; undefined while nobody sees it. For tests. */
  get message(): ViewMessage | undefined {
    const view = this.shown?.content.view;
    return view && this.#messageOf(view);
  }

  protected override *contentOf(
    snapshot: Snapshot,
    common: Common,
    compared: Compared | undefined,
  ): Generator<void, ListContent> {
    const { plan } = snapshot;
    const places = new Places(plan);
    return {
      view: yield* this.#view.viewOf(snapshot, common, filterOf(common.choice, plan), places, compared),
      thingOf: (id) => places.thing(id),
      idOf: (item) => places.idOf(item),
    };
  }

  protected override messagesOf(view: ViewMessage['view']): Iterable<ToPage> {
    const message = this.#messageOf(view);
    return message.type === 'timeline' ? timelineMessages(message.view) : [message];
  }

  protected override onHear(message: FromPage): unknown {
    if (message.type !== 'save' || message.format !== 'html' || this.#view.page !== 'dashboard') return undefined;
    return saveDashboard(message.data, this.shown?.folder, this.#extension);
  }

  #messageOf(view: ViewMessage['view']): ViewMessage {
    return { type: this.#view.page, view } as ViewMessage;
  }
}

/** Whether an item is wanted; what the schedule says of it is the view's to ask. */
function filterOf(choice: GraphChoice, plan: Plan): (item: Item) => boolean {
  const { filter, programs } = pictureOptions({ ...choice, focus: undefined }, plan);
  return (item) => (programs?.includes(item.program) ?? true) && (filter?.(item) ?? true);
}
