import * as vscode from 'vscode';
import { amount } from '../core/text/words.ts';
import { fullDayLabel } from '../core/views/day-label.ts';
import { countFindings, countsText, plural } from '../core/views/summary.ts';
import type { Clock } from './clock.ts';
import { Coalesced } from './coalesce.ts';
import type { Log } from './log.ts';
import type { Plans } from './plans/plans.ts';
import { ATTENTION_VIEW } from './views/attention-view.ts';

/** How many items and findings there are, and how far reading has come. Where there is no plan, nothing. */
export class StatusBar implements vscode.Disposable {
  readonly #plans: Plans;
  readonly #clock: Clock;
  readonly #item: vscode.StatusBarItem;
  readonly #subscriptions: { dispose(): unknown }[];

  constructor(plans: Plans, clock: Clock, log: Log) {
    this.#plans = plans;
    this.#clock = clock;
    this.#item = vscode.window.createStatusBarItem('milepost.status', vscode.StatusBarAlignment.Left, 0);
    this.#item.name = 'Milepost';
    this.#item.command = `${ATTENTION_VIEW}.focus`;
    const show = new Coalesced('the status bar', 80, log, () => this.#show());
    this.#subscriptions = [
      this.#item,
      show,
      plans.onDidChange(show.call),
      plans.onDidProgress(show.call),
      plans.onDidChangeFolders(show.call),
      clock.onDidChange(show.call),
    ];
  }

  /** What it says; empty where it is hidden. */
  get text(): string {
    return this.#item.text;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #show(): void {
    const asOf = this.#clock.isPretended ? `as of ${fullDayLabel(this.#clock.today)}` : '';
    if (!this.#plans.isComplete) this.#say('$(loading~spin)', [this.#progress(), asOf]);
    else if (this.#plans.hasPlan) this.#say('$(milestone)', [this.#counts(), asOf]);
    else this.#hide();
  }

  #hide(): void {
    this.#item.text = '';
    this.#item.hide();
  }

  #say(icon: string, parts: readonly string[]): void {
    const text = parts.filter((part) => part !== '').join(' · ');
    this.#item.text = `${icon} ${text}`;
    this.#item.tooltip = `Milepost: ${text}\nShow what needs attention`;
    this.#item.accessibilityInformation = { label: `Milepost: ${text}` };
    this.#item.show();
  }

  #counts(): string {
    const snapshots = this.#plans.folders.flatMap(({ snapshot }) => snapshot ?? []);
    const items = snapshots.reduce((sum, { plan }) => sum + plan.items.length, 0);
    const findings = countsText(countFindings(snapshots.flatMap((snapshot) => snapshot.findings)));
    return `${plural(items, 'item') || 'no items'}, ${findings || 'no findings'}`;
  }

  #progress(): string {
    const done = this.#plans.folders.reduce((sum, { progress }) => sum + (progress?.done ?? 0), 0);
    const total = this.#plans.folders.reduce((sum, { progress }) => sum + (progress?.total ?? 0), 0);
    const share = total === 0 ? '' : ` ${amount(done)} of ${amount(total)}`;
    return `Reading the plan${share}`;
  }
}
