import * as vscode from 'vscode';
import type { Severity } from '../core/config/severity.ts';
import type { HealthValue } from '../core/state/health.ts';
import type { Standing } from '../core/views/standing.ts';

/** The colours of the extension, which package.json declares. */
const COLORS: Readonly<Record<Standing, string | undefined>> = {
  dropped: 'milepost.doneForeground',
  done: 'milepost.doneForeground',
  blocked: 'milepost.blockedForeground',
  overdue: 'milepost.overdueForeground',
  'held-up': 'milepost.staleForeground',
  stale: 'milepost.staleForeground',
  active: 'milepost.activeForeground',
  open: undefined,
};

/** The icon of a type of item, in the colour of how the item stands; what is closed shows how it ended. */
export function itemIcon(icon: string, standing: Standing): vscode.ThemeIcon {
  const shown = standing === 'done' ? 'pass' : standing === 'dropped' ? 'circle-slash' : icon;
  const color = COLORS[standing];
  return new vscode.ThemeIcon(shown, color === undefined ? undefined : new vscode.ThemeColor(color));
}

const HEALTH_COLORS: Readonly<Record<HealthValue, string>> = {
  red: 'milepost.blockedForeground',
  amber: 'milepost.overdueForeground',
  green: 'milepost.doneForeground',
};

/** The icon of a program, in the colour of its health. */
export const healthIcon = (icon: string, health: HealthValue): vscode.ThemeIcon =>
  new vscode.ThemeIcon(icon, new vscode.ThemeColor(HEALTH_COLORS[health]));

const SEVERITY_ICONS: Readonly<Record<Severity, [icon: string, color: string]>> = {
  error: ['error', 'problemsErrorIcon.foreground'],
  warning: ['warning', 'problemsWarningIcon.foreground'],
  info: ['info', 'problemsInfoIcon.foreground'],
};

/** The icon that the Problems panel has for a severity. */
export function severityIcon(severity: Severity): vscode.ThemeIcon {
  const [icon, color] = SEVERITY_ICONS[severity];
  return new vscode.ThemeIcon(icon, new vscode.ThemeColor(color));
}
