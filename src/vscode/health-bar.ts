import * as vscode from 'vscode';
import { DATES_IN_DOUBT, doubtful, halfRead } from '../core/plan/half-read.ts';
import type { HealthValue } from '../core/state/health.ts';
import { HEALTHS } from '../core/state/health.ts';
import { type ProgramHealth, programHealths } from '../core/views/health-summary.ts';
import { plural } from '../core/views/summary.ts';
import { Coalesced } from './coalesce.ts';
import { withoutIcons } from './convert.ts';
import type { Log } from './log.ts';
import type { PlanFolder } from './plans/plan-folder.ts';
import type { Plans } from './plans/plans.ts';

/** How a program of one of the plans stands. */
export interface PlanHealth extends ProgramHealth {
  readonly folder: PlanFolder;
}

export const HEALTH_ICONS: Readonly<Record<HealthValue, string>> = { red: 'flame', amber: 'warning', green: 'pass' };

const BACKGROUNDS: Readonly<Record<HealthValue, string | undefined>> = {
  red: 'statusBarItem.errorBackground',
  amber: 'statusBarItem.warningBackground',
  green: undefined,
};

/** No more is shown of a title, and no more programs and reasons of one in the tooltip. */
const TITLE = 30;
const PROGRAMS = 12;
const REASONS = 4;

/** The health of the programs in the status bar: the worst of them, and all of them with their reasons behind it. */
export class HealthBar implements vscode.Disposable {
  readonly #plans: Plans;
  readonly #item: vscode.StatusBarItem;
  readonly #subscriptions: { dispose(): unknown }[];

  constructor(plans: Plans, log: Log) {
    this.#plans = plans;
    this.#item = vscode.window.createStatusBarItem('milepost.health', vscode.StatusBarAlignment.Left, 1);
    this.#item.name = 'Milepost: Program Health';
    this.#item.command = 'milepost.showHealth';
    const show = new Coalesced('the health in the status bar', 80, log, () => this.#show());
    this.#subscriptions = [this.#item, show, plans.onDidChange(show.call), plans.onDidChangeFolders(show.call)];
  }

  /** What it says; empty where it is hidden. */
  get text(): string {
    return this.#item.text;
  }
  get tooltip(): string {
    return String(this.#item.tooltip ?? '');
  }
  /** The colour behind it, by name. */
  get background(): string | undefined {
    return (this.#item.backgroundColor as vscode.ThemeColor | undefined)?.id;
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #show(): void {
    const healths = healthsOf(this.#plans);
    const [worst] = healths;
    if (!worst) {
      this.#item.text = '';
      this.#item.hide();
      return;
    }
    const title = [...worst.title];
    const short = title.length > TITLE ? `${title.slice(0, TITLE - 1).join('')}…` : worst.title;
    const background = BACKGROUNDS[worst.value];
    const plan = worst.folder.snapshot?.plan;
    // What cannot be read, or is wrong, may be what is late: nobody is to take that for good news.
    const isInDoubt = plan && (worst.value === 'red' ? halfRead(plan) : doubtful(plan)) !== undefined;
    const text = `$(${HEALTH_ICONS[worst.value]}) ${withoutIcons(short)}: ${worst.value}${isInDoubt ? '?' : ''}`;
    // Plain text: nothing of a plan is ever markup in a tooltip.
    const tooltip = tooltipOf(healths);
    // Most keystrokes change nothing of this, and what is drawn anew while somebody clicks is not clicked.
    if (text === this.text && tooltip === this.tooltip) return;
    this.#item.text = text;
    this.#item.backgroundColor = background === undefined ? undefined : new vscode.ThemeColor(background);
    this.#item.tooltip = tooltip;
    this.#item.accessibilityInformation = { label: `${worst.title} is ${worst.value}. ${tooltip}` };
    this.#item.show();
  }
}

/** How the programs of all plans stand, once everything has been read, the worst first. */
export function healthsOf(plans: Plans): readonly PlanHealth[] {
  if (!plans.isComplete) return [];
  return plans.folders
    .flatMap((folder) => {
      const { snapshot } = folder;
      if (!snapshot) return [];
      const { plan, state, today } = snapshot;
      return programHealths(plan, state, today).map((health) => ({ ...health, folder }));
    })
    .sort((a, b) => HEALTHS.indexOf(b.value) - HEALTHS.indexOf(a.value));
}

function tooltipOf(healths: readonly PlanHealth[]): string {
  const folders = [...new Set(healths.map(({ folder }) => folder))];
  const doubts = folders.flatMap(({ snapshot }) => (snapshot && doubtful(snapshot.plan)) ?? []);
  const lines = healths
    .slice(0, PROGRAMS)
    .flatMap(({ title, value, owners, forecast, reasons }) => [
      [`${title}: ${value}`, owners === undefined ? '' : `its owner says ${owners}`, forecast]
        .filter((part) => part !== '')
        .join(' · '),
      ...reasons.slice(0, REASONS).map(({ text, root }) => `  • ${text}${root ? `, because of ${root.id}` : ''}`),
      ...(reasons.length > REASONS ? [`  • and ${plural(reasons.length - REASONS, 'more reason')}`] : []),
    ]);
  const more = healths.length - PROGRAMS;
  const doubt = doubts.map(({ text }) => `${text}, ${DATES_IN_DOUBT}`);
  return [...lines, ...doubt, ...(more > 0 ? [`and ${plural(more, 'more program')}`] : []), 'Show what causes it'].join(
    '\n',
  );
}
