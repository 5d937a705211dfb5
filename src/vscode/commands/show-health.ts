import * as vscode from 'vscode';
import type { Item } from '../../core/plan/item.ts';
import { visible } from '../../core/text/visible.ts';
import type { ReasonSummary } from '../../core/views/health-summary.ts';
import { withoutIcons } from '../convert.ts';
import { HEALTH_ICONS, healthsOf, type PlanHealth } from '../health-bar.ts';
import type { Plans } from '../plans/plans.ts';
import type { ChainView } from '../views/chain-view.ts';
import { WHY } from '../views/questions.ts';
import { open } from './go-to.ts';
import { Refused } from './refused.ts';

type Choice = vscode.QuickPickItem & { readonly run?: () => Promise<void> };

/** Shows how the programs stand and why; what is chosen opens where its cause is written, or why it is late. */
export async function showHealth(plans: Plans, view: ChainView): Promise<void> {
  const healths = healthsOf(plans);
  if (healths.length === 0)
    throw new Refused('no program is under way: those that have not begun, or are done, have no health');
  const picked = await vscode.window.showQuickPick(
    [...healths.flatMap((health) => choicesOf(health, view)), DASHBOARD_BREAK, DASHBOARD],
    { title: 'Program Health', placeHolder: 'What causes it', matchOnDetail: true },
  );
  await picked?.run?.();
}

const DASHBOARD_BREAK: Choice = { label: '', kind: vscode.QuickPickItemKind.Separator };
const DASHBOARD: Choice = {
  label: '$(dashboard) Open Dashboard',
  run: async () => {
    await vscode.commands.executeCommand('milepost.openDashboard');
  },
};

function choicesOf(health: PlanHealth, view: ChainView): readonly Choice[] {
  const { title, value, reasons, forecast } = health;
  const label = [`${withoutIcons(title)}: ${value}`, withoutIcons(forecast)].filter((part) => part !== '').join(' · ');
  const separator: Choice = { label, kind: vscode.QuickPickItemKind.Separator };
  if (reasons.length === 0) return [separator, { label: '$(pass) On plan', description: withoutIcons(forecast) }];
  return [separator, ...reasons.flatMap((reason) => reasonChoices(reason, health, view))];
}

/** The id of an item, and its title where it has one. */
const namesOf = ({ id, title }: Item): readonly string[] => [...new Set([id, title])].map(visible);

function reasonChoices(reason: ReasonSummary, { folder }: PlanHealth, view: ChainView): readonly Choice[] {
  const { value, text, root, item, place } = reason;
  const id = withoutIcons(visible(item.id));
  const cause: Choice = {
    label: `$(${HEALTH_ICONS[value]}) ${withoutIcons(text)}`,
    detail: root ? `because of ${namesOf(root).map(withoutIcons).join(', ')}` : '',
    run: () => open(folder, place.source, place.range),
  };
  if (!root) return [cause];
  return [cause, { label: `$(question) Why is ${id} late?`, run: () => view.ask(WHY, folder, item) }];
}
